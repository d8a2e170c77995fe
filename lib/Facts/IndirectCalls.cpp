//===- IndirectCalls.cpp - Calls through pointers and tables --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A constant pointer, and a field of a constant table, call what they were
// initialized with. Of any other pointer its declaration tells something: the
// tags of its parameters, and by its name which model holds
// (`(*env)->GetStringUTFChars(env, s, 0)`) and whether it zeroizes.
//
//===----------------------------------------------------------------------===//

#include "IndirectCalls.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/TypeLoc.h"

using namespace clang;
using namespace secret;

namespace {
/// Typedefs of typedefs that are looked through.
constexpr unsigned MaxTypedefs = 16;
/// Nodes of a function that are searched for writes to a pointer.
constexpr unsigned MaxNodes = 5000;
} // namespace

const ValueDecl *secret::pointerRead(const Expr *Callee) {
  const Expr *Bare = peel(Callee);
  if (const auto *U = dyn_cast<UnaryOperator>(Bare);
      U && U->getOpcode() == UO_Deref)
    Bare = peel(U->getSubExpr());
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(Bare))
    Bare = peel(A->getBase());
  if (const auto *M = dyn_cast<MemberExpr>(Bare))
    return dyn_cast<FieldDecl>(M->getMemberDecl());
  const auto *R = dyn_cast<DeclRefExpr>(Bare);
  return R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
}

const FunctionDecl *secret::functionNamedBy(const Expr *Init) {
  if (!Init)
    return nullptr;
  const Expr *Bare = peel(Init);
  if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(Bare))
    Bare = peel(M->getSubExpr());
  if (const auto *U = dyn_cast<UnaryOperator>(Bare))
    Bare = peel(U->getSubExpr());
  if (const auto *C = dyn_cast<CXXMemberCallExpr>(Bare)) {
    const auto *To = dyn_cast_or_null<CXXConversionDecl>(C->getMethodDecl());
    return To && To->getParent()->isLambda() &&
                   To->getConversionType()->isFunctionPointerType()
               ? To->getParent()->getLambdaCallOperator()
               : nullptr;
  }
  const auto *R = dyn_cast<DeclRefExpr>(Bare);
  return R ? dyn_cast<FunctionDecl>(R->getDecl()) : nullptr;
}

/// What \p F holds in the constant table that \p Callee names (`table.f(...)`).
static const FunctionDecl *functionInTable(const Expr *Callee,
                                           const FieldDecl *F) {
  const auto *M = dyn_cast<MemberExpr>(peel(Callee));
  if (!M || M->isArrow())
    return nullptr;
  const auto *R = dyn_cast<DeclRefExpr>(peel(M->getBase()));
  const auto *Table = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  if (!Table || !Table->getType().isConstQualified())
    return nullptr;
  const Expr *Init = Table->getAnyInitializer();
  const auto *List = Init ? dyn_cast<InitListExpr>(peel(Init)) : nullptr;
  if (List && List->getSemanticForm())
    List = List->getSemanticForm();
  if (!List || F->getParent()->isUnion() ||
      F->getFieldIndex() >= List->getNumInits())
    return nullptr;
  return functionNamedBy(List->getInit(F->getFieldIndex()));
}

bool secret::isOnlyRead(const VarDecl *V) {
  const auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!F || !V->isLocalVarDecl() || !V->hasLocalStorage() || !F->getBody() ||
      !V->getAnyInitializer())
    return false;
  llvm::SmallVector<const Stmt *, 32> Left{F->getBody()};
  for (unsigned Count = 0; !Left.empty(); ++Count) {
    const Stmt *S = Left.pop_back_val();
    if (Count > MaxNodes)
      return false;
    if (const auto *R = dyn_cast<DeclRefExpr>(S); R && R->getDecl() == V)
      return false;
    if (const auto *C = dyn_cast<ImplicitCastExpr>(S);
        C && C->getCastKind() == CK_LValueToRValue &&
        variableOf(C->getSubExpr()) == V)
      continue;
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return true;
}

const FunctionDecl *secret::calleeThroughPointer(const Expr *Callee,
                                                 bool &ThroughVolatile) {
  const ValueDecl *Pointer = pointerRead(Callee);
  if (!Pointer)
    return nullptr;
  if (const auto *F = dyn_cast<FieldDecl>(Pointer))
    return functionInTable(Callee, F);
  ThroughVolatile = Pointer->getType().isVolatileQualified();
  // A pointer that can be assigned to may call anything.
  if (!ThroughVolatile && !Pointer->getType().isConstQualified() &&
      !isOnlyRead(cast<VarDecl>(Pointer)))
    return nullptr;
  return functionNamedBy(cast<VarDecl>(Pointer)->getAnyInitializer());
}

llvm::SmallVector<const CXXMethodDecl *, 8>
secret::methodsOf(const CXXRecordDecl *R) {
  llvm::SmallVector<const CXXMethodDecl *, 8> All(R->methods());
  for (const Decl *D : R->decls())
    if (const auto *T = dyn_cast<FunctionTemplateDecl>(D))
      for (const FunctionDecl *Instance : T->specializations())
        if (const auto *M = dyn_cast<CXXMethodDecl>(Instance))
          All.push_back(M);
  return All;
}

/// Through pointers, arrays, parentheses and typedefs to the function type.
static FunctionProtoTypeLoc functionTypeOf(TypeLoc T) {
  for (unsigned Depth = 0; T && Depth != MaxTypedefs; ++Depth) {
    if (auto F = T.getAsAdjusted<FunctionProtoTypeLoc>())
      return F;
    if (auto P = T.getAsAdjusted<PointerTypeLoc>())
      T = P.getPointeeLoc();
    else if (auto A = T.getAsAdjusted<ArrayTypeLoc>())
      T = A.getElementLoc();
    else if (auto Name = T.getAsAdjusted<TypedefTypeLoc>())
      T = Name.getTypePtr()->getDecl()->getTypeSourceInfo()->getTypeLoc();
    else
      return {};
  }
  return {};
}

llvm::ArrayRef<ParmVarDecl *> secret::parametersOfPointer(const Expr *Callee) {
  const auto *D = dyn_cast_or_null<DeclaratorDecl>(pointerRead(Callee));
  if (!D || !D->getTypeSourceInfo())
    return {};
  FunctionProtoTypeLoc F = functionTypeOf(D->getTypeSourceInfo()->getTypeLoc());
  return F ? F.getParams() : llvm::ArrayRef<ParmVarDecl *>();
}

void FunctionLowering::describePointer(CallInfo &Info, const Expr *Callee) {
  const ValueDecl *Pointer = pointerRead(Callee);
  if (!Pointer)
    return;
  if (const auto *F = dyn_cast<FieldDecl>(Pointer))
    Info.Model = Secrets.modelOfField(F);
  Info.ZeroizesByName = !Info.Model && Secrets.pointerZeroizes(Pointer);
  Info.Zeroizes |= Info.ZeroizesByName;
  if (Info.Model || Info.Zeroizes)
    Info.Name = qualifiedName(Pointer);
}
