//===- Evidence.cpp - What the optimizer did, in words --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evidence.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret;

void secret::addCandidate(const Zeroization &Site, std::vector<Candidate> &To) {
  Candidate C;
  C.Id = static_cast<unsigned>(To.size());
  C.At = Site.At;
  C.Inner = Site.Inner;
  C.Within = Site.Within;
  C.Callee = Site.Callee;
  C.IsNeeded = Site.Model == Judgement::Needed;
  To.push_back(std::move(C));
}

StringRef secret::spell(Fate F) {
  switch (F) {
  case Fate::Kept:
    return "kept";
  case Fate::Merged:
    return "merged";
  case Fate::NotEmitted:
    return "not emitted";
  case Fate::Unknown:
    return "unknown";
  case Fate::Shortened:
    return "shortened";
  case Fate::Partial:
    return "partial";
  case Fate::Promoted:
    return "promoted";
  case Fate::Removed:
    return "removed";
  }
  return "";
}

static bool isGone(const Instance &I) {
  return I.What == Fate::Removed || I.What == Fate::Promoted;
}

void secret::judge(Evidence &E) {
  if (E.Instances.empty())
    return;
  stable_sort(E.Instances, [](const Instance &A, const Instance &B) {
    return std::tie(B.What, A.Function, A.InlinedAt) <
           std::tie(A.What, B.Function, B.InlinedAt);
  });
  const Instance &Worst = E.Instances.front();
  E.What = Worst.What;
  E.Pass = Worst.Pass;
  E.Lost = Worst.Lost;
  if (isGone(Worst) && !all_of(E.Instances, isGone))
    E.What = Fate::Partial;
  if (E.What == Fate::Unknown && E.Reason.empty())
    E.Reason = "it vanished in " + Worst.Pass + ", which does not say why";
}

static std::string asked(const Evidence &E) {
  return "at " + E.By.Level + " (" + E.By.Compiler + ", " + E.By.Arch + ")";
}

static std::string where(const Instance &I) {
  if (I.InlinedAt.empty())
    return "in '" + I.Function + "'";
  return "inlined at " + join(I.InlinedAt, ", ");
}

/// ` in 1 of 2 places: it remains in 'f'`
static std::string describePartial(const Evidence &E) {
  size_t NumGone = count_if(E.Instances, isGone);
  std::string Text =
      (" in " + Twine(NumGone) + " of " + Twine(E.Instances.size()) + " places")
          .str();
  std::vector<std::string> Left;
  for (const Instance &I : E.Instances)
    if (I.What == Fate::Kept || I.What == Fate::Merged)
      Left.push_back(where(I));
  llvm::sort(Left);
  Left.erase(std::unique(Left.begin(), Left.end()), Left.end());
  return Left.empty() ? Text
                      : Text + "; what remains is " + join(Left, " and ");
}

std::vector<ArrayRef<Evidence>> secret::byCompiler(ArrayRef<Evidence> All) {
  std::vector<ArrayRef<Evidence>> Result;
  while (!All.empty()) {
    Result.push_back(All.take_while([&](const Evidence &E) {
      return E.By.Compiler == All.front().By.Compiler;
    }));
    All = All.drop_front(Result.back().size());
  }
  return Result;
}

const Evidence &secret::mainOf(ArrayRef<Evidence> OfOne) {
  return OfOne.size() > 1 && OfOne.front().By.Level == "-O0" ? OfOne[1]
                                                             : OfOne.front();
}

const Evidence &secret::mainAnswer(ArrayRef<Evidence> All) {
  std::vector<ArrayRef<Evidence>> Each = byCompiler(All);
  for (ArrayRef<Evidence> OfOne : Each)
    if (mainOf(OfOne).What != Fate::Unknown)
      return mainOf(OfOne);
  return mainOf(Each.front());
}

std::string secret::spellArch(StringRef Arch) {
  return Arch == "x86_64" ? "x86-64" : Arch.str();
}

std::string secret::describeLoss(const Evidence &E, StringRef Object) {
  // Other compilers do not say what it was.
  std::string By = (E.Pass.empty() ? "" : "by " + E.Pass + " ") + asked(E);
  switch (E.What) {
  case Fate::Removed:
    return "is removed " + By;
  case Fate::Promoted:
    return ("is removed " + By + ", which keeps " + Object + " in registers")
        .str();
  case Fate::Partial:
    return "is removed " + By + describePartial(E);
  case Fate::Shortened:
    if (!E.Lost)
      return "is shortened " + By;
    return ("is shortened " + By + ": bytes " + Twine(E.Lost->Begin) + " to " +
            Twine(E.Lost->End - 1) + " remain")
        .str();
  default:
    return "";
  }
}

std::string secret::describeOther(const Evidence &E) {
  std::string Who = E.By.Compiler + " for " + E.By.Arch;
  switch (E.What) {
  case Fate::Kept:
    return Who + " keeps it at " + E.By.Level;
  case Fate::Merged:
    return Who + " merges it into another one at " + E.By.Level;
  case Fate::NotEmitted:
    return Who + " makes no code of it at " + E.By.Level;
  case Fate::Unknown:
    return "what " + Who + " does to it at " + E.By.Level +
           " is not known: " + E.Reason;
  default:
    return "";
  }
}

static void dumpInstance(const Instance &I, raw_ostream &OS) {
  OS << "  " << spell(I.What);
  if (!I.Pass.empty())
    OS << " by " << I.Pass;
  if (I.Lost)
    OS << " loses [" << I.Lost->Begin << ", " << I.Lost->End << ")";
  OS << " in " << I.Function;
  for (const std::string &Call : I.InlinedAt)
    OS << " from " << Call;
  if (!I.KeptCall.empty())
    OS << " as a call of " << I.KeptCall;
  OS << "\n";
}

void secret::dump(const Evidence &E, StringRef Place, raw_ostream &OS) {
  OS << "evidence " << E.Id << " at " << Place << ": " << spell(E.What);
  if (!E.Pass.empty())
    OS << " by " << E.Pass;
  if (E.Lost)
    OS << " loses [" << E.Lost->Begin << ", " << E.Lost->End << ")";
  if (!E.Reason.empty())
    OS << " (" << E.Reason << ")";
  OS << " at " << E.By.Level << ", " << E.By.Compiler << ", " << E.By.Target
     << "\n";
  for (const Instance &I : E.Instances)
    dumpInstance(I, OS);
}
