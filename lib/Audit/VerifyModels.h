//===- VerifyModels.h - Hold model files against declarations ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_VERIFYMODELS_H
#define SECRET_TIDY_AUDIT_VERIFYMODELS_H

#include "Audit.h"

namespace secret {
namespace audit {

/// Checks the model files that \p Options names; with sources or a database,
/// their entries against what these declare too: arity, positions, and names
/// that nothing has. One line for each fault, on standard error. With
/// ListDeclarations, the declarations that an entry speaks of are printed, one
/// JSON object a line.
/// \returns the exit code of the process.
int verifyModels(const AuditOptions &Options);

/// Prints the models that hold for the first of the files, or those of the
/// `--models` option, as JSON. \returns the exit code of the process.
int dumpModels(const AuditOptions &Options);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_VERIFYMODELS_H
