//===- Zeroizations.cpp - All zeroizations of secrets ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No rule: what the optimizer is asked about, and may contradict.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

static Judgement judgementOf(const Site &S) {
  if (S.Wipe == Strength::Reliable)
    return Judgement::Reliable;
  return S.Needed ? Judgement::Needed : Judgement::Elidable;
}

std::vector<Zeroization> secret::listZeroizations(const RuleInput &In) {
  std::vector<Zeroization> Out;
  auto Add = [&](Span At, RegionId Object) -> Zeroization & {
    Zeroization &Z = Out.emplace_back();
    Z.At = At;
    Z.Within = In.Facts.Declared.Begin;
    Z.Object = In.Result.Space.Regions[Object].Name;
    Z.Function = In.Facts.Name;
    return Z;
  };
  for (const Site &S : In.Result.Seen.Sites) {
    if (!(S.Labels & Taint::Secret) || S.IsAbsence)
      continue;
    Zeroization &Z = Add(S.At, S.Region);
    Z.Inner = S.Inner;
    Z.Model = judgementOf(S);
    if (S.Call != NoId || S.Inner.Begin)
      Z.Callee = S.How;
    Z.IsOpaque = S.IsOpaque;
  }
  for (const auto &[Key, Use] : In.Result.Seen.InCallees) {
    if (std::get<1>(Key) != RuleId::ElidableZeroization ||
        !(Use.Labels & Taint::Secret))
      continue;
    Zeroization &Z = Add(Use.At, Use.Region);
    Z.Model = Judgement::Elidable;
    Z.Inner = {std::get<2>(Key), std::get<2>(Key)};
  }
  return Out;
}
