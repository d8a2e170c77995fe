//===- Link.cpp - From all units' summaries to slices ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Link.h"
#include "CallGraph.h"
#include "Summary/SummaryFormat.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

using namespace secret;

namespace {

/// All strong definitions of one name.
struct Definition {
  const StoredFunction *Least = nullptr;
  bool Differs = false;
};

void withoutStories(FunctionSummary &S) {
  for (SummaryCase &C : S.Cases) {
    C.Result.Secrecy.Story.clear();
    for (SummarySecret &Each : C.Secrets)
      Each.Secrecy.Story.clear();
    for (SummaryStore &Each : C.Stores)
      Each.Value.Secrecy.Story.clear();
  }
}

/// The summary without places and stories.
std::string meaning(const StoredFunction &F) {
  std::string Text;
  FunctionSummary S;
  llvm::Expected<llvm::json::Value> Parsed = llvm::json::parse(F.Summary);
  if (!Parsed) {
    llvm::consumeError(Parsed.takeError());
    return F.Summary;
  }
  if (!fromJson(
          *Parsed, S, [](llvm::StringRef) { return Place(0); },
          /*IsForeign=*/false))
    return F.Summary;
  withoutStories(S);
  llvm::raw_string_ostream Out(Text);
  Out << toJson(std::move(S), [](Place) { return std::string(); });
  return Out.str();
}

class Linker {
public:
  explicit Linker(llvm::ArrayRef<UnitSummaries> Units) : Units(Units) {}
  std::vector<LinkedUnit> run();

private:
  void define(const StoredFunction &F);
  void need(llvm::ArrayRef<std::string> Names);
  const StoredFunction *find(llvm::StringRef Usr) const;
  bool meetsSecrets(const UnitSummaries &Unit) const;
  void findRecursions();
  LinkedUnit sliceOf(const UnitSummaries &Unit) const;

  llvm::ArrayRef<UnitSummaries> Units;
  llvm::StringMap<Definition> Definitions;
  llvm::StringSet<> Needed;
  llvm::StringSet<> Recursive;
  std::vector<llvm::StringRef> Left;
};

} // namespace

void Linker::define(const StoredFunction &F) {
  if (F.IsWeak)
    return;
  Definition &D = Definitions[F.Usr];
  if (!D.Least) {
    D.Least = &F;
    return;
  }
  D.Differs |= !sameMeaning(F, *D.Least);
  if (F < *D.Least)
    D.Least = &F;
}

const StoredFunction *Linker::find(llvm::StringRef Usr) const {
  auto It = Definitions.find(Usr);
  if (It == Definitions.end() || It->second.Differs)
    return nullptr;
  return It->second.Least;
}

void Linker::need(llvm::ArrayRef<std::string> Names) {
  for (const std::string &Usr : Names)
    if (Needed.insert(Usr).second)
      Left.push_back(Usr);
}

/// Whether one of the functions that the unit calls brings it secrets.
bool Linker::meetsSecrets(const UnitSummaries &Unit) const {
  return llvm::any_of(Unit.Calls, [&](const std::string &Usr) {
    const StoredFunction *F = find(Usr);
    return F && F->BringsSecrets;
  });
}

/// Calls of stored functions lead out of their units, so every cycle of them
/// goes through several.
void Linker::findRecursions() {
  std::vector<const StoredFunction *> Functions;
  llvm::StringMap<FunctionId> Ids;
  std::vector<FunctionId> Roots;
  for (const auto &Usr : Needed)
    if (const StoredFunction *F = find(Usr.getKey()))
      Functions.push_back(F);
  llvm::sort(Functions, [](auto *A, auto *B) { return A->Usr < B->Usr; });
  for (const StoredFunction *F : Functions) {
    Roots.push_back(Ids.size());
    Ids.try_emplace(F->Usr, Roots.back());
  }
  std::vector<std::vector<FunctionId>> Callees(Functions.size());
  for (FunctionId Id : Roots)
    for (const std::string &Usr : Functions[Id]->Calls)
      if (auto It = Ids.find(Usr); It != Ids.end())
        Callees[Id].push_back(It->second);
  for (const Component &C : componentsBottomUp(Callees, Roots))
    for (FunctionId Id : C.Functions)
      if (C.IsRecursive)
        Recursive.insert(Functions[Id]->Usr);
}

LinkedUnit Linker::sliceOf(const UnitSummaries &Unit) const {
  LinkedUnit Out;
  std::vector<std::string> Names =
      meetsSecrets(Unit) ? Unit.Calls : Unit.Wanted;
  for (const StoredFunction &F : Unit.Functions) {
    if (Needed.contains(F.Usr))
      Names.insert(Names.end(), F.Calls.begin(), F.Calls.end());
    if (Recursive.contains(F.Usr))
      Out.Recursive.push_back(F.Usr);
  }
  llvm::sort(Names);
  Names.erase(std::unique(Names.begin(), Names.end()), Names.end());
  for (const std::string &Usr : Names) {
    const StoredFunction *F = find(Usr);
    if (!F)
      continue;
    StoredFunction &Copy = Out.Functions.emplace_back(*F);
    Copy.Calls.clear();
  }
  return Out;
}

std::vector<LinkedUnit> Linker::run() {
  for (const UnitSummaries &Unit : Units)
    for (const StoredFunction &F : Unit.Functions)
      define(F);
  for (const UnitSummaries &Unit : Units)
    need(meetsSecrets(Unit) ? Unit.Calls : Unit.Wanted);
  while (!Left.empty()) {
    llvm::StringRef Usr = Left.back();
    Left.pop_back();
    if (const StoredFunction *F = find(Usr))
      need(F->Calls);
  }
  findRecursions();
  std::vector<LinkedUnit> Slices;
  for (const UnitSummaries &Unit : Units)
    Slices.push_back(sliceOf(Unit));
  return Slices;
}

std::vector<LinkedUnit>
secret::linkSummaries(llvm::ArrayRef<UnitSummaries> Units) {
  return Linker(Units).run();
}

bool secret::sameMeaning(const StoredFunction &A, const StoredFunction &B) {
  return A.Usr == B.Usr && A.Signature == B.Signature &&
         (A.Summary == B.Summary || meaning(A) == meaning(B));
}
