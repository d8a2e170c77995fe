//===- PartialZeroization.cpp - secret-partial-zeroization ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A zeroization that provably covers fewer bytes than the secret. If it is
// elidable too, only this is reported.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

static std::string reason(const Site &S) {
  switch (S.Short) {
  case Shortfall::SizeofPointer:
    return "the length is the size of a pointer";
  case Shortfall::Smaller:
    return S.Covered >= 0
               ? "it covers " + std::to_string(S.Covered) + " bytes only"
               : "the length is smaller than the block";
  case Shortfall::Zero:
    return "the length is 0 (are the arguments swapped?)";
  case Shortfall::StringLength:
    return "strlen stops at the first NUL, but the whole buffer may hold "
           "secret bytes";
  case Shortfall::AddressOfPointer:
    return "it overwrites the pointer, not what it points to";
  case Shortfall::Offset:
  case Shortfall::None:
    break;
  }
  return "secret bytes outside of what it covers are left";
}

static void addRepair(const RuleInput &In, const Site &S, Finding &F) {
  bool KnowsLength =
      S.Short == Shortfall::SizeofPointer || S.Short == Shortfall::StringLength;
  if (!KnowsLength || S.Call == NoId || S.LengthArgument < 0 || S.Inner.Begin)
    return;
  const Argument &Length = In.Facts.Calls[S.Call].Args[S.LengthArgument];
  WipeText All = wipeTextOf(In, S.Region);
  if (All.Pointer.empty() ||
      In.Facts.Calls[S.Call].Args[S.PointerArgument].Text != All.Pointer)
    return;
  F.Fix.Wipe = std::move(All);
  F.Fix.What = Repair::Kind::ReplaceLength;
  F.Fix.Target = Length.At;
  // With the right length it would be elidable: both are mended at once.
  if (S.Wipe == Strength::Elidable && S.Ended && !S.Needed) {
    F.Fix.What = Repair::Kind::ReplaceCall;
    F.Fix.Target = S.At;
  }
}

void secret::findPartialZeroization(const RuleInput &In,
                                    std::vector<Finding> &Out) {
  for (const Site &S : In.Result.Seen.Sites) {
    if (!(S.PartialLabels & Taint::Secret))
      continue;
    Finding F =
        makeFinding(In, RuleId::PartialZeroization, S.At, S.Region, S.Story);
    F.Message = "this zeroization leaves a part of " + nameOf(In, S.Region) +
                ": " + reason(S);
    addNote(F, S.Inner, S.InnerText);
    if (S.EndedAt.Begin != S.At.Begin)
      addNote(F, S.EndedAt, "its life ends here, with secret bytes in it");
    addRepair(In, S, F);
    Out.push_back(std::move(F));
  }
  addCalleeFindings(In, RuleId::PartialZeroization, Out);
}
