//===- Unit.cpp - Analyse one translation unit ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Unit.h"
#include "CallGraph.h"
#include "CrossUnit.h"
#include "Facts/Dump.h"
#include "Facts/UnitScan.h"
#include "Rules/ClassVerdict.h"
#include "Summary/Summarize.h"
#include "Summary/SummaryFormat.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/raw_ostream.h"
#include <deque>
#include <set>

using namespace clang;
using namespace secret;

namespace {

/// Rounds over functions that call each other; two or three are the rule.
constexpr unsigned MaxRounds = 8;
/// From this round on numbers no longer tell cases apart.
constexpr unsigned WideRound = 3;

class UnitAnalyzer {
public:
  UnitAnalyzer(ASTContext &Context, const ModelIndex &Models,
               const AnalysisOptions &Options, Reporter &To, const Dumps &Print)
      : Context(Context), Secrets(Context, Models, Options.InferFromNames),
        Options(Options), To(To), Print(Print),
        Scan(mayMeetSecrets(Models) ? scanUnit(Context, Secrets) : UnitScan()),
        Others(Context, Scan, Options),
        Generator(Context, Secrets, Scan.Functions, Options) {}

  void run();

private:
  bool mayMeetSecrets(const ModelIndex &Models);
  void analyzeGlobals();
  void analyzeClasses();
  void analyzeFrom(const std::vector<FunctionId> &Roots);
  void analyzeComponent(const Component &C);
  bool analyzeFunction(FunctionId Id, bool Widen);
  void collect(const FunctionResult &Result, FunctionId Id);
  std::vector<FunctionId> newRoots() const;
  Finding withVerdict(Finding F) const;
  void report();
  void listSites();
  void dumpSummary(const FunctionSummary &S) const;
  void tellOthers();
  std::string spell(Place P) const;

  ASTContext &Context;
  Catalog Secrets;
  const AnalysisOptions &Options;
  Reporter &To;
  const Dumps &Print;
  UnitScan Scan;
  CrossUnit Others;
  FactsGenerator Generator;
  SummaryTable Summaries;
  std::map<FunctionId, FunctionFacts> Facts;
  std::deque<FunctionFacts> ClassFacts;
  std::map<FunctionId, std::vector<Finding>> Findings;
  std::map<FunctionId, std::vector<Zeroization>> Zeroizations;
  std::map<FunctionId, std::string> Limits;
  std::map<std::string, ClassVerdict> Verdicts;
  std::set<FunctionId> Done;
};

} // namespace

bool UnitAnalyzer::mayMeetSecrets(const ModelIndex &Models) {
  return !Options.CrossUnit.empty() || Options.InferFromNames ||
         secret::mayMeetSecrets(Context, Models, Secrets);
}

std::string UnitAnalyzer::spell(Place P) const {
  PresumedLoc Where = Context.getSourceManager().getPresumedLoc(
      SourceLocation::getFromRawEncoding(P));
  if (Where.isInvalid())
    return "?";
  return std::to_string(Where.getLine()) + ":" +
         std::to_string(Where.getColumn());
}

void UnitAnalyzer::collect(const FunctionResult &Result, FunctionId Id) {
  Zeroizations[Id] = listZeroizations({Result.Facts, Result, Options});
  std::vector<Finding> &Found = Findings[Id];
  RuleInput In{Result.Facts, Result, Options};
  Found = runRules(In);
  if (auto Verdict = judgeClass(In))
    Verdicts[Result.Facts.ClassName] = std::move(*Verdict);
  if (!Result.PathsJoined)
    return;
  for (Finding &F : Found)
    F.Notes.push_back(
        {Result.Facts.Declared, "some paths through '" + Result.Facts.Name +
                                    "' are not told apart: more than " +
                                    std::to_string(Options.MaxStates) +
                                    " states at one place (option MaxStates)"});
}

void UnitAnalyzer::analyzeGlobals() {
  FunctionFacts Globals =
      Generator.generateForGlobals(Scan.Globals, Scan.Fields);
  auto Result = solve(Globals, Generator.types().table(), Summaries, Options);
  collect(*Result, NoId);
}

/// True if the summaries are printed alike.
static bool isSame(const FunctionSummary &A, const FunctionSummary &B) {
  std::string Left, Right;
  llvm::raw_string_ostream LeftOut(Left), RightOut(Right);
  dump(A, LeftOut);
  dump(B, RightOut);
  return LeftOut.str() == RightOut.str();
}

/// True if the function's summary may have changed.
bool UnitAnalyzer::analyzeFunction(FunctionId Id, bool Widen) {
  auto [It, New] = Facts.try_emplace(Id);
  if (New) {
    It->second = Generator.generate(Id);
    Others.addCallees(It->second, Summaries);
  }
  const FunctionFacts &F = It->second;
  if (!F.Problem.empty())
    return false;
  const TypeTable &Types = Generator.types().table();
  auto Result = solve(F, Types, Summaries, Options);
  collect(*Result, Id);
  if (!Result->Limit.empty())
    Limits[Id] = Result->Limit;
  FunctionSummary S = summarize(*Result, Widen);
  auto Old = Summaries.find(Id);
  bool Same = Old != Summaries.end() && isSame(Old->second, S);
  Summaries[Id] = std::move(S);
  return !Same;
}

void UnitAnalyzer::analyzeComponent(const Component &C) {
  for (FunctionId Id : C.Functions)
    if (Done.count(Id))
      return;
  // In a recursion the first round takes inner calls for ones that never
  // return; each further round adds the cases that the one before found.
  if (C.IsRecursive)
    for (FunctionId Id : C.Functions) {
      FunctionSummary Bottom;
      Bottom.NeverReturns = true;
      Bottom.IsOpaque = false;
      Summaries[Id] = Bottom;
    }
  for (unsigned Round = 0; Round != MaxRounds; ++Round) {
    bool Changed = false;
    for (FunctionId Id : C.Functions)
      Changed |= analyzeFunction(Id, (C.IsRecursive && Round >= WideRound) ||
                                         Others.isRecursive(Id));
    if (!C.IsRecursive || !Changed)
      break;
  }
  Done.insert(C.Functions.begin(), C.Functions.end());
}

void UnitAnalyzer::analyzeFrom(const std::vector<FunctionId> &Roots) {
  for (const Component &C : componentsBottomUp(Scan.Callees, Roots))
    analyzeComponent(C);
}

/// Classes whose destructor nobody wrote.
void UnitAnalyzer::analyzeClasses() {
  for (size_t I = 0; I != Scan.Classes.size(); ++I) {
    analyzeFrom(Scan.ClassCallees[I]);
    ClassFacts.push_back(Generator.generateForClass(Scan.Classes[I]));
    Others.addCallees(ClassFacts.back(), Summaries);
    auto Result =
        solve(ClassFacts.back(), Generator.types().table(), Summaries, Options);
    collect(*Result, NoId - 1 - I);
  }
}

/// Functions not looked at yet that call one which brings secrets.
std::vector<FunctionId> UnitAnalyzer::newRoots() const {
  std::vector<FunctionId> Roots;
  for (FunctionId Id = 0; Id != Scan.Callees.size(); ++Id) {
    if (Done.count(Id))
      continue;
    for (FunctionId Callee : Scan.Callees[Id]) {
      auto It = Summaries.find(Callee);
      if (It == Summaries.end() || !It->second.BringsSecrets)
        continue;
      Roots.push_back(Id);
      break;
    }
  }
  return Roots;
}

/// A finding that rests on a name alone says so.
static Finding withConfidence(Finding F) {
  bool Inferred = llvm::any_of(F.Notes, [](const Note &N) {
    return llvm::StringRef(N.Text).ends_with(InferredText);
  });
  if (Inferred) {
    F.Sure = Confidence::Low;
    F.Message += "; that it is a secret is inferred from the name";
  }
  return F;
}

/// Of an object that is left as it is, what the end of its life would do.
Finding UnitAnalyzer::withVerdict(Finding F) const {
  auto It = Verdicts.find(F.Class);
  if (It != Verdicts.end() &&
      (F.Rule == RuleId::MissingZeroization || F.Rule == RuleId::HiddenCopy))
    F.Notes.push_back({It->second.At, It->second.describe(F.Class)});
  return F;
}

void UnitAnalyzer::listSites() {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<const Zeroization *> All;
  for (const auto &[Id, List] : Zeroizations)
    for (const Zeroization &Z : List)
      All.push_back(&Z);
  llvm::stable_sort(All, [&](const Zeroization *A, const Zeroization *B) {
    return Sources.isBeforeInTranslationUnit(
        SourceLocation::getFromRawEncoding(A->At.Begin),
        SourceLocation::getFromRawEncoding(B->At.Begin));
  });
  std::set<std::pair<Place, Place>> Seen;
  for (const Zeroization *Z : All)
    if (Seen.insert({Z->At.Begin, Z->Inner.Begin}).second)
      To.zeroization(*Z);
}

void UnitAnalyzer::report() {
  listSites();
  std::vector<const Finding *> All;
  for (const auto &[Id, List] : Findings)
    for (const Finding &F : List)
      All.push_back(&F);
  const SourceManager &Sources = Context.getSourceManager();
  llvm::stable_sort(All, [&](const Finding *A, const Finding *B) {
    auto At = [](const Finding *F) {
      return SourceLocation::getFromRawEncoding(F->At.Begin);
    };
    if (A->At.Begin != B->At.Begin)
      return Sources.isBeforeInTranslationUnit(At(A), At(B));
    return std::tie(A->Rule, A->Message) < std::tie(B->Rule, B->Message);
  });
  std::set<std::tuple<Place, RuleId, std::string>> Seen;
  for (const Finding *F : All)
    if (Seen.insert({F->At.Begin, F->Rule, F->Object}).second)
      To.report(withConfidence(withVerdict(*F)));
}

/// Prints the summary as another process would read it.
void UnitAnalyzer::dumpSummary(const FunctionSummary &S) const {
  auto Find = [](llvm::StringRef Text) {
    Place P = 0;
    Text.getAsInteger(10, P);
    return P;
  };
  FunctionSummary Read;
  if (fromJson(toJson(S, [](Place P) { return std::to_string(P); }), Read, Find,
               /*IsForeign=*/false))
    dump(Read, *Print.Summaries);
}

/// Functions that meet no secret here may be given one by another unit.
void UnitAnalyzer::tellOthers() {
  if (!Others.exports())
    return;
  std::set<FunctionId> Secret = Done;
  analyzeFrom(exportedFunctions(Context, Scan.Functions));
  std::string Problem = Others.write(Summaries, Secret);
  if (!Problem.empty())
    To.remark({}, Problem);
}

void UnitAnalyzer::run() {
  analyzeGlobals();
  std::vector<FunctionId> Roots = Others.calledWithSecrets();
  for (FunctionId Id = 0; Id != Scan.Mentions.size(); ++Id)
    if (Scan.Mentions[Id])
      Roots.push_back(Id);
  while (!Roots.empty()) {
    analyzeFrom(Roots);
    Roots = newRoots();
  }
  analyzeClasses();
  const TypeTable &Types = Generator.types().table();
  if (Print.Facts)
    for (const FunctionFacts &F : ClassFacts)
      dump(F, [this](Place P) { return spell(P); }, *Print.Facts);
  for (const auto &[Id, F] : Facts) {
    if (!F.Problem.empty())
      To.remark(F.Declared, "'" + F.Name + "' is not analysed: " + F.Problem);
    if (auto It = Limits.find(Id); It != Limits.end())
      To.remark(F.Declared, "the analysis of '" + F.Name +
                                "' was cut short: " + It->second);
    if (Print.Facts)
      dump(F, [this](Place P) { return spell(P); }, *Print.Facts);
    if (Print.States && F.Problem.empty())
      solve(F, Types, Summaries, Options, Print.States);
    if (auto It = Summaries.find(Id); Print.Summaries && It != Summaries.end())
      dumpSummary(It->second);
  }
  if (Print.Summaries)
    for (const auto &[Class, Verdict] : Verdicts)
      *Print.Summaries << "class " << Verdict.describe(Class) << "\n";
  report();
  tellOthers();
  if (!Others.problem().empty())
    To.remark({}, Others.problem());
}

void secret::analyzeUnit(ASTContext &Context, const ModelIndex &Models,
                         const AnalysisOptions &Options, Reporter &To,
                         const Dumps &Print) {
  UnitAnalyzer(Context, Models, Options, To, Print).run();
}
