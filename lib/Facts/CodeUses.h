//===- CodeUses.h - What generated code may name ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's code generator makes code for what other code names, and names more
// than the source does: destructors, members of tables, allocation functions.
// Rather too much is said here than too little.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_CODEUSES_H
#define SECRET_TIDY_FACTS_CODEUSES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace secret {

/// Lists what the definition of a function, variable or class may name.
class CodeUses {
public:
  explicit CodeUses(clang::ASTContext &Context) : Context(Context) {}

  /// The functions, variables with a storage of their own, and classes that \p
  /// D may name, as canonical declarations; some more than once. A class stands
  /// for what the end of its objects' lives and its table of virtual functions
  /// name. Valid until the next call.
  llvm::ArrayRef<const clang::Decl *> of(const clang::Decl *D);

  /// Something may be named in a way that cannot be seen here, such as by an
  /// alias.
  bool isUnclear() const { return Unclear; }

private:
  void ofFunction(const clang::FunctionDecl *F);
  void ofVariable(const clang::VarDecl *V);
  void ofClass(const clang::CXXRecordDecl *R);
  void ofBody();
  void ofStmt(const clang::Stmt *S);
  void ofCxxExpr(const clang::Stmt *S);
  void ofLambda(const clang::LambdaExpr *L);
  void ofLocal(const clang::Decl *D);
  void ofSymbol(llvm::StringRef Name, bool IsSystem);
  void add(const clang::Decl *D);
  void addFunction(const clang::FunctionDecl *F);
  void addClass(const clang::CXXRecordDecl *R);
  void addType(clang::QualType T);
  void push(const clang::Stmt *S);

  clang::ASTContext &Context;
  llvm::SmallVector<const clang::Decl *, 64> Found;
  llvm::SmallVector<const clang::Stmt *, 64> Work;
  bool Unclear = false;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_CODEUSES_H
