//===- BodyScan.h - What one function's body mentions -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The cheap look at a body, before anything is lowered: does it name something
// secret, and what does it call?
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_BODYSCAN_H
#define SECRET_TIDY_FACTS_BODYSCAN_H

#include "FunctionTables.h"
#include "Types.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace secret {

/// Remembers what it learned of declarations from one body to the next.
class BodyScan {
public:
  BodyScan(clang::ASTContext &Context, Catalog &Secrets)
      : Context(Context), Secrets(Secrets), Types(Context, Secrets) {}

  /// Whether \p F, which has a body, names something secret; nothing if the
  /// body has errors. called() says afterwards what it calls.
  std::optional<bool> mentionsSecret(const clang::FunctionDecl *F);
  /// The destructors of members and bases are what called() says afterwards.
  void scanMembers(const clang::CXXRecordDecl *R);
  /// In the order in which the calls were met, as often as they were.
  llvm::ArrayRef<const clang::FunctionDecl *> called() const { return Called; }

  /// The fields and arrays that it calls through, each once.
  llvm::ArrayRef<const clang::ValueDecl *> calledThrough() const {
    return CalledThrough;
  }
  /// What all bodies so far, and what it was told of, store in tables.
  FunctionTables &tables() { return Tables; }

  /// Whether \p D is tagged, or of a type that holds or leads to secrets.
  bool isSecret(const clang::ValueDecl *D);
  /// Whether \p F's declaration, or its model, says that a call brings one.
  bool bringsSecret(const clang::FunctionDecl *F);
  TypeBuilder &types() { return Types; }

private:
  bool mentions(const clang::Stmt *S);
  bool mentionsInClass(const clang::Stmt *S);
  bool mentionsIndirectly(const clang::CallExpr *E);
  void constructed(const clang::CallExpr *E);
  void given(const clang::FunctionDecl *F,
             llvm::ArrayRef<const clang::Expr *> Args);
  void scanInitializers(const clang::FunctionDecl *F,
                        llvm::SmallVectorImpl<const clang::Stmt *> &Work);
  void destroyed(clang::QualType T, unsigned Depth = 0);
  void destroyedMembers(const clang::CXXRecordDecl *R, unsigned Depth);
  void disposed(const clang::CXXRecordDecl *R);
  bool isSecretType(clang::QualType T);
  void call(const clang::FunctionDecl *F);

  clang::ASTContext &Context;
  Catalog &Secrets;
  TypeBuilder Types;
  llvm::DenseMap<const clang::Decl *, bool> Known;
  llvm::SmallVector<const clang::FunctionDecl *, 16> Called;
  llvm::SmallVector<const clang::ValueDecl *, 4> CalledThrough;
  FunctionTables Tables;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_BODYSCAN_H
