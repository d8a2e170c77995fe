//===- ElidableZeroizationCheck.h - secret-elidable-zeroization -*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_ELIDABLEZEROIZATIONCHECK_H
#define SECRET_TIDY_TIDY_ELIDABLEZEROIZATIONCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// Finds a zeroization of a secret that the optimizer may remove.
///
/// For the user-facing documentation see
/// docs/checks/secret-elidable-zeroization.md.
class ElidableZeroizationCheck : public SecretCheck {
public:
  ElidableZeroizationCheck(llvm::StringRef Name,
                           clang::tidy::ClangTidyContext *Context,
                           UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_ELIDABLEZEROIZATIONCHECK_H
