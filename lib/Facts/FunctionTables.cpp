//===- FunctionTables.cpp - Which functions tables may hold ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionTables.h"
#include "Generator.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

/// Records in records that are looked into for function pointers.
static constexpr unsigned MaxDepth = 8;

/// A pointer to functions, or an array of them.
static bool isSlotType(QualType T) {
  while (const auto *A = dyn_cast_or_null<ArrayType>(T->getAsArrayTypeUnsafe()))
    T = A->getElementType();
  return T->isFunctionPointerType();
}

/// A field, or an array that outlives its function. A single pointer is often
/// given another value where nobody sees it.
static bool isSlot(const ValueDecl *D) {
  if (isa<FieldDecl>(D))
    return isSlotType(D->getType());
  const auto *V = dyn_cast<VarDecl>(D);
  return V && V->hasGlobalStorage() && V->getType()->isArrayType() &&
         isSlotType(V->getType());
}

const ValueDecl *secret::slotOf(const Expr *Callee) {
  const ValueDecl *D = pointerRead(Callee);
  return D && isSlot(D) ? D : nullptr;
}

std::string secret::sharedUsrOf(const ValueDecl *Slot) {
  const SourceManager &Sources = Slot->getASTContext().getSourceManager();
  const auto *V = dyn_cast<VarDecl>(Slot);
  bool IsShared = V ? V->hasExternalFormalLinkage()
                    : !Sources.isInMainFile(Slot->getLocation());
  return IsShared ? usrOf(Slot) : "";
}

static const ValueDecl *canonical(const ValueDecl *D) {
  return cast<ValueDecl>(D->getCanonicalDecl());
}

const FunctionSlot *FunctionTables::find(const ValueDecl *Slot) const {
  auto It = Slots.find(canonical(Slot));
  return It == Slots.end() ? nullptr : &It->second;
}

static bool isNull(const Expr *E) {
  return isa<ImplicitValueInitExpr>(E) ||
         isa<IntegerLiteral, GNUNullExpr, CXXNullPtrLiteralExpr>(peel(E));
}

void FunctionTables::addStore(const ValueDecl *Slot, const Expr *Value,
                              const NamedDecl *Table) {
  if (!Value || !Slot || !isSlot(Slot))
    return;
  llvm::SmallVector<const Expr *, 4> Left{Value};
  while (!Left.empty()) {
    const Expr *E = Left.pop_back_val();
    if (const auto *C = dyn_cast<ConditionalOperator>(peel(E))) {
      Left.append({C->getTrueExpr(), C->getFalseExpr()});
      continue;
    }
    if (isNull(E) || pointerRead(E) == Slot)
      continue; // what was there before
    FunctionSlot &To = Slots[canonical(Slot)];
    const FunctionDecl *F = functionNamedBy(E);
    if (!F) {
      To.IsOpen = true;
      continue;
    }
    F = F->getCanonicalDecl();
    bool IsKnown = llvm::any_of(To.Entries, [&](const FunctionSlot::Entry &O) {
      return O.Function == F && O.Table == Table;
    });
    if (!IsKnown)
      To.Entries.push_back({F, Table});
  }
}

/// The fields of a record that \p List itself initializes.
void FunctionTables::addList(const InitListExpr *List, const NamedDecl *Table) {
  if (const InitListExpr *Semantic = List->getSemanticForm())
    List = Semantic;
  const auto *R = List->getType()->getAsRecordDecl();
  if (!R || !R->isCompleteDefinition() || R->isUnion() ||
      !holdsFunctions(List->getType()))
    return;
  unsigned I = 0;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    I = C->getNumBases();
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField() || I >= List->getNumInits())
      continue;
    const Expr *Init = List->getInit(I++);
    const auto *Inner = dyn_cast_or_null<InitListExpr>(Init);
    if (!Inner || !F->getType()->isArrayType()) {
      addStore(F, Init, Table);
      continue;
    }
    for (const Expr *Each : Inner->inits())
      addStore(F, Each, Table);
  }
}

bool FunctionTables::holdsFunctions(const RecordDecl *R, unsigned Depth) {
  auto [It, New] = Known.try_emplace(R, false);
  if (!New)
    return It->second;
  bool Yes = llvm::any_of(R->fields(), [&](const FieldDecl *F) {
    return holdsFunctions(F->getType(), Depth + 1);
  });
  return Known[R] = Yes;
}

/// A pointer to functions, or something with one in it.
bool FunctionTables::holdsFunctions(QualType T, unsigned Depth) {
  if (isSlotType(T))
    return true;
  while (const auto *A = dyn_cast_or_null<ArrayType>(T->getAsArrayTypeUnsafe()))
    T = A->getElementType();
  const RecordDecl *R = T->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  return R && Depth <= MaxDepth && holdsFunctions(R, Depth);
}

void FunctionTables::addVariable(const VarDecl *V) {
  if (!V->hasInit() || V->getType()->isDependentType() ||
      !holdsFunctions(V->getType()))
    return;
  if (isSlot(V))
    if (const auto *List = dyn_cast<InitListExpr>(V->getInit()))
      for (const Expr *Each : List->inits())
        addStore(V, Each, V);
  llvm::SmallVector<const Stmt *, 16> Left{V->getInit()};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (const auto *List = dyn_cast<InitListExpr>(S))
      addList(List, V);
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
}

void FunctionTables::sort(const SourceManager &Sources) {
  for (auto &[Decl, Slot] : Slots)
    llvm::stable_sort(Slot.Entries, [&](const FunctionSlot::Entry &A,
                                        const FunctionSlot::Entry &B) {
      return Sources.isBeforeInTranslationUnit(A.Table->getLocation(),
                                               B.Table->getLocation());
    });
}

void FunctionTables::addStatement(const Stmt *S, const FunctionDecl *In) {
  if (const auto *List = dyn_cast<InitListExpr>(S))
    return addList(List, In);
  if (const auto *B = dyn_cast<BinaryOperator>(S)) {
    if (B->getOpcode() == BO_Assign && B->getType()->isFunctionPointerType())
      addStore(pointerRead(B->getLHS()), B->getRHS(), In);
    return;
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each); V && isSlot(V))
        addVariable(V);
    return;
  }
  // Somebody else may write to a slot whose address is taken.
  const auto *U = dyn_cast<UnaryOperator>(S);
  if (U && U->getOpcode() == UO_AddrOf)
    if (const ValueDecl *Slot = slotOf(U->getSubExpr()))
      Slots[canonical(Slot)].IsOpen = true;
}
