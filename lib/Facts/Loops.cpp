//===- Loops.cpp - Facts of loops that zeroize or count -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace secret;

const VarDecl *secret::variableOf(const Expr *E) {
  E = E ? peel(E) : nullptr;
  const auto *R = dyn_cast_or_null<DeclRefExpr>(E);
  return R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
}

/// The only statement of a loop's body.
const Stmt *secret::onlyStatement(const Stmt *Body) {
  while (const auto *C = dyn_cast_or_null<CompoundStmt>(Body))
    Body = C->size() == 1 ? C->body_front() : nullptr;
  return Body;
}

/// The innermost loop over \p Index around \p Element; null if there is none.
const CountedLoop *FunctionLowering::loopOver(const Expr *Index,
                                              const Expr *Element) {
  const ValueDecl *V = steppableOf(Index);
  auto Begin = Element->getBeginLoc();
  const CountedLoop *Inner = nullptr;
  for (const CountedLoop &Each : Counted)
    if (V && Each.Index == V && Each.Loop->getBeginLoc() <= Begin &&
        Begin <= Each.Loop->getEndLoc())
      Inner = &Each;
  return Inner;
}

/// Says of the element fact that was just made, `p[i]` in a loop over i, where
/// i goes: up to the first operand, from the second one on.
void FunctionLowering::addLoopCount(const Expr *Element, const Expr *Index) {
  const ValueDecl *V = steppableOf(Index);
  const CountedLoop *Inner = loopOver(Index, Element);
  if (!Inner)
    return;
  Fact Known = std::move(Now->Facts.back());
  Now->Facts.pop_back();
  Known.Operands.push_back(lowerSum(Inner->Bound, Element));
  if (const Expr *From = startOf(Inner->Loop->getInit(), V))
    Known.Operands.push_back(lowerOperand(From));
  Now->Facts.push_back(std::move(Known));
}

/// Names the arrays that a loop from 0 on walks through before its condition is
/// asked: where that is false at once, they hold nothing.
void FunctionLowering::countElements(const Stmt *Terminator) {
  constexpr unsigned MaxVisited = 500, MaxArrays = 4;
  const auto *Loop = dyn_cast_or_null<ForStmt>(Terminator);
  auto It = llvm::find_if(
      Counted, [&](const CountedLoop &Each) { return Each.Loop == Loop; });
  Expr::EvalResult Start;
  const Expr *From =
      It != Counted.end() ? startOf(Loop->getInit(), It->Index) : nullptr;
  if (!From || From->isValueDependent() ||
      !From->EvaluateAsInt(Start, Context) || Start.Val.getInt() != 0)
    return;
  auto Saved = Values;
  llvm::SmallVector<const Stmt *, 32> Left{Loop->getBody()};
  unsigned Found = 0;
  for (unsigned Count = 0; !Left.empty() && Count != MaxVisited; ++Count) {
    const Stmt *S = Left.pop_back_val();
    const auto *E = dyn_cast<ArraySubscriptExpr>(S);
    if (E && steppableOf(E->getIdx()) == It->Index && ++Found <= MaxArrays &&
        !E->getType().isConstQualified() && // nobody zeroizes these
        (E->getType()->isRecordType() || E->getType()->isArrayType())) {
      ValueId Base = lowerAgain(E->getBase());
      element(Base, constant(0, E), elementSize(E->getBase()->getType()), E,
              true);
      addLoopCount(E, E->getIdx());
    }
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  Values = std::move(Saved);
}

/// `vector[i]` in a loop over i, where the elements are records: as `p[i]`.
bool FunctionLowering::isCountedElement(const CallExpr *E) {
  const auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Op || Op->getOperator() != OO_Subscript || Op->getNumArgs() != 2 ||
      !Op->getArg(1)->getType()->isIntegerType() || !loopOver(Op->getArg(1), E))
    return false;
  QualType Container = Op->getArg(0)->getType(), T = E->getType();
  Holding Holds = Types.holdingOf(Container);
  if ((Holds != Holding::Block && Holds != Holding::Inline) ||
      !T->isRecordType() || E->isPRValue() ||
      !Context.hasSameUnqualifiedType(Types.elementOf(Container), T))
    return false;
  setValue(E, element(valueOf(Op->getArg(0)), lowerOperand(Op->getArg(1)),
                      Types.sizeOf(T), E, true));
  Now->Facts.back().Type = Types.idOf(Container.getUnqualifiedType());
  addLoopCount(E, Op->getArg(1));
  return true;
}

void FunctionLowering::findLoops(const Stmt *Body) {
  forEachStatement(Body, [&](const Stmt *S) {
    const auto *Loop = dyn_cast<ForStmt>(S);
    if (auto Found = Loop ? countedLoop(Loop, Context, Types) : std::nullopt)
      Counted.push_back(*Found);
  });
  LoopsOfZeros = zeroLoopsIn(Body, Context, Types);
  if (Context.getLangOpts().CPlusPlus)
    findRangeLoops(Body);
  for (const auto &[Loop, Found] : LoopsOfZeros)
    if (isa<DoStmt>(Loop))
      LoopStores[Found.Store] = Loop;
}

/// The value of \p E, which may be the variable itself.
ValueId FunctionLowering::lowerOperand(const Expr *E) {
  ValueId V = lowerAgain(E);
  QualType T = E->getType();
  return E->isGLValue() && T->isScalarType() ? load(V, T, E) : V;
}

ValueId FunctionLowering::arith(ArithOp Op, ValueId A, ValueId B,
                                const Stmt *At) {
  Fact &F = emit(FactKind::Arith, At);
  F.A = A;
  F.B = B;
  F.Op = Op;
  return F.Result = newValue();
}

/// The value of \p S: what is added, then the number, then what is subtracted.
ValueId FunctionLowering::lowerSum(const Sum &S, const Stmt *At) {
  ValueId Result = 0;
  for (const Sum::Term &Each : S.Terms)
    if (Each.Sign > 0) {
      ValueId V = lowerOperand(Each.Value);
      Result = Result ? arith(ArithOp::Add, Result, V, At) : V;
    }
  if (!Result || S.Number) {
    ValueId Number = constant(S.Number, At);
    Result = Result ? arith(ArithOp::Add, Result, Number, At) : Number;
  }
  for (const Sum::Term &Each : S.Terms)
    if (Each.Sign < 0)
      Result = arith(ArithOp::Sub, Result, lowerOperand(Each.Value), At);
  return Result;
}

void FunctionLowering::emitZeroLoop(const ZeroLoop &Shape, const Stmt *Loop) {
  ValueId Pointer = lowerOperand(Shape.Pointer);
  QualType T = Shape.Pointer->getType();
  if (Shape.Pointer->isGLValue() && Types.holdingOf(T) == Holding::View)
    Pointer = loadView(Pointer, T, Loop);
  if (!Shape.First.Terms.empty())
    Pointer = element(Pointer, lowerSum(Shape.First, Loop), Shape.Scale, Loop);
  if (Shape.Offset)
    Pointer = element(Pointer, constant(Shape.Offset, Loop), 1, Loop);
  ValueId Length = Shape.IsCounted ? lowerSum(Shape.Length, Loop) : 0;
  if (Length && Shape.Unit != 1)
    Length = arith(ArithOp::Mul, Length, constant(Shape.Unit, Loop), Loop);
  Fact &F = emit(FactKind::Zeroize, Loop);
  F.A = Pointer;
  F.B = Length;
  F.IsVolatile = Shape.IsVolatile;
  F.Flag = true;
}

void FunctionLowering::emitZeroLoop(const Stmt *Loop) {
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Loop))
    return zeroizeRange(Range);
  auto It = LoopsOfZeros.find(Loop);
  if (It == LoopsOfZeros.end())
    return;
  auto Saved = Values; // the loop's own expressions keep their values
  for (const ZeroLoop &Each : It->second.Zeroized)
    emitZeroLoop(Each, Loop);
  Values = std::move(Saved);
  Replaced.insert(Loop);
}

/// A loop that was lowered as zeroizations does not turn: behind it, what it
/// steps is somewhere in the same object, or any number.
void FunctionLowering::leaveZeroLoop(const CFGBlock &B) {
  const Stmt *Loop = B.getTerminatorStmt();
  auto IsExit = [](const Edge &E) { return E.When == Edge::Test::False; };
  if (!Loop || !Replaced.count(Loop) || llvm::none_of(Now->Successors, IsExit))
    return;
  if (auto It = LoopsOfZeros.find(Loop); It != LoopsOfZeros.end())
    for (const Expr *Stepped : It->second.Stepped)
      forget(Stepped, Loop);
  llvm::erase_if(Now->Successors, [&](const Edge &E) { return !IsExit(E); });
  Now->Successors.front().When = Edge::Test::Always;
  Now->Condition = 0;
}

void FunctionLowering::forget(const Expr *Variable, const Stmt *At) {
  QualType T = Variable->getType();
  auto Saved = Values;
  ValueId Address = lowerAgain(Variable);
  ValueId Any = emit(FactKind::Mix, At).Result = newValue();
  if (Types.holdingOf(T) == Holding::View)
    T = viewPointer(T);
  if (T->isPointerType())
    Any = element(load(Address, T, At), Any,
                  std::max<int64_t>(1, Types.sizeOf(T->getPointeeType())), At);
  store(Address, Any, T, At);
  Values = std::move(Saved);
}
