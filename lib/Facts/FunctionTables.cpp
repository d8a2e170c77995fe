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
#include "llvm/Support/Path.h"

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
  if (const auto *F = dyn_cast<FieldDecl>(D)) // what else is in a union?
    return isSlotType(F->getType()) && !F->getParent()->isUnion();
  const auto *V = dyn_cast<VarDecl>(D);
  return V && V->hasGlobalStorage() && V->getType()->isArrayType() &&
         isSlotType(V->getType());
}

const ValueDecl *secret::slotOf(const Expr *Callee) {
  const ValueDecl *D = pointerRead(Callee);
  if (const auto *V = dyn_cast_or_null<VarDecl>(D);
      V && V->getType()->isFunctionPointerType())
    if (const Expr *Value = onlyValueOf(V))
      D = pointerRead(Value);
  return D && isSlot(D) ? D : nullptr;
}

/// Relative to \p Root; without its folder if it is elsewhere.
static std::string pathBelow(llvm::StringRef Root, llvm::StringRef Path) {
  llvm::StringRef Inner = Path;
  if (!Root.empty() && Inner.consume_front(Root) &&
      (Inner.starts_with("/") || Root.ends_with("/")))
    return Inner.ltrim('/').str();
  return llvm::sys::path::filename(Path).str();
}

std::string secret::sharedNameOf(const ValueDecl *Slot, llvm::StringRef Root) {
  const SourceManager &Sources = Slot->getASTContext().getSourceManager();
  const auto *V = dyn_cast<VarDecl>(Slot);
  const SourceLocation At =
      Sources.getExpansionLoc(Slot->getCanonicalDecl()->getLocation());
  bool IsShared = V ? V->hasExternalFormalLinkage() : !Sources.isInMainFile(At);
  OptionalFileEntryRef File =
      Sources.getFileEntryRefForID(Sources.getFileID(At));
  if (!IsShared || !File)
    return "";
  return usrOf(Slot) + "@" +
         pathBelow(Root, File->getFileEntry().tryGetRealPathName()) + ":" +
         std::to_string(Sources.getExpansionLineNumber(At));
}

std::string secret::tableName(const FunctionSlot::Table &T) {
  std::string Name = usrOf(T.Variable);
  if (T.Variable->getType()->isArrayType())
    Name += "[" + std::to_string(T.Element) + "]";
  return Name;
}

static const ValueDecl *canonical(const ValueDecl *D) {
  return cast<ValueDecl>(D->getCanonicalDecl());
}

const FunctionSlot *FunctionTables::find(const ValueDecl *Slot) const {
  auto It = Slots.find(canonical(Slot));
  return It == Slots.end() ? nullptr : &It->second;
}

void FunctionTables::addStore(const ValueDecl *Slot, const Expr *Value,
                              FunctionSlot::Table In) {
  if (!Value || !Slot || !isSlot(Slot))
    return;
  llvm::SmallVector<const Expr *, 4> Left{Value};
  while (!Left.empty()) {
    const Expr *E = Left.pop_back_val();
    if (const auto *C = dyn_cast<ConditionalOperator>(peel(E))) {
      Left.append({C->getTrueExpr(), C->getFalseExpr()});
      continue;
    }
    if (const auto *Row = dyn_cast<InitListExpr>(peel(E))) {
      llvm::append_range(Left, Row->inits());
      continue;
    }
    if (isNullPointer(E) || pointerRead(E) == Slot)
      continue; // what was there before
    FunctionSlot &To = Slots[canonical(Slot)];
    const FunctionDecl *F = functionNamedBy(E);
    if (!F) {
      To.IsOpen = true;
      continue;
    }
    F = F->getCanonicalDecl();
    auto Known = llvm::find_if(To.Entries, [&](const FunctionSlot::Entry &O) {
      return O.Function == F;
    });
    if (Known == To.Entries.end())
      Known = To.Entries.insert(Known, {F, {}});
    if (In.Variable)
      Known->Tables.push_back(In);
  }
}

/// The fields of a record that \p List itself initializes.
void FunctionTables::addList(const InitListExpr *List, FunctionSlot::Table In) {
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
      addStore(F, Init, In);
      continue;
    }
    for (const Expr *Each : Inner->inits())
      addStore(F, Each, In);
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

/// All lists in \p Init.
void FunctionTables::addLists(const Expr *Init, FunctionSlot::Table In) {
  llvm::SmallVector<const Stmt *, 16> Left{Init};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (const auto *List = dyn_cast<InitListExpr>(S))
      addList(List, In);
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
}

void FunctionTables::addVariable(const VarDecl *V) {
  if (!V->hasInit() || V->getType()->isDependentType() ||
      !holdsFunctions(V->getType()))
    return;
  const ASTContext &Context = V->getASTContext();
  FunctionSlot::Table In;
  if (Context.getBaseElementType(V->getType()).isConstQualified())
    In.Variable = V;
  const auto *List = dyn_cast<InitListExpr>(V->getInit());
  if (!List || !V->getType()->isArrayType())
    return addLists(V->getInit(), In);
  for (const Expr *Each : List->inits()) {
    addStore(V, Each, In);
    addLists(Each, In);
    ++In.Element;
  }
}

void FunctionTables::sort(const SourceManager &Sources) {
  auto IsBefore = [&](const Decl *A, const Decl *B) {
    return Sources.isBeforeInTranslationUnit(A->getLocation(),
                                             B->getLocation());
  };
  for (auto &[Decl, Slot] : Slots) {
    llvm::stable_sort(Slot.Entries, [&](const auto &A, const auto &B) {
      return IsBefore(A.Function, B.Function);
    });
    for (FunctionSlot::Entry &E : Slot.Entries)
      llvm::stable_sort(E.Tables, [&](const auto &A, const auto &B) {
        return A.Variable == B.Variable ? A.Element < B.Element
                                        : IsBefore(A.Variable, B.Variable);
      });
  }
}

/// The array that \p S is the address of, or null.
static const Expr *decayed(const Stmt *S) {
  const auto *C = dyn_cast_or_null<CastExpr>(S);
  while (C && C->getCastKind() == CK_BitCast)
    C = dyn_cast<CastExpr>(C->getSubExpr());
  return C && C->getCastKind() == CK_ArrayToPointerDecay ? C->getSubExpr()
                                                         : nullptr;
}

/// Somebody else may write to a slot whose address is known, which that of an
/// array is wherever it is not an element that is read.
void FunctionTables::addUse(const Stmt *S) {
  auto Open = [&](const Expr *E) {
    if (const ValueDecl *D = E ? slotOf(E) : nullptr)
      Slots[canonical(D)].IsOpen = true;
  };
  const auto *U = dyn_cast<UnaryOperator>(S);
  if (U && U->getOpcode() == UO_AddrOf)
    Open(U->getSubExpr());
  if (isa<ArraySubscriptExpr, CastExpr, ParenExpr>(S) ||
      (U && U->getOpcode() == UO_Deref))
    return;
  for (const Stmt *Child : S->children())
    Open(decayed(Child));
}

void FunctionTables::addStatement(const Stmt *S) {
  if (const auto *List = dyn_cast<InitListExpr>(S))
    return addList(List, {});
  if (const auto *D = dyn_cast<DeclStmt>(S))
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each); V && isSlot(V))
        addVariable(V);
  if (const auto *B = dyn_cast<BinaryOperator>(S);
      B && B->getOpcode() == BO_Assign && B->getType()->isFunctionPointerType())
    addStore(pointerRead(B->getLHS()), B->getRHS(), {});
  addUse(S);
}
