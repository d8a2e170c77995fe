//===- Loops.cpp - Loops that zeroize -------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop whose body only writes zeros to consecutive elements counts as one
// zeroization. Known shapes:
//
//   for (i = 0; i < n; i++) p[i] = 0;      while (n--) *p++ = 0;
//   for (i = n; i-- > 0;) p[i] = 0;        while (p < end) *p++ = 0;
//   for (; n; n--) *p++ = 0;               do *p++ = 0; while (--n);
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

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

namespace {
/// `*p++ = 0` or `p[i] = 0`.
struct ZeroStore {
  const Expr *Pointer = nullptr;
  const VarDecl *Index = nullptr;
  const Expr *IndexRef = nullptr;
  bool StepsInIndex = false; ///< `p[i++] = 0`, `p[--i] = 0`
  const VarDecl *Moving = nullptr;
  const Stmt *At = nullptr;
  /// `*p = 0`: the for statement itself must increment p.
  bool StepsInLoop = false;
  QualType Element;
};
} // namespace

static bool matchStore(const Stmt *S, ZeroStore &Out) {
  const auto *E = dyn_cast_or_null<BinaryOperator>(S);
  if (!E || E->getOpcode() != BO_Assign || E->getType()->isRecordType())
    return false;
  ConstantKind Kind = constantKind(E->getRHS());
  if (!Kind.IsConstant || !Kind.IsZero)
    return false;
  Out.At = S;
  const Expr *To = E->getLHS()->IgnoreParens();
  Out.Element = To->getType();
  if (const auto *C = dyn_cast<CXXOperatorCallExpr>(To);
      C && C->getOperator() == OO_Subscript && C->getNumArgs() == 2) {
    Out.Pointer = C->getArg(0);
    Out.Index = variableOf(C->getArg(1));
    Out.IndexRef = peel(C->getArg(1));
    return Out.Index != nullptr;
  }
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(To)) {
    Out.Pointer = A->getBase();
    const Expr *Idx = peel(A->getIdx());
    if (const auto *U = dyn_cast<UnaryOperator>(Idx);
        U && U->isIncrementDecrementOp()) {
      Idx = U->getSubExpr();
      Out.StepsInIndex = true;
    }
    Out.Index = variableOf(Idx);
    Out.IndexRef = peel(Idx);
    return Out.Index != nullptr;
  }
  const auto *Deref = dyn_cast<UnaryOperator>(To);
  if (!Deref || Deref->getOpcode() != UO_Deref)
    return false;
  if (const VarDecl *V = variableOf(Deref->getSubExpr())) {
    Out.Pointer = Deref->getSubExpr();
    Out.Moving = V;
    Out.StepsInLoop = true;
    return true;
  }
  const auto *Step = dyn_cast<UnaryOperator>(peel(Deref->getSubExpr()));
  if (!Step || !Step->isIncrementOp())
    return false;
  Out.Pointer = Step->getSubExpr();
  Out.Moving = variableOf(Step->getSubExpr());
  return Out.Moving != nullptr;
}

/// The count of a condition that goes down to zero: `n--`, `--n`, `n`,
/// `n-- > 0`, `n > 0`, `n != 0`.
static const Expr *countdown(const Expr *Condition) {
  const Expr *E = peel(Condition);
  if (const auto *B = dyn_cast<BinaryOperator>(E);
      B && (B->getOpcode() == BO_GT || B->getOpcode() == BO_NE)) {
    ConstantKind Right = constantKind(B->getRHS());
    if (!Right.IsConstant || !Right.IsZero)
      return nullptr;
    E = peel(B->getLHS());
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E); U && U->isDecrementOp())
    E = U->getSubExpr();
  return variableOf(E) ? E : nullptr;
}

/// `++i` is compared as what it leaves in i.
static const Expr *stepped(const Expr *E) {
  const auto *U = dyn_cast<UnaryOperator>(peel(E));
  return U && U->getOpcode() == UO_PreInc ? U->getSubExpr() : E;
}

/// `i + 1`, or just `i`: what is added to \p Index, if \p E is one of them.
static std::optional<int64_t> beyond(const Expr *E, const VarDecl *Index) {
  E = stepped(E);
  if (variableOf(E) == Index)
    return 0;
  const auto *B = dyn_cast<BinaryOperator>(peel(E));
  if (!B || B->getOpcode() != BO_Add || variableOf(B->getLHS()) != Index)
    return std::nullopt;
  const auto *More = dyn_cast<IntegerLiteral>(peel(B->getRHS()));
  if (!More || More->getValue().getActiveBits() > 31)
    return std::nullopt;
  return More->getValue().getSExtValue();
}

/// `i < n`, `i != n`, `i <= last`, `i + 1 < n`: the bound that \p Index runs
/// up to, and how many elements there are beside that number.
static const Expr *upperBound(const Expr *Condition, const VarDecl *Index,
                              int64_t &Extra) {
  const auto *B = dyn_cast_or_null<BinaryOperator>(
      Condition ? Condition->IgnoreParenImpCasts() : nullptr);
  if (!B || !B->isComparisonOp())
    return nullptr;
  std::optional<int64_t> Beyond = beyond(B->getLHS(), Index);
  bool Straight = Beyond.has_value();
  if (!Straight)
    Beyond = beyond(B->getRHS(), Index);
  if (!Beyond)
    return nullptr;
  BinaryOperatorKind Op =
      Straight ? B->getOpcode()
               : BinaryOperator::reverseComparisonOp(B->getOpcode());
  if (Op != BO_LT && Op != BO_NE && Op != BO_LE)
    return nullptr;
  Extra = (Op == BO_LE) - *Beyond;
  return Straight ? B->getRHS() : B->getLHS();
}

static const Expr *startOf(const Stmt *Init, const VarDecl *Index) {
  if (const auto *D = dyn_cast_or_null<DeclStmt>(Init)) {
    for (const Decl *Each : D->decls())
      if (Each == Index)
        return Index->getInit();
    return nullptr;
  }
  const auto *B = dyn_cast_or_null<BinaryOperator>(Init);
  if (B && B->getOpcode() == BO_Assign && variableOf(B->getLHS()) == Index)
    return B->getRHS();
  return nullptr;
}

/// `for (i = last; i >= 0; i--)`: the index that it starts with.
static const Expr *lastOfDescent(const Expr *Condition, const Stmt *Init,
                                 const VarDecl *Index) {
  const auto *B = dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!B || B->getOpcode() != BO_GE || variableOf(B->getLHS()) != Index ||
      !constantKind(B->getRHS()).IsConstant ||
      !constantKind(B->getRHS()).IsZero)
    return nullptr;
  return startOf(Init, Index);
}

static bool increments(const Expr *E, const VarDecl *V) {
  const auto *U = E ? dyn_cast<UnaryOperator>(peel(E)) : nullptr;
  return U && U->isIncrementOp() && variableOf(U->getSubExpr()) == V;
}

/// `n--`, `n-- > 0` and the like.
static bool decrements(const Expr *Condition) {
  const Expr *E = peel(Condition);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    E = peel(B->getLHS());
  const auto *U = dyn_cast<UnaryOperator>(E);
  return U && U->isDecrementOp();
}

/// `i++`, `--i`, `i += 1`; not `i += 2`.
static bool stepsByOne(const Expr *E) {
  E = E ? peel(E) : nullptr;
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(E))
    return U->isIncrementDecrementOp();
  const auto *C = dyn_cast_or_null<CompoundAssignOperator>(E);
  const auto *One = C ? dyn_cast<IntegerLiteral>(peel(C->getRHS())) : nullptr;
  return One && One->getValue() == 1;
}

static bool matchLoop(const Stmt *Init, const Expr *Condition,
                      const ZeroStore &Store, ZeroLoop &Out) {
  if (!Condition)
    return false;
  Out.Pointer = Store.Pointer;
  const Expr *Count = countdown(Condition);
  if (Store.Index) {
    if (const Expr *Bound = upperBound(Condition, Store.Index, Out.Extra)) {
      Out.Count = Bound;
      Out.From = startOf(Init, Store.Index);
      if (!Out.From)
        Out.From = Store.IndexRef;
      return true;
    }
    if (const Expr *Last = lastOfDescent(Condition, Init, Store.Index)) {
      Out.Count = Last;
      Out.Extra = 1;
      return true;
    }
    // Going down: the index's start is the count.
    if (!Count || variableOf(Count) != Store.Index)
      return false;
    // `for (; i > 0; i--) p[i] = 0` leaves p[0].
    Out.SkipsFirst = !Store.StepsInIndex && !decrements(Condition);
    Out.Count = startOf(Init, Store.Index);
    if (!Out.Count)
      Out.Count = Count;
    return true;
  }
  if (const Expr *End = upperBound(Condition, Store.Moving, Out.Extra)) {
    Out.End = End;
    return Out.Extra == 0;
  }
  if (!Count)
    return false;
  Out.Count = Count;
  return true;
}

static const Expr *conditionOf(const Stmt *Loop, const Stmt *&Init,
                               const Stmt *&Body) {
  if (const auto *F = dyn_cast<ForStmt>(Loop)) {
    Init = F->getInit();
    Body = F->getBody();
    return F->getCond();
  }
  if (const auto *W = dyn_cast<WhileStmt>(Loop)) {
    Body = W->getBody();
    return W->getCond();
  }
  if (const auto *D = dyn_cast<DoStmt>(Loop)) {
    Body = D->getBody();
    return D->getCond();
  }
  return nullptr;
}

void FunctionLowering::noteCounted(const ForStmt *Loop) {
  const auto *Step = dyn_cast_or_null<UnaryOperator>(Loop->getInc());
  const VarDecl *Index =
      Step && Step->isIncrementOp() ? variableOf(Step->getSubExpr()) : nullptr;
  int64_t Extra = 0;
  if (const Expr *Count =
          Index ? upperBound(Loop->getCond(), Index, Extra) : nullptr)
    Counted.push_back({Loop, Index, Count, Extra});
}

/// Says of the element fact that was just made, `p[i]` in a loop over i, where
/// i goes: up to the first operand, from the second one on.
void FunctionLowering::addLoopCount(const Expr *Element, const Expr *Index) {
  const VarDecl *V = variableOf(Index);
  auto Begin = Element->getBeginLoc();
  const CountedLoop *Inner = nullptr;
  for (const CountedLoop &Each : Counted)
    if (V && Each.Index == V && Each.Loop->getBeginLoc() <= Begin &&
        Begin <= Each.Loop->getEndLoc())
      Inner = &Each;
  if (!Inner)
    return;
  Fact Known = std::move(Now->Facts.back());
  Now->Facts.pop_back();
  ValueId Count = lowerOperand(Inner->Count);
  if (Inner->Extra) {
    ValueId Extra = constant(Inner->Extra, Element);
    Fact &F = emit(FactKind::Arith, Element);
    F.A = Count;
    F.B = Extra;
    F.Op = ArithOp::Add;
    Count = F.Result = newValue();
  }
  Known.Operands.push_back(Count);
  if (const Expr *From = startOf(Inner->Loop->getInit(), V))
    Known.Operands.push_back(lowerOperand(From));
  Now->Facts.push_back(std::move(Known));
}

llvm::DenseMap<const Stmt *, ZeroLoop> secret::zeroLoopsIn(const Stmt *Body,
                                                           TypeBuilder &Types) {
  llvm::DenseMap<const Stmt *, ZeroLoop> Found;
  llvm::SmallVector<const Stmt *, 32> Left{Body};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    for (const Stmt *Child : S->children())
      if (Child && !isa<Expr>(Child))
        Left.push_back(Child);
    const Stmt *Init = nullptr, *LoopBody = nullptr;
    const Expr *Condition = conditionOf(S, Init, LoopBody);
    ZeroStore Store;
    ZeroLoop Loop;
    const auto *For = dyn_cast<ForStmt>(S);
    if (!Condition || !matchStore(onlyStatement(LoopBody), Store) ||
        !matchLoop(Init, Condition, Store, Loop))
      continue;
    if (For && Store.Index && For->getInc() && !stepsByOne(For->getInc()))
      continue;
    if (Store.StepsInLoop && !(For && increments(For->getInc(), Store.Moving)))
      continue;
    Loop.IsVolatile = Store.Element.isVolatileQualified();
    Loop.ElementSize = std::max<int64_t>(1, Types.sizeOf(Store.Element));
    Found[S] = Loop;
  }
  return Found;
}

void FunctionLowering::findCountedLoops(const Stmt *Body) {
  llvm::SmallVector<const Stmt *, 32> Left{Body};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (const auto *Loop = dyn_cast<ForStmt>(S))
      noteCounted(Loop);
    for (const Stmt *Child : S->children())
      if (Child && !isa<Expr>(Child))
        Left.push_back(Child);
  }
}

void FunctionLowering::findLoops(const Stmt *Body) {
  findCountedLoops(Body);
  ZeroLoops = zeroLoopsIn(Body, Types);
  if (Context.getLangOpts().CPlusPlus)
    findRangeLoops(Body);
  for (const auto &[Loop, Shape] : ZeroLoops)
    if (const auto *Do = dyn_cast<DoStmt>(Loop))
      LoopStores[onlyStatement(Do->getBody())] = Loop;
}

/// The value of \p E, which may be the variable itself.
ValueId FunctionLowering::lowerOperand(const Expr *E) {
  ValueId V = lowerAgain(E);
  QualType T = E->getType();
  return E->isGLValue() && T->isScalarType() ? load(V, T, E) : V;
}

void FunctionLowering::emitZeroLoop(const Stmt *Loop) {
  const ZeroLoop Shape = ZeroLoops[Loop];
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Loop))
    return zeroizeRange(Range);
  auto Saved = Values; // the loop's own expressions keep their values
  ValueId Pointer = lowerOperand(Shape.Pointer);
  ValueId Length = Shape.Count ? lowerOperand(Shape.Count) : 0;
  if (Length && Shape.Extra) {
    ValueId Extra = constant(Shape.Extra, Loop);
    Fact &F = emit(FactKind::Arith, Loop);
    F.A = Length;
    F.B = Extra;
    F.Op = ArithOp::Add;
    Length = F.Result = newValue();
  }
  if (Shape.SkipsFirst)
    Pointer = element(Pointer, constant(1, Loop), Shape.ElementSize, Loop);
  if (Shape.From) {
    ValueId From = lowerOperand(Shape.From);
    Pointer = element(Pointer, From, Shape.ElementSize, Loop);
    if (Length) {
      Fact &F = emit(FactKind::Arith, Loop);
      F.A = Length;
      F.B = From;
      F.Op = ArithOp::Sub;
      Length = F.Result = newValue();
    }
  }
  if (Length && Shape.ElementSize != 1) {
    ValueId Scale = constant(Shape.ElementSize, Loop);
    Fact &F = emit(FactKind::Arith, Loop);
    F.A = Length;
    F.B = Scale;
    F.Op = ArithOp::Mul;
    Length = F.Result = newValue();
  }
  Fact &F = emit(FactKind::Zeroize, Loop);
  F.A = Pointer;
  F.B = Length;
  F.IsVolatile = Shape.IsVolatile;
  F.Flag = true; // a loop: seen again with a moved pointer, it says nothing new
  Values = std::move(Saved);
}
