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

/// The pointer or array that \p E reads an element of; null if it does not.
static const Expr *insideOf(const Expr *E) {
  const auto *U = dyn_cast<UnaryOperator>(E);
  if (U && U->getOpcode() == UO_Deref)
    return U->getSubExpr();
  const auto *A = dyn_cast<ArraySubscriptExpr>(E);
  return A ? A->getBase() : nullptr;
}

const ValueDecl *secret::pointerRead(const Expr *Callee) {
  const Expr *Bare = peel(Callee);
  while (const Expr *Inner = insideOf(Bare))
    Bare = peel(Inner);
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

bool secret::isNullPointer(const Expr *E) {
  return isa<ImplicitValueInitExpr>(E) ||
         isa<IntegerLiteral, GNUNullExpr, CXXNullPtrLiteralExpr>(peel(E));
}

namespace {

/// What is done with a variable.
struct Uses {
  llvm::SmallVector<const Expr *, 2> Values; ///< that it is given
  bool AreKnown = true;
};

} // namespace

static bool isReadOf(const Stmt *S, const VarDecl *V) {
  const auto *C = dyn_cast<ImplicitCastExpr>(S);
  return C && C->getCastKind() == CK_LValueToRValue &&
         variableOf(C->getSubExpr()) == V;
}

/// \returns the value if \p S assigns one to \p V.
static const Expr *assignedTo(const VarDecl *V, const Stmt *S) {
  const auto *B = dyn_cast<BinaryOperator>(S);
  return B && B->getOpcode() == BO_Assign && variableOf(B->getLHS()) == V
             ? B->getRHS()
             : nullptr;
}

static Uses usesIn(const Stmt *Body, const VarDecl *V) {
  Uses All;
  llvm::SmallVector<const Stmt *, 32> Left{Body};
  for (unsigned Count = 0; !Left.empty() && All.AreKnown; ++Count) {
    const Stmt *S = Left.pop_back_val();
    const auto *R = dyn_cast<DeclRefExpr>(S);
    All.AreKnown = Count <= MaxNodes && !(R && R->getDecl() == V);
    if (isReadOf(S, V))
      continue;
    if (const Expr *Value = assignedTo(V, S)) {
      All.Values.push_back(Value);
      Left.push_back(Value);
      continue;
    }
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return All;
}

const Expr *secret::onlyValueOf(const VarDecl *V) {
  const auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!F || !V->isLocalVarDecl() || !V->hasLocalStorage() || !F->getBody())
    return nullptr;
  Uses All = usesIn(F->getBody(), V);
  if (const Expr *Init = V->getAnyInitializer())
    All.Values.push_back(Init);
  llvm::erase_if(All.Values, isNullPointer);
  return All.AreKnown && All.Values.size() == 1 ? All.Values.front() : nullptr;
}

const FunctionDecl *secret::calleeThroughPointer(const Expr *Callee,
                                                 bool &ThroughVolatile) {
  const ValueDecl *Pointer = pointerRead(Callee);
  if (!Pointer)
    return nullptr;
  if (const auto *F = dyn_cast<FieldDecl>(Pointer))
    return functionInTable(Callee, F);
  ThroughVolatile = Pointer->getType().isVolatileQualified();
  const auto *V = cast<VarDecl>(Pointer);
  // A pointer that can be assigned to may call anything.
  return functionNamedBy(ThroughVolatile || V->getType().isConstQualified()
                             ? V->getAnyInitializer()
                             : onlyValueOf(V));
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
