//===- Annotations.h - Tags in the source -----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds annotate attributes on an entity: a tag on any of its declarations
// counts for all of them, and one on a template counts for its instances.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_ANNOTATIONS_H
#define SECRET_TIDY_SECRETS_ANNOTATIONS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class Decl;
class FunctionDecl;
} // namespace clang

namespace secret {

using Declarations = llvm::SmallVector<const clang::Decl *, 4>;

/// All declarations of the entity that \p D declares, in the order of the
/// source, then those of the template it is an instance of. For a parameter:
/// the parameters at its place in all declarations of its function.
Declarations declarationsOf(const clang::Decl *D);

/// The first of \p All that has annotate(\p Text), or null.
const clang::Decl *findAnnotation(const Declarations &All,
                                  llvm::StringRef Text);

/// Whether a body of \p F, or of the template it is an instance of, is in this
/// unit.
bool hasVisibleBody(const clang::FunctionDecl *F);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_ANNOTATIONS_H
