//===- Transfer.cpp - What each fact does to a state ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Transfer.h"
#include "Facts/Types.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// False where the result is not known, or not a number of 64 bits.
static bool fold(int64_t A, ArithOp Op, int64_t B, int64_t &Out) {
  switch (Op) {
  case ArithOp::Add:
    return !__builtin_add_overflow(A, B, &Out);
  case ArithOp::Sub:
    return !__builtin_sub_overflow(A, B, &Out);
  case ArithOp::Mul:
    return !__builtin_mul_overflow(A, B, &Out);
  case ArithOp::Div:
    Out = B > 0 ? A / B : 0;
    return B > 0;
  case ArithOp::And:
    Out = A & B;
    return true;
  case ArithOp::Or:
    Out = A | B;
    return true;
  case ArithOp::Other:
    return false;
  }
  return false;
}

/// `size() * 4`, `size() / 2`, `size() - 1`: what part of the bytes that is.
static bool partOf(AbstractValue &V, const AbstractValue &A,
                   const AbstractValue &B, ArithOp Op) {
  constexpr int64_t MaxFactor = 1 << 20;
  if (A.What != Kind::Share || !B.isConstant() || B.Number <= 0 ||
      B.Number > MaxFactor || A.Number > MaxFactor || A.Right > MaxFactor)
    return false;
  V.What = Kind::Share;
  V.LengthOf = A.LengthOf;
  V.Number = Op == ArithOp::Mul ? A.Number * B.Number : A.Number;
  V.Right = Op == ArithOp::Div ? A.Right * B.Number : A.Right;
  if (Op == ArithOp::Sub) // how much less does not matter
    V.Right = std::max(V.Right, V.Number + 1);
  return Op == ArithOp::Mul || Op == ArithOp::Div || Op == ArithOp::Sub;
}

AbstractValue secret::arithmetic(const AbstractValue &A, const AbstractValue &B,
                                 ArithOp Op) {
  AbstractValue V;
  V.Secrecy = A.Secrecy;
  V.Secrecy.add(B.Secrecy);
  bool Linear = A.What == Kind::Number && B.isConstant();
  int64_t N = 0;
  if (A.isConstant() && B.isConstant()) {
    if (fold(A.Number, Op, B.Number, N)) {
      V.What = Kind::Number;
      V.Number = N;
    }
    return V;
  }
  if (A.What == Kind::StringLength && B.isConstant() &&
      (Op == ArithOp::Add || Op == ArithOp::Sub)) {
    V.What = Kind::StringLength;
    V.LengthOf = A.LengthOf;
    return V;
  }
  bool Commutes = Op == ArithOp::Add || Op == ArithOp::Mul;
  if (Commutes && A.isConstant() &&
      (B.What == Kind::Number || B.What == Kind::Share))
    return arithmetic(B, A, Op);
  if (AbstractValue Part = V; partOf(Part, A, B, Op))
    return Part;
  if (!Linear)
    return V;
  if (Op == ArithOp::Mul && B.Number == 1)
    return A;
  if (Op == ArithOp::Mul && B.Number > 0) {
    V.What = Kind::Multiple;
    V.Symbol = A.Symbol;
    V.Number = A.Number;
    V.Right = B.Number;
    return V;
  }
  if ((Op != ArithOp::Add && Op != ArithOp::Sub) ||
      !fold(A.Number, Op, B.Number, N))
    return V;
  V.What = Kind::Number;
  V.Symbol = A.Symbol;
  V.Number = N;
  return V;
}

/// `a < b`; its value is public.
AbstractValue secret::comparison(const AbstractValue &A, CompareOp Op,
                                 const AbstractValue &B) {
  AbstractValue V;
  if (A.isConstant() && B.isConstant())
    return AbstractValue::number(compare(A.Number, Op, B.Number));
  if (A.isConstant() && !B.isConstant())
    return comparison(B, swapped(Op), A);
  if (A.Targets.size() == 1 && B.Targets.size() == 1 &&
      A.Targets.front().Region == B.Targets.front().Region &&
      A.Targets.front().Offset != UnknownOffset &&
      B.Targets.front().Offset != UnknownOffset)
    return AbstractValue::number(
        compare(A.Targets.front().Offset, Op, B.Targets.front().Offset));
  if (!B.isConstant())
    return V;
  // "(x < 0) != 0" is "x < 0".
  if (A.What == Kind::Test && B.Number == 0 &&
      (Op == CompareOp::Eq || Op == CompareOp::Ne)) {
    V = A;
    V.Secrecy = Taint();
    if (Op == CompareOp::Eq)
      V.Cmp = negated(A.Cmp);
    return V;
  }
  if (A.isPointer() && !A.Symbol && B.Number == 0)
    return AbstractValue::number(Op == CompareOp::Ne);
  if (!A.Symbol || (A.What != Kind::Number && A.What != Kind::Pointer &&
                    A.What != Kind::Share))
    return V;
  V.What = Kind::Test;
  V.Symbol = A.Symbol;
  V.Number = A.What == Kind::Number ? A.Number : 0;
  V.Cmp = Op;
  V.Right = B.Number;
  return V;
}

static AbstractValue chosen(State &S, const Fact &F) {
  AbstractValue Result;
  unsigned Found = 0;
  for (ValueId Operand : F.Operands) {
    auto It = S.Values.find(Operand);
    if (It == S.Values.end())
      continue;
    AbstractValue V = It->second;
    if (V.MaybeAbsent)
      S.Values.erase(Operand);
    V.MaybeAbsent = false;
    if (!Found++) {
      Result = V;
      continue;
    }
    for (const Target &T : V.Targets)
      if (!llvm::is_contained(Result.Targets, T))
        Result.Targets.push_back(T);
    Result.Secrecy.add(V.Secrecy);
    Result.What = Result.Targets.empty() ? Kind::Unknown : Kind::Pointer;
    Result.Number = 0;
    Result.Symbol = 0;
  }
  return Result;
}

static AbstractValue choose(State &S, StateSpace &Space, const Fact &F) {
  bool Absent = false;
  unsigned Present = 0;
  for (ValueId Operand : F.Operands)
    if (auto It = S.Values.find(Operand); It != S.Values.end()) {
      ++Present;
      Absent |= It->second.MaybeAbsent;
    }
  if (F.Flag && Present == 0)
    return AbstractValue::number(F.Number);
  AbstractValue V = chosen(S, F);
  for (ValueId Operand : F.Operands)
    S.Values.erase(Operand);
  // Joined paths, of which only some evaluated it: the truth is unknown.
  bool Unsure = (F.Flag && Absent) || Present > 1;
  if (Unsure && !V.isPointer())
    V.What = Kind::Unknown;
  if (Unsure || V.What == Kind::Unknown) {
    SymbolId Symbol = Space.newResult(S, F.Result);
    V.Symbol = Symbol;
    if (V.What == Kind::Unknown)
      V.What = Kind::Number;
  }
  return V;
}

void Transfer::apply(State &S, const Fact &F, std::vector<State> &Forks) {
  switch (F.Kind) {
  case FactKind::Declare:
    return declare(S, F);
  case FactKind::ScopeEnd:
    return scopeEnd(S, F);
  case FactKind::Constant: {
    AbstractValue V = AbstractValue::number(F.Number);
    V.Flavor = F.Flavor;
    return set(S, F.Result, V);
  }
  case FactKind::Address:
    return address(S, F);
  case FactKind::Element:
    return element(S, F);
  case FactKind::Field:
    return field(S, F);
  case FactKind::Load:
    load(S, F);
    return F.Flag ? assumeNotNull(S, F) : void();
  case FactKind::Store:
    return store(S, F);
  case FactKind::Copy:
    return copyFact(S, F);
  case FactKind::Zeroize:
    return zeroizeFact(S, F);
  case FactKind::Arith:
    return set(S, F.Result, arithmetic(valueOf(S, F.A), valueOf(S, F.B), F.Op));
  case FactKind::Compare:
    return set(S, F.Result,
               comparison(valueOf(S, F.A), F.Cmp, valueOf(S, F.B)));
  case FactKind::Not:
    return set(
        S, F.Result,
        comparison(valueOf(S, F.A), CompareOp::Eq, AbstractValue::number(0)));
  case FactKind::Choose:
    return set(S, F.Result, choose(S, Space, F));
  case FactKind::Mix: {
    AbstractValue V;
    for (ValueId Operand : F.Operands)
      V.Secrecy.add(valueOf(S, Operand).Secrecy);
    if (Types[F.Type].IsPointer)
      V.Secrecy = Taint();
    SymbolId Symbol = Space.newResult(S, F.Result);
    V.Symbol = Symbol;
    V.What = Kind::Number;
    return set(S, F.Result, V);
  }
  case FactKind::Call:
    return call(S, F, Forks);
  case FactKind::Barrier:
    return barrier(S, F);
  case FactKind::Return:
    return returns(S, F);
  case FactKind::Drop:
    return drop(S, F);
  case FactKind::EndOfThis:
    return endOfThis(S, F);
  case FactKind::Throw:
    return throwFact(S, F, Forks);
  case FactKind::Capture:
    return captureFact(S, F);
  case FactKind::Image: {
    ImageUse &Use = Seen.Images[F.At.Begin];
    Use.At = F.At;
    if (F.Object != NoId) {
      Use.Name = Facts.Objects[F.Object].Name;
      Use.Why = Facts.Objects[F.Object].Why;
    }
    return;
  }
  }
}
