//===- SuppressionReason.h - Why a comment suppresses a finding -*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_SUPPRESSIONREASON_H
#define SECRET_TIDY_AUDIT_SUPPRESSIONREASON_H

#include "Output/Sources.h"

namespace secret {
namespace audit {

/// What stands behind NOLINT and its checks in the comment that holds for a
/// line: on it, NOLINTNEXTLINE before it, or the NOLINTBEGIN that is open
/// there. Empty if nothing does.
std::string suppressionReason(const output::SourceText &Text, unsigned Line);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_SUPPRESSIONREASON_H
