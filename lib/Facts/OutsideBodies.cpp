//===- OutsideBodies.cpp - Code that is in no function's body -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OutsideBodies.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace secret {

using Code = llvm::SmallVector<const Stmt *, 4>;

static void addDefaults(const FunctionDecl *F, Code &Out) {
  for (const ParmVarDecl *P : F->parameters())
    if (P->hasDefaultArg() && !P->hasUnparsedDefaultArg() &&
        !P->hasUninstantiatedDefaultArg() && !P->hasInheritedDefaultArg())
      Out.push_back(P->getDefaultArg());
}

static void addInitializers(const FunctionDecl *F, Code &Out) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Init : C->inits())
      if (Init->isWritten())
        Out.push_back(Init->getInit());
}

Code codeOutsideBodies(const Decl *D) {
  Code Out;
  if (!isa<FunctionDecl, VarDecl, FieldDecl>(D) || D->isInvalidDecl() ||
      D->getDeclContext()->isDependentContext())
    return Out;
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    if (F->isDependentContext())
      return Out;
    addDefaults(F, Out);
    addInitializers(F, Out);
  } else if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (V->hasInit() && !V->isTemplated())
      Out.push_back(V->getInit());
  } else if (const auto *F = dyn_cast<FieldDecl>(D)) {
    if (F->hasInClassInitializer() && F->getInClassInitializer())
      Out.push_back(F->getInClassInitializer());
  }
  return Out;
}

} // namespace secret
