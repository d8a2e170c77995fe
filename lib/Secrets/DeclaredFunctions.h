//===- DeclaredFunctions.h - Every function a unit declares -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For holding models against real headers.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_DECLAREDFUNCTIONS_H
#define SECRET_TIDY_SECRETS_DECLAREDFUNCTIONS_H

#include <vector>

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace secret {

/// Functions, methods and constructors that namespaces and classes of the unit
/// declare, patterns of templates included, each once, in the order of the
/// source.
std::vector<const clang::FunctionDecl *>
declaredFunctions(const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_DECLAREDFUNCTIONS_H
