//===- ImmutableZeroization.cpp - secret-immutable-zeroization ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A zeroization writes to immutable, interned or shared storage.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

void secret::findImmutableZeroization(const RuleInput &In,
                                      std::vector<Finding> &Out) {
  for (const auto &[Key, Wipe] : In.Result.Seen.ImmutableWipes) {
    if (!(Wipe.Labels & Taint::Secret))
      continue;
    Finding F = makeFinding(In, RuleId::ImmutableZeroization, Wipe.At,
                            Wipe.Region, Wipe.Story);
    F.Message = "this zeroization changes " + Wipe.What +
                ", which crashes or changes what others hold";
    if (!Wipe.Reason.empty())
      F.Message += ": " + Wipe.Reason;
    F.Message += "; keep the secret in memory of your own instead";
    addNote(F, Wipe.Inner, Wipe.InnerText);
    Out.push_back(std::move(F));
  }
  addCalleeFindings(In, RuleId::ImmutableZeroization, Out);
}
