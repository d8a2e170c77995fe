//===- SecretNames.h - Names that secrets go by -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For code that nobody has tagged. The words are in SecretNames.def.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_SECRETNAMES_H
#define SECRET_TIDY_SECRETS_SECRETNAMES_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class ASTContext;
class ValueDecl;
} // namespace clang

namespace secret {

/// Whether something called \p Name, unqualified, is likely to be a secret.
bool soundsSecret(llvm::StringRef Name);

/// Whether \p D is a parameter, variable or field that holds or points to bytes
/// or text and whose name, or the name of whose type, is one of a secret.
bool isInferredSecret(const clang::ValueDecl *D,
                      const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_SECRETNAMES_H
