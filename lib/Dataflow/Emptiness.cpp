//===- Emptiness.cpp - Containers and owners that hold nothing ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (!v.empty())`, `if (v.size() > 0)`, `if (p)`: on the other path there is
// nothing that could be a secret.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

/// From now on \p Symbol is 0 where \p Containers hold nothing. One that stands
/// for several of them on different paths says nothing.
void Transfer::isZeroIfEmpty(SymbolId Symbol, const AbstractValue &Containers,
                             Span At) {
  auto [It, New] = Emptiable.try_emplace(Symbol, Containers, At);
  if (!New && It->second.first.Targets != Containers.Targets)
    It->second.first.Targets.clear();
}

/// The result says whether an owner has a block, or a container elements.
void Transfer::testEffect(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  const TypeInfo &Holder = Types[holderType(C, E.Position)];
  CompareOp IsTrue = E.WhenEmpty ? CompareOp::Eq : CompareOp::Ne;
  AbstractValue V = argument(S, F, C, E.Position);
  if (Holder.Holds == Holding::View) {
    // What it views is there whether it views it or not; a guard that asks
    // views something.
    if (Facts.IsDestructor)
      set(S, F.Result, AbstractValue::number(E.WhenEmpty ? 0 : 1));
    return;
  }
  if (Holder.Holds != Holding::Owner) {
    AbstractValue N = AbstractValue::symbol(Space.newResult(S, F.Result));
    isZeroIfEmpty(N.Symbol, V, F.At);
    return set(S, F.Result, comparison(N, IsTrue, AbstractValue::number(0)));
  }
  set(S, F.Result,
      comparison(viewed(S, V, Holder), IsTrue, AbstractValue::number(0)));
}

/// What a branch on \p Condition says of containers.
void Transfer::noteAbsence(State &S, const AbstractValue &Condition) {
  auto It = Emptiable.find(Condition.Symbol);
  if (!Condition.Symbol || It == Emptiable.end() ||
      S.rangeOf(Condition.Symbol).Hi > 0)
    return;
  holdsNothing(S, It->second.first, It->second.second);
}

/// As if it were zeroized, but by nobody.
void Transfer::holdsNothing(State &S, const AbstractValue &V, Span At) {
  ZeroizeRequest Q;
  Q.Pointer = V;
  Q.IsAbsence = true;
  Q.At = At;
  Q.How = "nothing";
  zeroize(S, std::move(Q));
}
