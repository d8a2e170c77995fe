//===- ForeignSummary.cpp - Summaries for other units ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ForeignSummary.h"
#include "llvm/Support/raw_ostream.h"

using namespace secret;

/// What the caller's argument points to, a global variable or a new block, but
/// not what lies behind further pointers.
static bool isNear(const AccessPath &P) {
  return P.Steps.size() == (P.From == AccessPath::Root::Parameter ? 1 : 0);
}

/// Of what is passed itself, only what a message may be made of counts.
static bool isNear(const FunctionSummary &S, unsigned Label) {
  const AccessPath &P = S.Labels[Label].first;
  bool IsVariadic = P.From == AccessPath::Root::Parameter && P.Steps.empty() &&
                    static_cast<int>(P.Index) == S.Variadic;
  return IsVariadic || isNear(P);
}

static void trim(SummaryTaint &T, const FunctionSummary &S) {
  llvm::erase_if(T.Labels, [&](unsigned L) { return !isNear(S, L); });
}

/// From unit to unit what may become secret spreads, and each step knows less
/// of when it does. What is far is taken for not secret; that it is zeroized,
/// released or kept is still told.
static void trim(FunctionSummary &S) {
  llvm::erase_if(S.Faults,
                 [&](const SummaryFault &F) { return !isNear(S, F.Label); });
  for (SummaryCase &C : S.Cases) {
    if (C.Result.What != SummaryValue::Kind::Pointer)
      C.Result.Secrecy.Labels.clear(); // an error code of what it looked at
    trim(C.Result.Secrecy, S);
    for (SummaryStore &Each : C.Stores)
      trim(Each.Value.Secrecy, S);
    for (SummarySecret &Each : C.Secrets)
      trim(Each.Secrecy, S);
    llvm::erase_if(C.Secrets, [](const SummarySecret &Each) {
      return !isNear(Each.Path);
    });
  }
}

std::string secret::toText(FunctionSummary S, SpellPlace Spell) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Out << toJson(std::move(S), Spell);
  return Out.str();
}

size_t secret::countEffects(const FunctionSummary &S) {
  size_t Effects = S.Faults.size();
  for (const SummaryCase &C : S.Cases)
    Effects += C.Requires.size() + C.Contents.size() + C.Needed.size() +
               C.Kept.size() + C.Wipes.size() + C.Secrets.size() +
               C.Stores.size() + C.Releases.size() + C.Unbuffered.size();
  return Effects;
}

std::optional<FunctionSummary> secret::exportSummary(FunctionSummary S,
                                                     size_t MaxEffects) {
  trim(S);
  if (countEffects(S) > MaxEffects)
    return std::nullopt;
  return S;
}

/// What the optimizer cannot see it cannot remove.
static void hideFromOptimizer(FunctionSummary &S) {
  S.IsOpaque = true;
  for (SummaryCase &C : S.Cases)
    for (SummaryWipe &W : C.Wipes) {
      W.IsElidable = W.BeforeOpaque = false;
      W.IsOpaque = true;
    }
}

static std::optional<FunctionSummary> parse(llvm::StringRef Text,
                                            FindPlace Find, bool IsForeign) {
  llvm::Expected<llvm::json::Value> Stored = llvm::json::parse(Text);
  FunctionSummary S;
  if (Stored && fromJson(*Stored, S, Find, IsForeign))
    return S;
  llvm::consumeError(Stored.takeError());
  return std::nullopt;
}

std::optional<FunctionSummary>
secret::importSummary(llvm::StringRef Text, FindPlace Find, bool SeesThrough) {
  std::optional<FunctionSummary> S =
      parse(Text, Find, /*IsForeign=*/!SeesThrough);
  if (S && !SeesThrough)
    hideFromOptimizer(*S);
  return S;
}

FunctionSummary secret::importSummary(FunctionSummary Exported,
                                      SpellPlace Spell, FindPlace Find,
                                      bool SeesThrough) {
  FunctionSummary S = translated(std::move(Exported), Spell, Find,
                                 /*IsForeign=*/!SeesThrough);
  if (!SeesThrough)
    hideFromOptimizer(S);
  return S;
}

static void withoutStories(FunctionSummary &S) {
  for (SummaryCase &C : S.Cases) {
    C.Result.Secrecy.Story.clear();
    for (SummarySecret &Each : C.Secrets)
      Each.Secrecy.Story.clear();
    for (SummaryStore &Each : C.Stores)
      Each.Value.Secrecy.Story.clear();
  }
}

/// The summary without places and stories.
static std::string meaning(llvm::StringRef Text) {
  std::optional<FunctionSummary> S = parse(
      Text, [](llvm::StringRef) { return Place(0); }, /*IsForeign=*/false);
  if (!S)
    return Text.str();
  withoutStories(*S);
  return toText(std::move(*S), [](Place) { return std::string(); });
}

bool secret::sameMeaning(llvm::StringRef A, llvm::StringRef B) {
  return A == B || meaning(A) == meaning(B);
}
