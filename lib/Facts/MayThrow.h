//===- MayThrow.h - Which functions may throw what --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_MAYTHROW_H
#define SECRET_TIDY_FACTS_MAYTHROW_H

#include "clang/AST/Type.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class ASTContext;
class CXXCatchStmt;
class CXXThrowExpr;
class CXXTryStmt;
class Expr;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace secret {

/// What may be thrown at one place.
struct ThrownTypes {
  bool Anything = false;                       ///< and of these types:
  llvm::SmallVector<clang::QualType, 2> Types; ///< canonical, unqualified

  static ThrownTypes anything();
  bool any() const { return Anything || !Types.empty(); }
  void add(clang::QualType T);
  void add(const ThrownTypes &Other);
  /// Takes away what \p Handler surely catches; returns what it may catch.
  ThrownTypes caughtBy(const clang::CXXCatchStmt *Handler,
                       const clang::ASTContext &Context);
};

/// Answers from declarations and visible bodies; cached, one per unit.
class MayThrow {
public:
  explicit MayThrow(const clang::ASTContext &Context) : Context(Context) {}

  /// What a call of \p F may throw. A function that is declared to throw
  /// nothing, an extern "C" function without a body, one of a system C header,
  /// and one whose body throws nothing and calls nothing that may throw
  /// nothing. Other functions that are not seen may throw anything.
  ThrownTypes operator()(const clang::FunctionDecl *F) { return ask(F, 0); }

  /// Whether a call of what \p Callee, an expression, leads to may throw.
  bool throughPointer(const clang::Expr *Callee) const;

private:
  /// Where a statement is looked at: inside of which calls and try blocks.
  struct Scope {
    unsigned Depth = 0;
    unsigned Tries = 0;
    const ThrownTypes *Caught = nullptr; ///< by the handler around it
  };
  ThrownTypes ask(const clang::FunctionDecl *F, unsigned Depth);
  ThrownTypes body(const clang::Stmt *Body, Scope At);
  ThrownTypes statement(const clang::Stmt *S, const Scope &At);
  ThrownTypes tried(const clang::CXXTryStmt *Try, Scope At);

  const clang::ASTContext &Context;
  llvm::DenseMap<const clang::FunctionDecl *, ThrownTypes> Known;
};

/// What \p Throw throws; anything if it throws again what was caught.
ThrownTypes thrownTypes(const clang::CXXThrowExpr *Throw);

/// Calls \p Do for each expression that makes what \p Throw throws: its
/// constructors and what of the standard library they are given.
void forEachMaker(const clang::CXXThrowExpr *Throw,
                  llvm::function_ref<void(const clang::Stmt *)> Do);

/// `catch (...)`, or every exception derived from std::exception: what is
/// thrown beside those by code that is not seen is rare.
bool catchesAll(const clang::CXXTryStmt *Try);

} // namespace secret

#endif // SECRET_TIDY_FACTS_MAYTHROW_H
