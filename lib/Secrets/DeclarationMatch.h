//===- DeclarationMatch.h - Does a model mean this? -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a model may ask of a declaration besides its name: arity, signature,
// header, no body.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_DECLARATIONMATCH_H
#define SECRET_TIDY_SECRETS_DECLARATIONMATCH_H

#include "Model.h"

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace secret {

/// Whether \p Model, whose name fits, speaks of \p F. A declaration without a
/// prototype fits any arity and signature. `Header` is a glob over the path of
/// any declaration, or over its end after a '/'.
bool speaksOf(const FunctionModel &Model, const clang::FunctionDecl *F,
              const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_DECLARATIONMATCH_H
