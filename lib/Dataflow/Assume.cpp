//===- Assume.cpp - What a branch says of values --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "State.h"

using namespace secret;

static Truth negate(Truth T) {
  return T == Truth::Unknown ? T : T == Truth::Yes ? Truth::No : Truth::Yes;
}

/// `n Cmp Right` for every n, for none, or for some of \p R.
static Truth decideRange(const Range &R, CompareOp Cmp, int64_t Right) {
  Range Yes = R, No = R;
  Yes.assume(Cmp, Right);
  No.assume(negated(Cmp), Right);
  if (Yes.isEmpty())
    return Truth::No;
  return No.isEmpty() ? Truth::Yes : Truth::Unknown;
}

Truth StateSpace::decide(const State &S, const AbstractValue &V, CompareOp Cmp,
                         int64_t Right) const {
  switch (V.What) {
  case AbstractValue::Kind::Number: {
    if (!V.Symbol)
      return compare(V.Number, Cmp, Right) ? Truth::Yes : Truth::No;
    int64_t Shifted;
    if (__builtin_sub_overflow(Right, V.Number, &Shifted))
      return Truth::Unknown;
    return decideRange(S.rangeOf(V.Symbol), Cmp, Shifted);
  }
  case AbstractValue::Kind::Pointer:
    if (Right != 0 || (Cmp != CompareOp::Eq && Cmp != CompareOp::Ne))
      return Truth::Unknown;
    if (!V.Symbol)
      return Cmp == CompareOp::Ne ? Truth::Yes : Truth::No;
    return decideRange(S.rangeOf(V.Symbol), Cmp, 0);
  case AbstractValue::Kind::Test: {
    // The truth of a test is the number 0 or 1.
    AbstractValue Inner = AbstractValue::symbol(V.Symbol);
    Inner.Number = V.Number;
    Truth T = decide(S, Inner, V.Cmp, V.Right);
    bool IfYes = compare(1, Cmp, Right), IfNo = compare(0, Cmp, Right);
    if (IfYes == IfNo)
      return IfYes ? Truth::Yes : Truth::No;
    return IfYes ? T : negate(T);
  }
  case AbstractValue::Kind::Share:
    return V.Symbol ? decideRange(S.rangeOf(V.Symbol), Cmp, Right)
                    : Truth::Unknown;
  case AbstractValue::Kind::Unknown:
  case AbstractValue::Kind::StringLength:
  case AbstractValue::Kind::Multiple:
    return Truth::Unknown;
  }
  return Truth::Unknown;
}

bool StateSpace::assume(State &S, const AbstractValue &V, CompareOp Cmp,
                        int64_t Right) {
  Truth Known = decide(S, V, Cmp, Right);
  if (Known != Truth::Unknown)
    return Known == Truth::Yes;
  if (V.What == AbstractValue::Kind::Test) {
    AbstractValue Inner = AbstractValue::symbol(V.Symbol);
    Inner.Number = V.Number;
    bool IfYes = compare(1, Cmp, Right);
    return assume(S, Inner, IfYes ? V.Cmp : negated(V.Cmp), V.Right);
  }
  if (!V.Symbol || V.What == AbstractValue::Kind::Multiple)
    return true;
  int64_t Shifted = Right;
  if (V.What == AbstractValue::Kind::Number &&
      __builtin_sub_overflow(Right, V.Number, &Shifted))
    return true;
  Range R = S.rangeOf(V.Symbol);
  R.assume(Cmp, Shifted);
  if (R.isEmpty())
    return false;
  S.Ranges.set(V.Symbol, R);
  // A block whose pointer is null does not exist on this path.
  if (R.Lo == 0 && R.Hi == 0)
    if (auto It = Identities.find(V.Symbol); It != Identities.end())
      dropRegion(S, It->second);
  return true;
}
