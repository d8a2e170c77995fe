//===- HiddenCopyCheck.h - secret-hidden-copy ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_HIDDENCOPYCHECK_H
#define SECRET_TIDY_TIDY_HIDDENCOPYCHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// A library or language feature leaves a copy of a secret behind.
///
/// For the user-facing documentation see
/// docs/checks/secret-hidden-copy.md.
class HiddenCopyCheck : public SecretCheck {
public:
  HiddenCopyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                  UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_HIDDENCOPYCHECK_H
