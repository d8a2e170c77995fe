//===- PartialZeroizationCheck.h - secret-partial-zeroization ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_PARTIALZEROIZATIONCHECK_H
#define SECRET_TIDY_TIDY_PARTIALZEROIZATIONCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// Finds a zeroization that covers fewer bytes than the secret.
///
/// For the user-facing documentation see
/// docs/checks/secret-partial-zeroization.md.
class PartialZeroizationCheck : public SecretCheck {
public:
  PartialZeroizationCheck(llvm::StringRef Name,
                          clang::tidy::ClangTidyContext *Context,
                          UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_PARTIALZEROIZATIONCHECK_H
