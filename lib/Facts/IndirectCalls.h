//===- IndirectCalls.h - Calls through pointers and tables ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_INDIRECTCALLS_H
#define SECRET_TIDY_FACTS_INDIRECTCALLS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXMethodDecl;
class CXXRecordDecl;
class Expr;
class FunctionDecl;
class ParmVarDecl;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace secret {

/// The variable, parameter or field that \p Callee reads a function pointer
/// from; null if it is none.
const clang::ValueDecl *pointerRead(const clang::Expr *Callee);

/// The only value that the local variable \p V is ever given, besides null: its
/// initializer, or what is assigned to it. Null if there are others, or if more
/// is done with it than to read it.
const clang::Expr *onlyValueOf(const clang::VarDecl *V);

/// A null pointer, as far as the spelling tells.
bool isNullPointer(const clang::Expr *E);

/// The function that the pointer or table field \p Callee surely calls; null if
/// that is not known. Sets \p ThroughVolatile if the compiler cannot know it.
const clang::FunctionDecl *calleeThroughPointer(const clang::Expr *Callee,
                                                bool &ThroughVolatile);

/// The function that \p Init names, or the one of the closure without captures
/// that is made there; null if there is none.
const clang::FunctionDecl *functionNamedBy(const clang::Expr *Init);

/// Those of \p R, and the instances of its method templates.
llvm::SmallVector<const clang::CXXMethodDecl *, 8>
methodsOf(const clang::CXXRecordDecl *R);

/// The parameters as the declaration of the pointer that \p Callee reads names
/// them; empty if it names none.
llvm::ArrayRef<clang::ParmVarDecl *>
parametersOfPointer(const clang::Expr *Callee);

} // namespace secret

#endif // SECRET_TIDY_FACTS_INDIRECTCALLS_H
