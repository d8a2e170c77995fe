//===- Operators.cpp - Facts of operators and casts -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace secret;

void FunctionLowering::VisitUnaryOperator(const UnaryOperator *E) {
  ValueId V = 0;
  switch (E->getOpcode()) {
  case UO_AddrOf:
  case UO_Deref:
  case UO_Plus:
  case UO_Extension:
    return setValue(E, valueOf(E->getSubExpr()));
  case UO_LNot:
    V = valueOf(E->getSubExpr());
    emitValue(FactKind::Not, E).A = V;
    return;
  case UO_Minus: {
    ValueId Zero = constant(0, E);
    V = valueOf(E->getSubExpr());
    Fact &F = emitValue(FactKind::Arith, E);
    F.A = Zero;
    F.B = V;
    F.Op = ArithOp::Sub;
    return;
  }
  case UO_Not: { // ~x is -1 - x; constants have the sign of their width
    ValueId Ones = constant(-1, E);
    V = valueOf(E->getSubExpr());
    return setValue(E, arith(ArithOp::Sub, Ones, V, E));
  }
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return incrementOrDecrement(E);
  default:
    return mix(E);
  }
}

static ArithOp arithOf(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_Add:
    return ArithOp::Add;
  case BO_Sub:
    return ArithOp::Sub;
  case BO_Mul:
    return ArithOp::Mul;
  case BO_Div:
    return ArithOp::Div;
  case BO_And:
    return ArithOp::And;
  case BO_Or:
    return ArithOp::Or;
  default:
    return ArithOp::Other;
  }
}

void FunctionLowering::incrementOrDecrement(const UnaryOperator *E) {
  QualType T = E->getSubExpr()->getType();
  ValueId Address = valueOf(E->getSubExpr());
  ValueId Old = load(Address, T, E);
  ValueId One = constant(1, E);
  ValueId New;
  if (T->isPointerType()) {
    int64_t Scale = elementSize(T);
    New = element(Old, One, E->isIncrementOp() ? Scale : -Scale, E);
  } else {
    New = arith(E->isIncrementOp() ? ArithOp::Add : ArithOp::Sub, Old, One, E);
  }
  store(Address, New, T, E);
  bool IsLValue = E->isGLValue();
  setValue(E, E->isPostfix() ? Old : IsLValue ? Address : New);
}

static bool compareOp(BinaryOperatorKind Kind, CompareOp &Op) {
  switch (Kind) {
  case BO_EQ:
    Op = CompareOp::Eq;
    return true;
  case BO_NE:
    Op = CompareOp::Ne;
    return true;
  case BO_LT:
    Op = CompareOp::Lt;
    return true;
  case BO_LE:
    Op = CompareOp::Le;
    return true;
  case BO_GT:
    Op = CompareOp::Gt;
    return true;
  case BO_GE:
    Op = CompareOp::Ge;
    return true;
  default:
    return false;
  }
}

void FunctionLowering::VisitBinaryOperator(const BinaryOperator *E) {
  CompareOp Cmp;
  if (E->isAssignmentOp())
    return assign(E);
  if (E->getOpcode() == BO_Comma)
    return setValue(E, valueOf(E->getRHS()));
  if (E->isLogicalOp()) {
    ValueId Right = valueOf(E->getRHS());
    Fact &F = emitValue(FactKind::Choose, E);
    F.Operands.push_back(Right);
    F.Number = E->getOpcode() == BO_LOr;
    F.Flag = true; // has a value when no operand was evaluated
    return;
  }
  ValueId Left = valueOf(E->getLHS());
  ValueId Right = valueOf(E->getRHS());
  if (compareOp(E->getOpcode(), Cmp)) {
    Fact &F = emitValue(FactKind::Compare, E);
    F.A = Left;
    F.B = Right;
    F.Cmp = Cmp;
    return;
  }
  arithmetic(E);
}

/// What a shift by a literal multiplies with, or divides by; 0 for all else.
static int64_t shiftFactor(const BinaryOperator *E) {
  constexpr uint64_t MaxShift = 30;
  const auto *By = dyn_cast<IntegerLiteral>(E->getRHS()->IgnoreParenImpCasts());
  bool Divides = E->getOpcode() == BO_Shr &&
                 E->getLHS()->getType()->isUnsignedIntegerType();
  if (!By || By->getValue().ugt(MaxShift) ||
      (E->getOpcode() != BO_Shl && !Divides))
    return 0;
  return int64_t(1) << By->getValue().getZExtValue();
}

void FunctionLowering::arithmetic(const BinaryOperator *E) {
  ValueId Left = valueOf(E->getLHS());
  ValueId Right = valueOf(E->getRHS());
  QualType L = E->getLHS()->getType(), R = E->getRHS()->getType();
  if (E->isAdditiveOp() && (L->isPointerType() || R->isPointerType())) {
    if (L->isPointerType() && R->isPointerType()) // a distance is public
      return void(emitValue(FactKind::Mix, E));
    int64_t Scale = elementSize(E->getType());
    if (E->getOpcode() == BO_Sub)
      Scale = -Scale;
    if (R->isPointerType())
      std::swap(Left, Right);
    QualType T = E->getType()->getPointeeType();
    return setValue(E, element(Left, Right, Scale, E,
                               T->isRecordType() || T->isArrayType()));
  }
  BinaryOperatorKind Op = E->getOpcode();
  if (int64_t Factor = shiftFactor(E)) {
    Right = constant(Factor, E);
    Op = Op == BO_Shl ? BO_Mul : BO_Div;
  }
  Fact &F = emitValue(FactKind::Arith, E);
  F.A = Left;
  F.B = Right;
  F.Op = arithOf(Op);
}

void FunctionLowering::assign(const BinaryOperator *E) {
  ValueId To = valueOf(E->getLHS());
  ValueId From = valueOf(E->getRHS());
  QualType T = E->getLHS()->getType();
  if (Holding Holds = Types.holdingOf(T);
      Holds == Holding::View || Holds == Holding::Owner) {
    copyObject(To, From, T, /*Moves=*/false, E);
    return setValue(E, To);
  }
  if (T->isRecordType() || T->isArrayType()) {
    Fact &F = emit(FactKind::Copy, E);
    F.A = To;
    F.B = From;
    F.Size = Types.sizeOf(T);
    F.IsVolatile = T.isVolatileQualified();
    return setValue(E, To);
  }
  store(To, From, T, E);
  if (const FieldDecl *Bits = E->getLHS()->getSourceBitField()) {
    Now->Facts.back().Size = Types.sizeOf(Bits);
    Now->Facts.back().Flag = true; // its neighbours share the bytes
  }
  setValue(E, E->isGLValue() ? To : From);
}

void FunctionLowering::VisitCompoundAssignOperator(
    const CompoundAssignOperator *E) {
  QualType T = E->getLHS()->getType();
  ValueId Address = valueOf(E->getLHS());
  ValueId Right = valueOf(E->getRHS());
  ValueId Old = load(Address, T, E);
  ValueId New;
  if (T->isPointerType()) {
    int64_t Scale = elementSize(T);
    New =
        element(Old, Right, E->getOpcode() == BO_SubAssign ? -Scale : Scale, E);
  } else {
    auto Op = BinaryOperator::getOpForCompoundAssignment(E->getOpcode());
    // A capacity that doubles in a loop: blocks have one size on all paths.
    bool Grows = Op == BO_Mul || Op == BO_Div;
    New = arith(Grows ? ArithOp::Other : arithOf(Op), Old, Right, E);
  }
  store(Address, New, T, E);
  setValue(E, E->isGLValue() ? Address : New);
}

void FunctionLowering::VisitConditionalOperator(const ConditionalOperator *E) {
  ValueId T = valueOf(E->getTrueExpr()), F = valueOf(E->getFalseExpr());
  emitValue(FactKind::Choose, E).Operands = {T, F};
}

void FunctionLowering::VisitBinaryConditionalOperator(
    const BinaryConditionalOperator *E) {
  ValueId T = valueOf(E->getCommon()), F = valueOf(E->getFalseExpr());
  // The common expression is always evaluated, so the other one goes first.
  emitValue(FactKind::Choose, E).Operands = {F, T};
}

/// The value of a constant that has a name: `const size_t KeySize = 32;`.
bool FunctionLowering::isKnownNumber(const CastExpr *E) {
  const Expr *Named = E->getSubExpr()->IgnoreParens();
  const VarDecl *V = nullptr;
  if (const auto *R = dyn_cast<DeclRefExpr>(Named))
    V = dyn_cast<VarDecl>(R->getDecl());
  else if (const auto *M = dyn_cast<MemberExpr>(Named))
    V = dyn_cast<VarDecl>(M->getMemberDecl());
  if (!V || !V->hasGlobalStorage() || !V->getType().isConstQualified() ||
      V->getType().isVolatileQualified() ||
      !V->getType()->isIntegralOrEnumerationType() || Secrets.tagOf(V))
    return false;
  const VarDecl *Definition = nullptr;
  const Expr *Init = V->getAnyInitializer(Definition);
  if (!Init || Init->isValueDependent())
    return false;
  const APValue *Known = Definition->evaluateValue();
  if (!Known || !Known->isInt() || !Known->getInt().isRepresentableByInt64())
    return false;
  emitValue(FactKind::Constant, E).Number = Known->getInt().getExtValue();
  return true;
}

void FunctionLowering::VisitCastExpr(const CastExpr *E) {
  if (E->getCastKind() == CK_FunctionToPointerDecay ||
      E->getCastKind() == CK_BuiltinFnToFnPtr)
    return;
  ValueId V = valueOf(E->getSubExpr());
  switch (E->getCastKind()) {
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
    return castToBase(E);
  case CK_LValueToRValue:
    if (isKnownNumber(E))
      return;
    if (!E->getType()->isRecordType()) {
      V = load(V, E->getSubExpr()->getType(), E);
      if (readsKnownFunction(E))
        Now->Facts.back().Flag = true;
    }
    return setValue(E, V);
  case CK_NullToPointer:
    return setValue(E, constant(0, E));
  case CK_PointerToBoolean:
  case CK_IntegralToBoolean: {
    ValueId Zero = constant(0, E);
    Fact &F = emitValue(FactKind::Compare, E);
    F.A = V;
    F.B = Zero;
    F.Cmp = CompareOp::Ne;
    return;
  }
  case CK_IntegralToFloating:
  case CK_FloatingToIntegral:
  case CK_FloatingCast:
  case CK_FloatingToBoolean:
    return mix(E);
  case CK_BitCast:
  case CK_BaseToDerived:
  case CK_Dynamic:
    return setValue(E, usedAs(V, E));
  default:
    return setValue(E, V);
  }
}

/// `struct session *s = context;` where context is a `void *`: what it points
/// to has the tags of the record.
ValueId FunctionLowering::usedAs(ValueId Pointer, const CastExpr *E) {
  QualType T = E->getType();
  T = T->isPointerType() ? T->getPointeeType() : T.getNonReferenceType();
  if (!T->isRecordType() || Types.infoOf(T.getUnqualifiedType()).Tagged.empty())
    return Pointer;
  retype(Pointer, T.getUnqualifiedType(), E);
  return Now->Facts.back().Result;
}
