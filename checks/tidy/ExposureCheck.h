//===- ExposureCheck.h - secret-exposure ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_EXPOSURECHECK_H
#define SECRET_TIDY_TIDY_EXPOSURECHECK_H

#include "SecretCheck.h"

namespace secret::tidy {

/// A secret leaves the protected memory of the process.
///
/// For the user-facing documentation see
/// docs/checks/secret-exposure.md.
class ExposureCheck : public SecretCheck {
public:
  ExposureCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_EXPOSURECHECK_H
