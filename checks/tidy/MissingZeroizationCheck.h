//===- MissingZeroizationCheck.h - secret-missing-zeroization ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_MISSINGZEROIZATIONCHECK_H
#define SECRET_TIDY_TIDY_MISSINGZEROIZATIONCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// Finds a secret that is released without zeroization.
///
/// For the user-facing documentation see
/// docs/checks/secret-missing-zeroization.md.
class MissingZeroizationCheck : public SecretCheck {
public:
  MissingZeroizationCheck(llvm::StringRef Name,
                          clang::tidy::ClangTidyContext *Context,
                          UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_MISSINGZEROIZATIONCHECK_H
