//===- MayThrow.h - Which functions may throw -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_MAYTHROW_H
#define SECRET_TIDY_FACTS_MAYTHROW_H

#include "llvm/ADT/DenseMap.h"

namespace clang {
class ASTContext;
class CXXTryStmt;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace secret {

/// Answers from declarations and visible bodies; cached, one per unit.
class MayThrow {
public:
  explicit MayThrow(const clang::ASTContext &Context) : Context(Context) {}

  /// Whether a call of \p F may throw. A function that is declared to throw
  /// nothing, an extern "C" function without a body, one of a system C header,
  /// and one whose body throws nothing and calls nothing that may do not.
  bool operator()(const clang::FunctionDecl *F) { return ask(F, 0); }

private:
  bool ask(const clang::FunctionDecl *F, unsigned Depth);
  bool bodyThrows(const clang::Stmt *Body, unsigned Depth);
  bool stmtThrows(const clang::Stmt *S, unsigned Depth);

  const clang::ASTContext &Context;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Known;
};

/// `catch (...)`, or every exception derived from std::exception: what is
/// thrown beside those is rare.
bool catchesAll(const clang::CXXTryStmt *Try);

} // namespace secret

#endif // SECRET_TIDY_FACTS_MAYTHROW_H
