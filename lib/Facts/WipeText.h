//===- WipeText.h - What a wiper takes for an object ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Messages and fix-its spell `wipe(pointer, bytes)`; what stands there depends
// on the type of what is zeroized.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_WIPETEXT_H
#define SECRET_TIDY_FACTS_WIPETEXT_H

#include "Fact.h"

namespace clang {
class ASTContext;
class CallExpr;
class QualType;
} // namespace clang

namespace secret {

class TypeBuilder;

/// How all of an object of type \p T is zeroized through a pointer; None if
/// overwriting its bytes would break it, or nothing may.
WipeForm wipeFormOf(clang::QualType T, TypeBuilder &Types,
                    const clang::ASTContext &Context);

/// The pointer and the number of bytes for what \p Name names; both empty for
/// None.
WipeText spellWipe(llvm::StringRef Name, WipeForm Form, int64_t ElementSize);

/// What a call that zeroizes as \p Model says (`std::fill`, `a.fill(0)`)
/// zeroizes, for a wiper in its place. Empty if that takes more than the
/// call's own arguments, or would evaluate anything twice.
WipeText wipeTextOf(const clang::CallExpr *Call, const FunctionModel &Model,
                    TypeBuilder &Types, const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_FACTS_WIPETEXT_H
