//===- ImmutableCopyCheck.h - secret-immutable-copy -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_IMMUTABLECOPYCHECK_H
#define SECRET_TIDY_TIDY_IMMUTABLECOPYCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// Finds a secret that is copied into immutable, interned or shared storage.
///
/// For the user-facing documentation see
/// docs/checks/secret-immutable-copy.md.
class ImmutableCopyCheck : public SecretCheck {
public:
  ImmutableCopyCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context,
                     UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_IMMUTABLECOPYCHECK_H
