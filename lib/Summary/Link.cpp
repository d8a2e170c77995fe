//===- Link.cpp - From all units' summaries to slices ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Link.h"
#include "SummaryFormat.h"
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

/// The summary without places: equal definitions in two files differ in them.
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
  llvm::raw_string_ostream Out(Text);
  Out << toJson(std::move(S), [](Place) { return std::string(); });
  return Out.str();
}

class Linker {
public:
  explicit Linker(llvm::ArrayRef<UnitSummaries> Units) : Units(Units) {}
  std::vector<std::vector<StoredFunction>> run();

private:
  void define(const StoredFunction &F);
  void need(llvm::ArrayRef<std::string> Names);
  const StoredFunction *find(llvm::StringRef Usr) const;
  std::vector<StoredFunction> sliceOf(const UnitSummaries &Unit) const;

  llvm::ArrayRef<UnitSummaries> Units;
  llvm::StringMap<Definition> Definitions;
  llvm::StringSet<> Needed;
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
  D.Differs |=
      F.Signature != D.Least->Signature || meaning(F) != meaning(*D.Least);
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

std::vector<StoredFunction> Linker::sliceOf(const UnitSummaries &Unit) const {
  std::vector<std::string> Names = Unit.Wanted;
  for (const StoredFunction &F : Unit.Functions)
    if (Needed.contains(F.Usr))
      Names.insert(Names.end(), F.Calls.begin(), F.Calls.end());
  llvm::sort(Names);
  Names.erase(std::unique(Names.begin(), Names.end()), Names.end());
  std::vector<StoredFunction> Slice;
  for (const std::string &Usr : Names)
    if (const StoredFunction *F = find(Usr)) {
      Slice.push_back(*F);
      Slice.back().Calls.clear();
    }
  return Slice;
}

std::vector<std::vector<StoredFunction>> Linker::run() {
  for (const UnitSummaries &Unit : Units)
    for (const StoredFunction &F : Unit.Functions)
      define(F);
  for (const UnitSummaries &Unit : Units)
    need(Unit.Wanted);
  while (!Left.empty()) {
    llvm::StringRef Usr = Left.back();
    Left.pop_back();
    if (const StoredFunction *F = find(Usr))
      need(F->Calls);
  }
  std::vector<std::vector<StoredFunction>> Slices;
  for (const UnitSummaries &Unit : Units)
    Slices.push_back(sliceOf(Unit));
  return Slices;
}

std::vector<std::vector<StoredFunction>>
secret::linkSummaries(llvm::ArrayRef<UnitSummaries> Units) {
  return Linker(Units).run();
}
