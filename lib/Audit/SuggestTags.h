//===- SuggestTags.h - Print tags that names suggest ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_SUGGESTTAGS_H
#define SECRET_TIDY_AUDIT_SUGGESTTAGS_H

#include "Audit.h"

namespace secret {
namespace audit {

/// Prints what is called like a secret in the units and is not tagged: as a
/// model file, or, if \p Options wants a patch, as one that adds the tags to
/// the source. \returns the exit code of the process.
int printSuggestedTags(const AuditOptions &Options);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_SUGGESTTAGS_H
