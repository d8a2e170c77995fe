//===- SummarizeValues.cpp - What a caller can see of values --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Summarizer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// Places that one pointer may lead to for callers to know them; more of them
/// cost each caller more than they tell it.
static constexpr size_t MaxChoices = 2;

bool Summarizer::labelIndex(unsigned Bit, unsigned &Index) {
  auto [Region, Bytes] = Space.labelled(Bit);
  AccessPath Path;
  if (!pathOf(Region, Path))
    return false;
  if (Widen)
    Bytes = {0, EndOfObject};
  std::pair<AccessPath, Interval> Label{Path, Bytes};
  for (Index = 0; Index != Out.Labels.size(); ++Index)
    if (Out.Labels[Index].first == Path && Out.Labels[Index].second == Bytes)
      return true;
  Out.Labels.push_back(Label);
  return true;
}

SummaryTaint Summarizer::taintOf(const Taint &T) {
  SummaryTaint S;
  S.IsSecret = T.isSecret();
  for (unsigned Bit = 1; Bit != 64; ++Bit) {
    unsigned Index;
    if ((T.Labels & (uint64_t(1) << Bit)) && labelIndex(Bit, Index))
      S.Labels.push_back(Index);
  }
  llvm::sort(S.Labels);
  for (OriginId Step = T.Origin; Step; Step = R.Seen.Story[Step].Before)
    S.Story.insert(S.Story.begin(),
                   {R.Seen.Story[Step].At, R.Seen.Story[Step].Text});
  return S;
}

/// Those that the caller can name: another, such as a literal, does not matter
/// to it beside them.
std::vector<SummaryTarget> Summarizer::targetsOf(const AbstractValue &V) {
  std::vector<SummaryTarget> Targets;
  if (!V.isPointer() || V.Targets.size() > MaxChoices)
    return Targets;
  for (const Target &T : V.Targets) {
    SummaryTarget Each{{}, T};
    if (isLocal(T.Region) || !pathOf(T.Region, Each.Path))
      continue;
    // What is all of it here may be a part of the caller's.
    if (T.Hi == Space.Regions.whole(T.Region).Hi)
      Each.At.Hi = EndOfObject;
    Targets.push_back(std::move(Each));
  }
  return Targets;
}

SummaryValue Summarizer::valueOf(State &S, const AbstractValue &V) {
  SummaryValue Value;
  Value.Secrecy = taintOf(V.Secrecy);
  if (V.isConstant()) {
    Value.What = SummaryValue::Kind::Number;
    Value.Number = V.Number;
    return Value;
  }
  if (V.isPointer() && Space.decide(S, V, CompareOp::Eq, 0) == Truth::Yes) {
    Value.What = SummaryValue::Kind::Number;
    return Value;
  }
  if (V.What == Kind::Test)
    if (Truth T = Space.decide(S, V, CompareOp::Ne, 0); T != Truth::Unknown) {
      Value.What = SummaryValue::Kind::Number;
      Value.Number = T == Truth::Yes;
      return Value;
    }
  Value.Targets = targetsOf(V);
  if (!Value.Targets.empty()) {
    Value.What = SummaryValue::Kind::Pointer;
    // What the caller has says itself whether it is null.
    bool IsCallers = Value.Targets.size() == 1 && V.Symbol &&
                     Space.contentOf(V.Symbol).first;
    Value.MayBeNull =
        !IsCallers && Space.decide(S, V, CompareOp::Eq, 0) != Truth::No;
    return Value;
  }
  if (V.What == Kind::Number) {
    if (int P = parameterOf(V.Symbol); P >= 0) {
      Value.What = SummaryValue::Kind::Parameter;
      Value.Index = P;
      Value.Number = V.Number;
      return Value;
    }
    if (V.Number == 0)
      Value.Bounds = S.rangeOf(V.Symbol);
  }
  return Value;
}
