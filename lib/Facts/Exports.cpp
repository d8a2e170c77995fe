//===- Exports.cpp - What other units can call ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitScan.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace secret;

static bool leadsToStorage(QualType T) {
  return T->isAnyPointerType() || T->isReferenceType() || T->isRecordType();
}

static bool reachesStorage(const FunctionDecl *F) {
  if (leadsToStorage(F->getReturnType()) || isa<CXXMethodDecl>(F))
    return true;
  return llvm::any_of(F->parameters(), [](const ParmVarDecl *P) {
    return leadsToStorage(P->getType());
  });
}

/// Callers take it for one that throws until they know its body.
static bool seemsToThrow(const FunctionDecl *F) {
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  if (!F->getASTContext().getLangOpts().CXXExceptions || F->isExternC())
    return false;
  return !Type || isUnresolvedExceptionSpec(Type->getExceptionSpecType()) ||
         !Type->isNothrow();
}

std::vector<FunctionId>
secret::exportedFunctions(const ASTContext &Context,
                          const UnitFunctions &Functions) {
  std::vector<FunctionId> Ids;
  for (FunctionId Id = 0; Id != Functions.Bodies.size(); ++Id) {
    const FunctionDecl *F = Functions.Bodies[Id];
    // Whoever calls an inline function sees its body.
    GVALinkage Linkage = Context.GetGVALinkageForFunction(F);
    if (Functions.idOf(F) == Id && (reachesStorage(F) || seemsToThrow(F)) &&
        (Linkage == GVA_StrongExternal || Linkage == GVA_StrongODR))
      Ids.push_back(Id);
  }
  return Ids;
}

bool secret::hasCodeHere(const FunctionDecl *F) {
  return !F->isInlined() || F->isUsed();
}

bool secret::isWeak(const FunctionDecl *F) { return F->hasAttr<WeakAttr>(); }
