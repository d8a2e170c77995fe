//===- CrossUnit.cpp - One unit's view of the others ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CrossUnit.h"
#include "Places.h"
#include "Summary/SummaryFormat.h"
#include "clang/AST/ASTContext.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace secret;

CrossUnit::CrossUnit(ASTContext &Context, UnitScan &Scan,
                     const AnalysisOptions &Options)
    : Context(Context), Scan(Scan), Options(Options) {
  if (Options.CrossUnit.empty())
    return;
  llvm::Expected<UnitSlice> Read = readSlice(Options.CrossUnit);
  if (!Read) {
    Problem = llvm::toString(Read.takeError());
    return;
  }
  Slice = std::move(*Read);
  FunctionId Id = Scan.Functions.Bodies.size();
  for (const StoredFunction &F : Slice.Functions)
    Scan.Functions.Foreigners[F.Usr] = {F.Signature, Id++};
}

/// What the optimizer cannot see it cannot remove.
static void hideFromOptimizer(FunctionSummary &S) {
  S.IsOpaque = true;
  for (SummaryCase &C : S.Cases)
    for (SummaryWipe &W : C.Wipes)
      W.IsElidable = W.BeforeOpaque = false;
}

std::optional<FunctionSummary> CrossUnit::read(const StoredFunction &F) {
  llvm::Expected<llvm::json::Value> Stored = llvm::json::parse(F.Summary);
  FunctionSummary S;
  auto Find = [&](llvm::StringRef Text) {
    return findPlace(Text, Context.getSourceManager(), Slice.Root);
  };
  bool SeesThrough = Options.AssumeLTO; // link-time optimization does, too
  if (!Stored || !fromJson(*Stored, S, Find, /*IsForeign=*/!SeesThrough)) {
    llvm::consumeError(Stored.takeError());
    Problem = "'" + Options.CrossUnit + "' is damaged: the summary of '" +
              F.Usr + "' cannot be read; run the audit again";
    return std::nullopt;
  }
  if (!SeesThrough)
    hideFromOptimizer(S);
  return S;
}

void CrossUnit::addCallees(const FunctionFacts &F, SummaryTable &Summaries) {
  size_t First = Scan.Functions.Bodies.size();
  for (const CallInfo &C : F.Calls) {
    if (C.Callee == NoId || C.Callee < First || Summaries.count(C.Callee))
      continue;
    if (auto S = read(Slice.Functions[C.Callee - First]))
      Summaries[C.Callee] = std::move(*S);
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
  for (const StoredFunction &F : Slice.Functions)
    if (F.BringsSecrets)
      Bringing.insert(F.Usr);
  std::vector<FunctionId> Ids;
  if (Bringing.empty())
    return Ids;
  for (FunctionId Id = 0; Id != Scan.Elsewhere.size(); ++Id)
    if (llvm::any_of(Scan.Elsewhere[Id], [&](const FunctionDecl *F) {
          return Bringing.count(usr(F));
        }))
      Ids.push_back(Id);
  return Ids;
}

bool CrossUnit::isRecursive(FunctionId Id) {
  return !Slice.Recursive.empty() &&
         llvm::binary_search(Slice.Recursive, usr(Scan.Functions.Bodies[Id]));
}

void CrossUnit::addElsewhere(FunctionId Id, std::set<std::string> &Names) {
  for (const FunctionDecl *F : Scan.Elsewhere[Id])
    if (const std::string &Usr = usr(F); !Usr.empty())
      Names.insert(Usr);
}

std::vector<std::string> CrossUnit::callsOf(FunctionId Id) {
  std::set<std::string> Names;
  std::set<FunctionId> Seen{Id};
  std::vector<FunctionId> Left{Id};
  while (!Left.empty()) {
    FunctionId Next = Left.back();
    Left.pop_back();
    addElsewhere(Next, Names);
    for (FunctionId Callee : Scan.Callees[Next])
      if (Seen.insert(Callee).second)
        Left.push_back(Callee);
  }
  return {Names.begin(), Names.end()};
}

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

StoredFunction CrossUnit::store(FunctionId Id, FunctionSummary S) {
  trim(S);
  const FunctionDecl *F = Scan.Functions.Bodies[Id];
  StoredFunction Out;
  Out.Usr = usr(F);
  Out.Signature = signatureOf(F);
  Out.IsWeak = isWeak(F);
  Out.BringsSecrets = S.BringsSecrets;
  Out.Calls = callsOf(Id);
  llvm::raw_string_ostream Text(Out.Summary);
  Text << toJson(std::move(S), [&](Place P) {
    return spellPlace(P, Context.getSourceManager(), Slice.Root);
  });
  return Out;
}

std::string CrossUnit::write(const SummaryTable &Summaries,
                             const std::set<FunctionId> &Secret) {
  UnitSummaries Out;
  std::set<std::string> Wanted, Calls;
  for (FunctionId Id = 0; Id != Scan.Elsewhere.size(); ++Id)
    addElsewhere(Id, Calls);
  for (FunctionId Id : Secret)
    addElsewhere(Id, Wanted);
  Out.Wanted.assign(Wanted.begin(), Wanted.end());
  Out.Calls.assign(Calls.begin(), Calls.end());
  for (FunctionId Id : exportedFunctions(Context, Scan.Functions))
    if (auto It = Summaries.find(Id); It != Summaries.end())
      Out.Functions.push_back(store(Id, It->second));
  llvm::sort(Out.Functions);
  llvm::Error E = writeSummaries(Out, Slice.Exports);
  return E ? llvm::toString(std::move(E)) : std::string();
}
