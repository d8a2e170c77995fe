//===- CrossUnit.cpp - One unit's view of the others ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CrossUnit.h"
#include "Places.h"
#include "Secrets/QualifiedName.h"
#include "Summary/ForeignSummary.h"
#include "clang/AST/ASTContext.h"
#include <set>

using namespace clang;
using namespace secret;

CrossUnit::CrossUnit(ASTContext &Context, Catalog &Secrets, UnitScan &Scan,
                     const AnalysisOptions &Options)
    : Context(Context), Secrets(Secrets), Scan(Scan), Options(Options) {
  if (Options.CrossUnit.empty())
    return;
  llvm::Expected<UnitSlice> Read = readSlice(Options.CrossUnit);
  if (!Read) {
    Problem = llvm::toString(Read.takeError());
    return;
  }
  Slice = std::move(*Read);
  FunctionId Id = Scan.Functions.Bodies.size();
  for (const ForeignFunction &F : Slice.Functions)
    Scan.Functions.Foreigners[F.Usr] = {F.Signature, Id++};
  Scan.Functions.Root = Slice.Root;
  for (const SlotTarget &T : Slice.Targets)
    Scan.Functions.ForeignTargets[T.Slot].push_back(T);
  Scan.Functions.AreLinkedLater = exports();
}

void CrossUnit::addCallees(const FunctionFacts &F, SummaryTable &Summaries) {
  size_t First = Scan.Functions.Bodies.size();
  auto Find = [&](llvm::StringRef Text) {
    return findPlace(Text, Context.getSourceManager(), Slice.Root);
  };
  for (const CallInfo &C : F.Calls) {
    if (C.Callee == NoId || C.Callee < First || Summaries.count(C.Callee))
      continue;
    const ForeignFunction &Callee = Slice.Functions[C.Callee - First];
    if (auto S = importSummary(Callee.Summary, Find, Options.AssumeLTO))
      Summaries[C.Callee] = std::move(*S);
    else
      Problem = "'" + Options.CrossUnit + "' is damaged: the summary of '" +
                Callee.Usr + "' cannot be read; run the audit again";
  }
}

const std::string &CrossUnit::usr(const FunctionDecl *F) {
  auto [It, New] = Usrs.try_emplace(F->getCanonicalDecl());
  if (New)
    It->second = usrOf(F);
  return It->second;
}

std::vector<FunctionId> CrossUnit::calledWithSecrets() {
  std::set<std::string> Bringing;
  for (const ForeignFunction &F : Slice.Functions)
    if (F.BringsSecrets)
      Bringing.insert(F.Usr);
  std::vector<FunctionId> Ids;
  if (Bringing.empty())
    return Ids;
  std::set<std::string> BringingSlots;
  for (const SlotTarget &T : Slice.Targets)
    if (Bringing.count(T.Usr))
      BringingSlots.insert(T.Slot);
  auto IsBringing = [&](const FunctionDecl *F) {
    return Bringing.count(usr(F)) != 0;
  };
  auto IsBringingSlot = [&](const ValueDecl *Slot) {
    return BringingSlots.count(sharedNameOf(Slot, Slice.Root)) != 0;
  };
  for (FunctionId Id = 0; Id != Scan.Elsewhere.size(); ++Id)
    if (hasCodeHere(Scan.Functions.Bodies[Id]) &&
        (llvm::any_of(Scan.Elsewhere[Id], IsBringing) ||
         llvm::any_of(Scan.Slots[Id], IsBringingSlot)))
      Ids.push_back(Id);
  return Ids;
}

bool CrossUnit::isRecursive(FunctionId Id) {
  return !Slice.Recursive.empty() &&
         llvm::binary_search(Slice.Recursive, usr(Scan.Functions.Bodies[Id]));
}

bool CrossUnit::isAlone(FunctionId Id) {
  return !Slice.Alone.empty() &&
         llvm::binary_search(Slice.Alone, usr(Scan.Functions.Bodies[Id]));
}

void CrossUnit::forgetCallees(FunctionFacts &F) const {
  auto IsForeign = [&](const CallInfo &C) {
    return C.Callee != NoId && C.Callee >= Scan.Functions.Bodies.size();
  };
  for (CallInfo &C : F.Calls)
    llvm::erase_if(C.Targets, [&](const CallTarget &T) {
      return IsForeign(F.Calls[T.Call]);
    });
  for (CallInfo &C : F.Calls)
    if (IsForeign(C))
      C.Callee = NoId;
}

std::vector<FunctionId> CrossUnit::toStore() {
  std::vector<FunctionId> Left = exportedFunctions(Context, Scan.Functions);
  for (const StoredTarget &T : targets())
    if (T.Entry != NoId)
      Left.push_back(T.Entry);
  for (FunctionId Id = 0; Id != Scan.Mentions.size(); ++Id) {
    bool CallsOthers = !Scan.Elsewhere[Id].empty() ||
                       llvm::any_of(Scan.Slots[Id], [](const ValueDecl *Slot) {
                         return !sharedNameOf(Slot, "").empty();
                       });
    if (Scan.Mentions[Id] ||
        (CallsOthers && hasCodeHere(Scan.Functions.Bodies[Id])))
      Left.push_back(Id);
  }
  std::set<FunctionId> Found(Left.begin(), Left.end());
  while (!Left.empty()) {
    FunctionId Next = Left.back();
    Left.pop_back();
    for (FunctionId Callee : Scan.Callees[Next])
      if (Found.insert(Callee).second)
        Left.push_back(Callee);
  }
  return {Found.begin(), Found.end()};
}

std::string CrossUnit::spell(Place P) const {
  return spellPlace(P, Context.getSourceManager(), Slice.Root);
}

/// How all units call \p F: those of one name that only their units see are
/// told apart by where they are.
std::string CrossUnit::nameForOthers(const FunctionDecl *F) {
  if (F->hasExternalFormalLinkage())
    return usr(F);
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition))
    F = Definition;
  return usr(F) + " at " + spell(F->getLocation().getRawEncoding());
}

/// The first thing that \p M does is to zeroize reliably.
static bool zeroizes(const FunctionModel &M) {
  return !M.Effects.empty() && M.Effects.front().Kind == EffectKind::Zeroize &&
         M.Effects.front().Wipe == Strength::Reliable;
}

/// What others are told of \p F in \p Slot. Of what a model says only that it
/// zeroizes: else the slot may hold anything for them.
StoredTarget CrossUnit::target(const std::string &Slot,
                               const FunctionSlot::Entry &E) {
  StoredTarget T;
  T.Target.Slot = Slot;
  const FunctionDecl *F = E.Function;
  const FunctionModel *Model = Secrets.modelOf(F);
  if (Model && !zeroizes(*Model))
    return T;
  T.Entry = Model ? NoId : Scan.Functions.idOf(F);
  T.Target.Name = qualifiedName(F);
  T.Target.Usr = nameForOthers(F);
  T.Target.Signature = signatureOf(F);
  T.Target.Zeroizes = Model || Secrets.taggedZeroizes(F) ||
                      (T.Entry == NoId && Secrets.nameZeroizes(F));
  for (const FunctionSlot::Table &Each : E.Tables)
    T.Target.Tables.push_back(tableName(Each));
  llvm::sort(T.Target.Tables);
  return T;
}

/// What others may find in tables, sorted.
std::vector<StoredTarget> CrossUnit::targets() {
  std::vector<StoredTarget> Out;
  for (const auto &[Slot, What] : Scan.Functions.Tables.slots()) {
    const std::string Name = sharedNameOf(Slot, Slice.Root);
    if (Name.empty())
      continue;
    if (What.IsOpen) {
      StoredTarget Anything;
      Anything.Target.Slot = Name;
      Out.push_back(std::move(Anything));
    }
    for (const FunctionSlot::Entry &E : What.Entries)
      Out.push_back(target(Name, E));
  }
  llvm::sort(Out, [](const StoredTarget &A, const StoredTarget &B) {
    return A.Target < B.Target;
  });
  return Out;
}

/// The entries without what their facts say.
std::vector<StoredEntry> CrossUnit::entries() {
  std::vector<StoredEntry> Entries(Scan.Functions.Bodies.size());
  for (FunctionId Id = 0; Id != Entries.size(); ++Id) {
    StoredEntry &E = Entries[Id];
    E.IsRoot = Scan.Mentions[Id];
    E.Callees = Scan.Callees[Id];
  }
  for (FunctionId Id : exportedFunctions(Context, Scan.Functions))
    Entries[Id].IsExported = true;
  for (const std::vector<FunctionId> &Callees : Scan.ClassCallees) {
    StoredEntry &E = Entries.emplace_back();
    E.IsRoot = true;
    E.Callees = Callees;
  }
  return Entries;
}

static std::vector<std::string> calledThrough(const FunctionFacts &F) {
  std::set<std::string> Slots;
  for (const CallInfo &C : F.Calls)
    if (!C.Slot.empty())
      Slots.insert(C.Slot);
  return {Slots.begin(), Slots.end()};
}

/// What the calls of \p F say of functions that may be other units'.
static std::vector<std::string> calledElsewhere(const FunctionFacts &F) {
  std::set<std::string> Names;
  for (const CallInfo &C : F.Calls)
    if (!C.Signature.empty() && !C.Usr.empty())
      Names.insert(C.Usr);
  return {Names.begin(), Names.end()};
}

std::string
CrossUnit::store(llvm::function_ref<FunctionFacts *(size_t)> FactsOf,
                 llvm::function_ref<const FunctionReport *(size_t)> ReportOf,
                 const TypeTable &Types) {
  auto Spell = [this](Place P) { return spell(P); };
  std::vector<StoredEntry> Entries = entries();
  for (size_t I = 0; I != Entries.size(); ++I) {
    StoredEntry &E = Entries[I];
    const FunctionFacts *F = FactsOf(I);
    E.HasFacts = F;
    // Without facts it is a definition all the same, of which nothing is known.
    if (I < Scan.Functions.Bodies.size() && (F || E.IsExported)) {
      const FunctionDecl *Body = Scan.Functions.Bodies[I];
      E.Usr = usr(Body);
      E.Signature = signatureOf(Body);
      E.IsWeak = isWeak(Body);
    }
    if (!F)
      continue;
    E.Elsewhere = calledElsewhere(*F);
    E.Slots = calledThrough(*F);
    if (const FunctionReport *R = ReportOf(I))
      E.Outcome = outcomeOf(*R, Spell);
  }
  AnalysisOptions Kept = Options;
  Kept.Models.clear(); // the calls have them
  return storeFacts(
      std::move(Kept), std::move(Entries), targets(),
      [&](size_t I) -> FunctionFacts & { return *FactsOf(I); }, Types, Spell);
}

void CrossUnit::write(llvm::StringRef Content) {
  if (llvm::Error E = writeStoredFacts(Slice.Facts, Content))
    Problem = llvm::toString(std::move(E));
}
