//===- ElidableZeroization.cpp - secret-elidable-zeroization --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A zeroization of a secret that a conforming optimizer may remove: on every
// path from it the storage's life ends before anything needs its content.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

static void addRepair(const RuleInput &In, const Site &S, Finding &F) {
  if (S.Call == NoId || S.Inner.Begin)
    return;
  const CallInfo &C = In.Facts.Calls[S.Call];
  WipeText Text = C.Wiped;
  if (S.PointerArgument >= 0 && S.LengthArgument >= 0 &&
      size_t(S.LengthArgument) < C.Args.size())
    Text = {C.Args[S.PointerArgument].Text, C.Args[S.LengthArgument].Text};
  if (Text.Pointer.empty())
    return;
  F.Fix.What = Repair::Kind::ReplaceCall;
  F.Fix.Target = S.At;
  F.Fix.Wipe = std::move(Text);
}

void secret::findElidableZeroization(const RuleInput &In,
                                     std::vector<Finding> &Out) {
  for (const Site &S : In.Result.Seen.Sites) {
    if (S.Wipe != Strength::Elidable || S.Needed || !S.Ended ||
        !(S.Labels & Taint::Secret) || (S.PartialLabels & Taint::Secret))
      continue;
    Finding F =
        makeFinding(In, RuleId::ElidableZeroization, S.At, S.Region, S.Story);
    F.Message = "the zeroization of " + nameOf(In, S.Region) + " by " +
                (S.Call != NoId || S.Inner.Begin ? "'" + S.How + "'" : S.How) +
                " " + MayBeRemoved.str() +
                ", since nothing needs the content before its life ends; "
                "use '" +
                In.Options.Wiper + "'";
    addNote(F, S.Inner, S.InnerText);
    addNote(F, S.EndedAt, "its life ends here");
    addRepair(In, S, F);
    Out.push_back(std::move(F));
  }
  addCalleeFindings(In, RuleId::ElidableZeroization, Out);
}
