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
#include "llvm/ADT/StringExtras.h"

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

/// A name, or names behind `.` and `->`: text that can be repeated.
static bool isPath(llvm::StringRef Text) {
  return !Text.empty() && llvm::all_of(Text, [](char C) {
    return llvm::isAlnum(C) || C == '_' || C == '.' || C == '-' || C == '>';
  });
}

/// The whole of what argument \p P points to, if it is known.
static WipeText wholeOf(const RuleInput &In, const Site &S, const Argument &P) {
  WipeText All = wipeTextOf(In, S.Region);
  if (!All.Pointer.empty() && P.Text == All.Pointer)
    return All;
  const TypeTable &Types = In.Result.Types;
  const TypeInfo &Pointee = Types[Types[P.Type].Pointee];
  const int64_t Size = In.Result.Space.Regions[S.Region].Size;
  if (!Pointee.IsRecord || !isPath(P.Text) ||
      (Size >= 0 && Size != Pointee.Size))
    return {};
  return {P.Text, "sizeof(*" + P.Text + ")"};
}

static void addRepair(const RuleInput &In, const Site &S, Finding &F) {
  bool KnowsLength =
      S.Short == Shortfall::SizeofPointer || S.Short == Shortfall::StringLength;
  if (!KnowsLength || S.Call == NoId || S.LengthArgument < 0 || S.Inner.Begin)
    return;
  const CallInfo &Call = In.Facts.Calls[S.Call];
  const Argument &Length = Call.Args[S.LengthArgument];
  WipeText All = wholeOf(In, S, Call.Args[S.PointerArgument]);
  if (All.Pointer.empty())
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
