//===- AskCopies.h - Copies that the compiler makes of secrets --*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_ASKCOPIES_H
#define SECRET_TIDY_AUDIT_ASKCOPIES_H

#include "Job.h"
#include "UnitResult.h"

namespace secret {
namespace audit {

/// Adds findings on copies that Clang makes of what the unit zeroizes, if the
/// settings want them; all is read through \p Files. What cannot be looked at
/// is a remark.
void addResidualCopies(const Job &What, UnitResult &Result, FilesPtr Files);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_ASKCOPIES_H
