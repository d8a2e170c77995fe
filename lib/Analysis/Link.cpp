//===- Link.cpp - Judge all units together --------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions of all units are numbered through; a summary of another unit's
// function goes the same way as it will in a slice.
//
//===----------------------------------------------------------------------===//

#include "Link.h"
#include "CallGraph.h"
#include "FunctionReport.h"
#include "LinkTargets.h"
#include "Summary/ForeignSummary.h"
#include "Summary/Summarize.h"
#include "llvm/ADT/StringMap.h"
#include <set>

using namespace secret;

namespace {

/// A function of a unit that it does not define.
struct Import {
  FunctionId Id = NoId; ///< in its unit
  /// What its summary was made of: whose, and how often that had changed.
  FunctionId From = NoId;
  uint64_t Version = 0;
};

/// What other units are told of a function.
struct Export {
  std::optional<FunctionSummary> Summary; ///< nothing if it is too much
  std::string Text;                       ///< made when it is needed
  uint64_t Version = 0;                   ///< each change has its own
};

struct Unit {
  explicit Unit(StoredFacts Stored) : Stored(std::move(Stored)) {}

  StoredFacts Stored;
  FunctionId First = 0; ///< number of its first entry among all
  SummaryTable Summaries;
  std::map<std::string, Import> Imports;
  bool IsAffected = false;
  std::set<std::string> Recursive;
  std::set<std::string> Alone;
};

/// Where an entry is.
struct Where {
  Unit *In = nullptr;
  FunctionId Entry = 0;
  const StoredEntry &entry() const { return In->Stored.entries()[Entry]; }
};

class Linker {
public:
  Linker(std::vector<std::optional<StoredFacts>> Stored,
         const LinkLimits &Limits);
  std::optional<LinkedUnits> run(llvm::function_ref<bool()> IsStopped);

private:
  void number(Unit &U);
  void connect();
  bool analyzeFrom(const std::vector<FunctionId> &Roots,
                   llvm::function_ref<bool()> IsStopped);
  void analyzeComponent(const Component &C);
  void settleComponent(const Component &C, bool IsAcross);
  bool analyze(FunctionId Number, FunctionFacts &Facts, bool Widen);
  void giveUp(const Component &C);
  void importCallees(Unit &U, FunctionFacts &Facts);
  FunctionId definitionOf(llvm::StringRef Usr, llvm::StringRef Signature);
  bool exports(FunctionId Number);
  const std::string &textOf(FunctionId Number);
  void import(Unit &U, CallInfo &C);
  bool brings(FunctionId Number) const;
  std::vector<FunctionId> newRoots() const;
  LinkedUnit sliceOf(const Unit &U);
  bool bringsSecrets(llvm::StringRef Usr) const;

  LinkLimits Limits;
  uint64_t WorkLeft = 0; ///< for the functions that are analysed now
  size_t TooCostly = 0;
  std::vector<std::unique_ptr<Unit>> Units; ///< null: could not be analysed
  std::vector<Where> Functions;
  std::vector<std::vector<FunctionId>> Callees;
  /// Strong definitions, by USR.
  llvm::StringMap<std::vector<FunctionId>> Definitions;
  LinkTargets Targets;
  std::map<FunctionId, Export> Exports; ///< of the summaries as they are
  uint64_t LastVersion = 0;
  std::map<FunctionId, uint64_t> Outcomes; ///< of the last analysis
  std::set<FunctionId> Done;
};

} // namespace

Linker::Linker(std::vector<std::optional<StoredFacts>> Stored,
               const LinkLimits &Limits)
    : Limits(Limits) {
  for (std::optional<StoredFacts> &S : Stored)
    Units.push_back(S ? std::make_unique<Unit>(std::move(*S)) : nullptr);
  for (const std::unique_ptr<Unit> &U : Units)
    if (U)
      number(*U);
  connect();
}

void Linker::number(Unit &U) {
  U.First = Functions.size();
  llvm::ArrayRef<StoredEntry> Entries = U.Stored.entries();
  for (FunctionId Entry = 0; Entry != Entries.size(); ++Entry) {
    const StoredEntry &E = Entries[Entry];
    if (E.IsExported && !E.IsWeak && !E.Usr.empty())
      Definitions[E.Usr].push_back(Functions.size());
    Functions.push_back({&U, Entry});
  }
  Targets.add(U.Stored);
  for (const StoredTarget &T : U.Stored.targets()) {
    if (T.Entry == NoId || Entries[T.Entry].IsWeak)
      continue;
    std::vector<FunctionId> &Here = Definitions[T.Target.Usr];
    if (!llvm::is_contained(Here, U.First + T.Entry))
      Here.push_back(U.First + T.Entry);
  }
}

void Linker::connect() {
  for (const Where &W : Functions) {
    std::vector<FunctionId> &To = Callees.emplace_back();
    for (FunctionId Callee : W.entry().Callees)
      To.push_back(W.In->First + Callee);
    for (const std::string &Usr : W.entry().Elsewhere)
      if (auto It = Definitions.find(Usr); It != Definitions.end())
        To.insert(To.end(), It->second.begin(), It->second.end());
    for (const std::string &Slot : W.entry().Slots) {
      std::vector<SlotTarget> Others = Targets.ofOthers(W.In->Stored, Slot);
      if (Others.size() > W.In->Stored.options().MaxTargets)
        continue;
      for (const SlotTarget &T : Others)
        if (auto It = Definitions.find(T.Usr); It != Definitions.end())
          To.insert(To.end(), It->second.begin(), It->second.end());
    }
  }
}

/// Makes the function's export. False if its analysis has not come out, or is
/// too much.
bool Linker::exports(FunctionId Number) {
  const Where &W = Functions[Number];
  auto Summary = W.In->Summaries.find(W.Entry);
  if (Summary == W.In->Summaries.end())
    return false;
  auto [It, New] = Exports.try_emplace(Number);
  if (New) {
    It->second.Summary = exportSummary(Summary->second, Limits.MaxEffects);
    It->second.Version = ++LastVersion;
  }
  return It->second.Summary.has_value();
}

/// Of a function that has an export.
const std::string &Linker::textOf(FunctionId Number) {
  Export &E = Exports[Number];
  if (E.Text.empty())
    E.Text = toText(*E.Summary, [&](Place P) {
      return Functions[Number].In->Stored.spell(P);
    });
  return E.Text;
}

/// The definition that says what all definitions of the name say; NoId if there
/// is none.
FunctionId Linker::definitionOf(llvm::StringRef Usr,
                                llvm::StringRef Signature) {
  FunctionId Least = NoId;
  auto It = Definitions.find(Usr);
  if (It == Definitions.end())
    return NoId;
  for (FunctionId Number : It->second) {
    if (Functions[Number].entry().Signature != Signature || !exports(Number))
      return NoId;
    if (Least != NoId && !sameMeaning(textOf(Least), textOf(Number)))
      return NoId;
    if (Least == NoId || textOf(Number) < textOf(Least))
      Least = Number;
  }
  return Least;
}

/// Gives a call of another unit's function an id, and that its summary.
void Linker::import(Unit &U, CallInfo &C) {
  C.Callee = NoId; // an earlier round over a recursion may have set it
  const FunctionId From = definitionOf(C.Usr, C.Signature);
  if (From == NoId)
    return;
  FunctionId Next = U.Stored.entries().size() + U.Imports.size();
  auto [It, New] = U.Imports.try_emplace(C.Usr);
  Import &To = It->second;
  if (New)
    To.Id = Next;
  C.Callee = To.Id;
  const Export &E = Exports[From];
  if (To.From == From && To.Version == E.Version)
    return;
  U.Summaries[To.Id] = importSummary(
      *E.Summary, [&](Place P) { return Functions[From].In->Stored.spell(P); },
      [&](llvm::StringRef At) { return U.Stored.find(At); },
      U.Stored.options().AssumeLTO);
  To.From = From;
  To.Version = E.Version;
}

void Linker::importCallees(Unit &U, FunctionFacts &Facts) {
  for (CallInfo &C : Facts.Calls)
    if (!C.Signature.empty())
      import(U, C);
}

/// False, too, once the work is too much.
bool Linker::analyze(FunctionId Number, FunctionFacts &Facts, bool Widen) {
  if (!WorkLeft)
    return false;
  const Where &W = Functions[Number];
  Unit &U = *W.In;
  importCallees(U, Facts);
  const AnalysisOptions &Options = U.Stored.options();
  auto Result = solve(Facts, U.Stored.types(), U.Summaries, Options,
                      /*Dump=*/nullptr, WorkLeft);
  WorkLeft -= std::min(WorkLeft, Result->Work);
  if (!WorkLeft)
    return false;
  Outcomes[Number] = outcomeOf(judge(*Result, Options),
                               [&](Place P) { return U.Stored.spell(P); });
  bool IsNew = update(U.Summaries, W.Entry, summarize(*Result, Widen));
  if (IsNew)
    Exports.erase(Number);
  return IsNew;
}

/// Nothing is known of them, and what their units alone say stands.
void Linker::giveUp(const Component &C) {
  TooCostly += C.Functions.size();
  for (FunctionId Number : C.Functions) {
    const Where &W = Functions[Number];
    W.In->Summaries.erase(W.Entry);
    W.In->Alone.insert(W.entry().Usr);
    Exports.erase(Number);
    Outcomes.erase(Number);
  }
}

void Linker::settleComponent(const Component &C, bool IsAcross) {
  std::map<FunctionId, FunctionFacts> Facts;
  for (FunctionId Number : C.Functions) {
    const Where &W = Functions[Number];
    Facts[Number] = W.In->Stored.facts(W.Entry);
    Targets.addTo(Facts[Number], W.In->Stored);
  }
  WorkLeft = Limits.MaxWork;
  settle(
      C,
      [&](FunctionId Number) {
        const Where &W = Functions[Number];
        W.In->Summaries[W.Entry] = neverReturns();
        Exports.erase(Number);
      },
      [&](FunctionId Number, bool Widen) {
        return analyze(Number, Facts[Number], Widen || IsAcross);
      });
  if (!WorkLeft)
    giveUp(C);
}

void Linker::analyzeComponent(const Component &C) {
  if (llvm::any_of(C.Functions, [&](FunctionId N) { return Done.count(N); }))
    return;
  Component WithFacts{{}, C.IsRecursive};
  bool IsAcross = false;
  for (FunctionId Number : C.Functions) {
    const Where &W = Functions[Number];
    IsAcross |= W.In != Functions[C.Functions.front()].In;
    if (W.entry().HasFacts)
      WithFacts.Functions.push_back(Number);
  }
  settleComponent(WithFacts, IsAcross);
  Done.insert(C.Functions.begin(), C.Functions.end());
  for (FunctionId Number : C.Functions) {
    const Where &W = Functions[Number];
    if (auto It = Outcomes.find(Number); It != Outcomes.end())
      W.In->IsAffected |= It->second != W.entry().Outcome;
    if (IsAcross)
      W.In->Recursive.insert(W.entry().Usr);
  }
}

/// False if it was stopped.
bool Linker::analyzeFrom(const std::vector<FunctionId> &Roots,
                         llvm::function_ref<bool()> IsStopped) {
  for (const Component &C : componentsBottomUp(Callees, Roots)) {
    if (IsStopped())
      return false;
    analyzeComponent(C);
  }
  return true;
}

bool Linker::brings(FunctionId Number) const {
  const Where &W = Functions[Number];
  auto It = W.In->Summaries.find(W.Entry);
  return It != W.In->Summaries.end() && It->second.BringsSecrets;
}

/// Functions not looked at yet that call one which brings secrets.
std::vector<FunctionId> Linker::newRoots() const {
  std::vector<FunctionId> Roots;
  for (FunctionId Number = 0; Number != Functions.size(); ++Number)
    if (Functions[Number].entry().HasFacts && !Done.count(Number) &&
        llvm::any_of(Callees[Number], [&](FunctionId N) { return brings(N); }))
      Roots.push_back(Number);
  return Roots;
}

bool Linker::bringsSecrets(llvm::StringRef Usr) const {
  auto It = Definitions.find(Usr);
  return It != Definitions.end() &&
         llvm::any_of(It->second, [&](FunctionId N) { return brings(N); });
}

LinkedUnit Linker::sliceOf(const Unit &U) {
  LinkedUnit Out;
  Out.IsAffected = U.IsAffected;
  if (!U.IsAffected)
    return Out;
  for (const auto &[Usr, Each] : U.Imports) {
    const StoredEntry &E = Functions[Definitions.lookup(Usr).front()].entry();
    if (FunctionId From = definitionOf(Usr, E.Signature); From != NoId)
      Out.Functions.push_back(
          {Usr, E.Signature, bringsSecrets(Usr), textOf(From)});
  }
  std::set<std::string> Slots;
  for (const StoredEntry &E : U.Stored.entries())
    Slots.insert(E.Slots.begin(), E.Slots.end());
  for (const std::string &Slot : Slots)
    for (SlotTarget &T : Targets.ofOthers(U.Stored, Slot))
      Out.Targets.push_back(std::move(T));
  Out.Recursive.assign(U.Recursive.begin(), U.Recursive.end());
  Out.Alone.assign(U.Alone.begin(), U.Alone.end());
  return Out;
}

std::optional<LinkedUnits> Linker::run(llvm::function_ref<bool()> IsStopped) {
  std::vector<FunctionId> Roots;
  for (FunctionId Number = 0; Number != Functions.size(); ++Number)
    if (Functions[Number].entry().IsRoot)
      Roots.push_back(Number);
  while (!Roots.empty()) {
    if (!analyzeFrom(Roots, IsStopped))
      return std::nullopt;
    Roots = newRoots();
  }
  LinkedUnits Out;
  for (const std::unique_ptr<Unit> &U : Units)
    Out.Units.push_back(U ? sliceOf(*U) : LinkedUnit());
  Out.TooMuch = llvm::count_if(
      Exports, [](const auto &Each) { return !Each.second.Summary; });
  Out.TooCostly = TooCostly;
  return Out;
}

std::optional<LinkedUnits>
secret::linkUnits(std::vector<std::optional<StoredFacts>> Units,
                  const LinkLimits &Limits,
                  llvm::function_ref<bool()> IsStopped) {
  return Linker(std::move(Units), Limits).run(IsStopped);
}
