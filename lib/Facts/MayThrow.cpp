//===- MayThrow.cpp - Which functions may throw ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MayThrow.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Calls of calls that are followed; deeper ones are taken to throw.
constexpr unsigned MaxDepth = 12;
/// Nodes of one body that are looked at.
constexpr unsigned MaxNodes = 2000;
} // namespace

bool secret::catchesAll(const CXXTryStmt *Try) {
  for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
    QualType Caught = Try->getHandler(I)->getCaughtType();
    if (Caught.isNull())
      return true;
    const CXXRecordDecl *R = Caught.getNonReferenceType()->getAsCXXRecordDecl();
    if (R && R->isInStdNamespace() && R->getName() == "exception")
      return true;
  }
  return false;
}

bool MayThrow::ask(const FunctionDecl *F, unsigned Depth) {
  if (!Context.getLangOpts().CXXExceptions)
    return false;
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  // Not computed yet: an implicit or defaulted member, or a destructor.
  if (Type && isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
    return !isa<CXXDestructorDecl>(F) && !F->isTrivial();
  if ((Type && Type->isNothrow()) || F->hasAttr<NoThrowAttr>())
    return false;
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition))
    return !F->isExternC() && !F->isTrivial();
  if (Depth > MaxDepth || Definition->isVirtualAsWritten())
    return true;
  auto [It, New] = Known.try_emplace(Definition, false);
  if (!New) // also inside a recursion, where the outer call decides
    return It->second;
  bool Throws = bodyThrows(Definition->getBody(), Depth);
  return Known[Definition] = Throws;
}

bool MayThrow::stmtThrows(const Stmt *S, unsigned Depth) {
  if (isa<CXXThrowExpr>(S))
    return true;
  if (const auto *N = dyn_cast<CXXNewExpr>(S))
    return N->getOperatorNew() && ask(N->getOperatorNew(), Depth + 1);
  if (const auto *C = dyn_cast<CXXConstructExpr>(S))
    return ask(C->getConstructor(), Depth + 1);
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call)
    return false;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(Callee);
      M && M->isVirtual()) {
    const auto *Type = M->getType()->getAs<FunctionProtoType>();
    return !(Type && Type->isNothrow());
  }
  return !Callee || ask(Callee, Depth + 1);
}

bool MayThrow::bodyThrows(const Stmt *Body, unsigned Depth) {
  llvm::SmallVector<const Stmt *, 32> Left{Body};
  for (unsigned Count = 0; !Left.empty(); ++Count) {
    if (Count > MaxNodes)
      return true;
    const Stmt *S = Left.pop_back_val();
    if (stmtThrows(S, Depth))
      return true;
    // A lambda's body throws when it is called.
    if (isa<LambdaExpr>(S))
      continue;
    if (const auto *Try = dyn_cast<CXXTryStmt>(S); Try && catchesAll(Try)) {
      for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
        Left.push_back(Try->getHandler(I)->getHandlerBlock());
      continue;
    }
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return false;
}
