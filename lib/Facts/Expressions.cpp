//===- Expressions.cpp - Facts of expressions -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compat/RecordType.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Expressions that lowerAgain follows; longer ones are taken as unknown.
constexpr unsigned MaxLowerAgain = 12;
} // namespace

/// The node under \p E that has the same value, or null.
static const Expr *transparent(const Expr *E) {
  if (const auto *P = dyn_cast<ParenExpr>(E))
    return P->getSubExpr();
  if (const auto *F = dyn_cast<FullExpr>(E))
    return F->getSubExpr();
  if (const auto *O = dyn_cast<OpaqueValueExpr>(E))
    return O->getSourceExpr();
  if (const auto *G = dyn_cast<GenericSelectionExpr>(E))
    return G->isResultDependent() ? nullptr : G->getResultExpr();
  if (const auto *C = dyn_cast<ChooseExpr>(E))
    return C->isConditionDependent() ? nullptr : C->getChosenSubExpr();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_Extension)
    return U->getSubExpr();
  if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return S->getReplacement();
  if (const auto *D = dyn_cast<CXXDefaultArgExpr>(E))
    return D->getExpr();
  if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
    return B->getSubExpr();
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E))
    return D->getExpr();
  return nullptr;
}

/// The innermost expression of the same value.
static const Expr *last(const Expr *E) {
  while (const Expr *Inner = transparent(E))
    E = Inner;
  return E;
}

const Expr *secret::peel(const Expr *E) {
  while (E) {
    const Expr *Inner = transparent(E);
    if (!Inner)
      if (const auto *C = dyn_cast<CastExpr>(E))
        Inner = C->getSubExpr();
    if (!Inner)
      break;
    E = Inner;
  }
  return E;
}

ValueId FunctionLowering::valueOf(const Expr *E) {
  const Expr *Start = E;
  while (E) {
    if (auto It = Values.find(E); It != Values.end())
      return It->second;
    E = transparent(E);
  }
  if (const FunctionDecl *F = functionNamedBy(Start)) {
    ValueId V = constant(numberForName(usrOf(F)), Start);
    setValue(Start, V);
    return V;
  }
  const auto *List =
      dyn_cast_or_null<InitListExpr>(Start ? last(Start) : Start);
  if (List && List->getType()->isRecordType()) {
    ValueId Address = addressOf(newTemporary(List->getType(), List), List);
    initializeList(Address, List, List, /*HasTaggedPointers=*/true);
    setValue(Start, Address);
    return Address;
  }
  ValueId V = emit(FactKind::Mix, Start).Result = newValue();
  setValue(Start, V);
  return V;
}

/// `auto [a, b] = record;`
ValueId FunctionLowering::binding(const BindingDecl *B, const Expr *At) {
  if (const VarDecl *Holder = B->getHoldingVar())
    return load(addressOf(objectOf(Holder), At), Holder->getType(), At);
  const Expr *E = B->getBinding();
  return E ? lowerAgain(E) : emit(FactKind::Mix, At).Result = newValue();
}

ValueId FunctionLowering::lowerAgain(const Expr *E, unsigned Depth) {
  // Another read of a variable changes nothing, though it be volatile.
  bool IsRead = isa<DeclRefExpr>(peel(E));
  if (Depth > MaxLowerAgain || (!IsRead && E->HasSideEffects(Context))) {
    Fact &F = emit(FactKind::Mix, E);
    return F.Result = newValue();
  }
  for (const Stmt *Child : E->children())
    if (const auto *C = dyn_cast_or_null<Expr>(Child))
      lowerAgain(C, Depth + 1);
  Visit(E);
  return valueOf(E);
}

void FunctionLowering::VisitStmt(const Stmt *) {}

/// An expression that nobody handles: unknown, but secret if a part of it is.
void FunctionLowering::VisitExpr(const Expr *E) {
  if (const Expr *Inner = transparent(E))
    return setValue(E, valueOf(Inner));
  mix(E);
}

/// `a != b` that stands for `!(a == b)`.
void FunctionLowering::VisitCXXRewrittenBinaryOperator(
    const CXXRewrittenBinaryOperator *E) {
  setValue(E, valueOf(E->getSemanticForm()));
}

void FunctionLowering::mix(const Expr *E) {
  llvm::SmallVector<ValueId, 4> Operands;
  for (const Stmt *Child : E->children())
    if (const auto *C = dyn_cast_or_null<Expr>(Child))
      if (auto It = Values.find(C); It != Values.end())
        Operands.push_back(It->second);
  emitValue(FactKind::Mix, E).Operands.assign(Operands.begin(), Operands.end());
}

void FunctionLowering::VisitIntegerLiteral(const IntegerLiteral *E) {
  const llvm::APInt &Value = E->getValue();
  if (Value.getSignificantBits() > 64)
    return mix(E);
  emitValue(FactKind::Constant, E).Number = Value.getSExtValue();
}

void FunctionLowering::VisitCharacterLiteral(const CharacterLiteral *E) {
  emitValue(FactKind::Constant, E).Number = E->getValue();
}

void FunctionLowering::VisitCXXBoolLiteralExpr(const CXXBoolLiteralExpr *E) {
  emitValue(FactKind::Constant, E).Number = E->getValue();
}

void FunctionLowering::VisitCXXNullPtrLiteralExpr(
    const CXXNullPtrLiteralExpr *E) {
  emitValue(FactKind::Constant, E).Number = 0;
}

void FunctionLowering::VisitGNUNullExpr(const GNUNullExpr *E) {
  emitValue(FactKind::Constant, E).Number = 0;
}

void FunctionLowering::VisitStringLiteral(const StringLiteral *E) {
  ObjectInfo Info;
  Info.Kind = ObjectKind::Literal;
  Info.Name = "a string literal";
  Info.Size = E->getByteLength();
  Info.IsConst = true;
  Info.StartsZero = constantKind(E).IsZero;
  Info.Declared = spanOf(E);
  setValue(E, addressOf(newObject(std::move(Info)), E));
}

void FunctionLowering::VisitPredefinedExpr(const PredefinedExpr *E) { mix(E); }

void FunctionLowering::VisitDeclRefExpr(const DeclRefExpr *E) {
  const ValueDecl *D = E->getDecl();
  if (const auto *C = dyn_cast<EnumConstantDecl>(D)) {
    if (C->getInitVal().getSignificantBits() <= 64) {
      emitValue(FactKind::Constant, E).Number = C->getInitVal().getExtValue();
      return;
    }
    return mix(E);
  }
  const auto *V = dyn_cast<VarDecl>(D);
  if (const auto *B = dyn_cast<BindingDecl>(D))
    return setValue(E, binding(B, E));
  if (isa<FunctionDecl>(D))
    return; // mostly called, which needs no value: see valueOf
  if (!V)
    return mix(E);
  if (Captures.count(V))
    return setValue(E, captured(V, E));
  ValueId Address = addressOf(objectOf(V), E);
  if (V->getType()->isReferenceType())
    Address = load(Address, V->getType(), E);
  setValue(E, Address);
}

void FunctionLowering::VisitMemberExpr(const MemberExpr *E) {
  ValueId Base = valueOf(E->getBase());
  const auto *F = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!F) {
    if (const auto *V = dyn_cast<VarDecl>(E->getMemberDecl()))
      return setValue(E, addressOf(objectOf(V), E));
    return setValue(E, Base); // a member function: its object
  }
  int64_t Offset = Types.offsetOf(F);
  if (Offset == UnknownSize)
    return mix(E);
  TypeId Record = Types.idOf(recordType(Context, F->getParent()));
  ValueId Address = field(Base, Offset, Types.sizeOf(F), E);
  Now->Facts.back().Type = Record;
  if (F->getType()->isReferenceType())
    Address = load(Address, F->getType(), E);
  setValue(E, Address);
}

int64_t FunctionLowering::elementSize(QualType Pointer) {
  QualType T = Pointer->getPointeeType();
  if (T.isNull())
    return 1;
  int64_t Size = Types.sizeOf(T);
  return Size > 0 ? Size : (T->isVoidType() || T->isFunctionType() ? 1 : 0);
}

void FunctionLowering::VisitArraySubscriptExpr(const ArraySubscriptExpr *E) {
  QualType T = E->getType();
  ValueId Base = valueOf(E->getBase()), Index = valueOf(E->getIdx());
  setValue(E, element(Base, Index, elementSize(E->getBase()->getType()), E,
                      T->isRecordType() || T->isArrayType()));
  if (T->isArrayType()) // a row: arithmetic on it stays inside
    Now->Facts.back().Size = Types.sizeOf(T);
  if (T->isRecordType() || T->isArrayType())
    addLoopCount(E, E->getIdx());
}

void FunctionLowering::VisitUnaryExprOrTypeTraitExpr(
    const UnaryExprOrTypeTraitExpr *E) {
  int64_t Size =
      E->getKind() == UETT_SizeOf ? Types.sizeOf(E->getTypeOfArgument()) : -1;
  if (E->isValueDependent() || Size == UnknownSize)
    return mix(E);
  Fact &F = emitValue(FactKind::Constant, E);
  F.Number = Size;
  Holding Holds = Types.holdingOf(E->getTypeOfArgument());
  if (E->getTypeOfArgument()->isAnyPointerType() || Holds == Holding::Owner ||
      Holds == Holding::Block)
    F.Flavor = NumberFlavor::SizeofPointer;
}

void FunctionLowering::VisitOffsetOfExpr(const OffsetOfExpr *E) {
  Expr::EvalResult Result;
  if (E->isValueDependent() || !E->EvaluateAsInt(Result, Context))
    return mix(E);
  emitValue(FactKind::Constant, E).Number = Result.Val.getInt().getExtValue();
}

void FunctionLowering::VisitStmtExpr(const StmtExpr *E) {
  const auto *Body = E->getSubStmt();
  const auto *Last =
      Body->body_empty() ? nullptr : dyn_cast<Expr>(Body->body_back());
  if (!Last || E->getType()->isVoidType())
    return;
  setValue(E, valueOf(Last));
}

void FunctionLowering::VisitCXXThisExpr(const CXXThisExpr *E) {
  setValue(E, thisPointer(E));
}

void FunctionLowering::VisitMaterializeTemporaryExpr(
    const MaterializeTemporaryExpr *E) {
  QualType T = E->getType();
  ValueId V = valueOf(E->getSubExpr());
  if (T->isRecordType() || T->isArrayType())
    return setValue(E, V);
  ValueId Address = addressOf(newTemporary(T, E), E);
  store(Address, V, T, E, /*Initial=*/true);
  setValue(E, Address);
}
