//===- TypeSugar.h - The names a type was spelled with ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tags and models speak of aliases as well as of what they stand for.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_TYPESUGAR_H
#define SECRET_TIDY_SECRETS_TYPESUGAR_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>

namespace clang {
class ASTContext;
class NamedDecl;
class QualType;
} // namespace clang

namespace secret {

/// What namesOfType looks into besides aliases.
enum class Through : uint8_t { SugarOnly, Arrays };

/// The aliases and alias templates \p T is spelled with, outermost first, then
/// the record or enum they end in. Pointers and references end the walk; a
/// parameter declared as an array has the names of that array.
llvm::SmallVector<const clang::NamedDecl *, 4>
namesOfType(clang::QualType T, Through What, const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_TYPESUGAR_H
