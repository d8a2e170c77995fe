//===- ImmutableZeroizationCheck.h - secret-immutable-zeroization --------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_IMMUTABLEZEROIZATIONCHECK_H
#define SECRET_TIDY_TIDY_IMMUTABLEZEROIZATIONCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// A zeroization writes to immutable, interned or shared storage.
///
/// For the user-facing documentation see
/// docs/checks/secret-immutable-zeroization.md.
class ImmutableZeroizationCheck : public SecretCheck {
public:
  ImmutableZeroizationCheck(llvm::StringRef Name,
                            clang::tidy::ClangTidyContext *Context,
                            UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_IMMUTABLEZEROIZATIONCHECK_H
