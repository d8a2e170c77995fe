//===- Unit.cpp - Analyse one translation unit ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Unit.h"
#include "CallGraph.h"
#include "CallPaths.h"
#include "CrossUnit.h"
#include "Facts/Dump.h"
#include "Facts/UnitScan.h"
#include "Summary/Summarize.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <deque>
#include <set>

using namespace clang;
using namespace secret;

namespace {

class UnitAnalyzer {
public:
  UnitAnalyzer(ASTContext &Context, const ModelIndex &Models,
               const AnalysisOptions &Options, Reporter &To, const Dumps &Print)
      : Context(Context), Secrets(Context, Models, Options.InferFromNames),
        Options(Options), To(To), Print(Print),
        Scan(mayMeetSecrets(Models) ? scanUnit(Context, Secrets) : UnitScan()),
        Others(Context, Secrets, Scan, Options),
        Generator(Context, Secrets, Scan.Functions, Options) {}

  void run();

private:
  bool mayMeetSecrets(const ModelIndex &Models);
  void analyzeGlobals();
  void analyzeClasses();
  void analyzeFrom(const std::vector<FunctionId> &Roots);
  void analyzeComponent(const Component &C);
  const FunctionFacts &generate(FunctionId Id);
  bool analyzeFunction(FunctionId Id, bool Widen);
  void keep(FunctionId Id, const FunctionResult &Result);
  static FunctionId keyOfClass(size_t I) { return NoId - 1 - I; }
  std::vector<FunctionId> newRoots() const;
  std::vector<bool> mayBring() const;
  void cutCallees(const std::vector<FunctionId> &Roots);
  Finding withVerdict(Finding F) const;
  void report();
  void listSites();
  void dumpSummary(const FunctionSummary &S) const;
  void tellOthers();
  FunctionFacts *factsOf(size_t Entry);
  const FunctionReport *reportOf(size_t Entry) const;
  std::string stored();
  void dumpFacts();
  void dumpStatesAndSummaries() const;
  void remarkProblem(const FunctionFacts &F);
  void remarkLimits();
  void remarkFatalError();

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
  /// By function; of globals at NoId, and of classes below it.
  std::map<FunctionId, FunctionReport> Reports;
  std::map<std::string, ClassVerdict> Verdicts;
  std::set<FunctionId> Done;
  /// By function: who may call it; NoId is a class.
  EdgeLists Callers;
};

} // namespace

bool UnitAnalyzer::mayMeetSecrets(const ModelIndex &Models) {
  return !Options.CrossUnit.empty() || Options.InferFromNames ||
         secret::mayMeetSecrets(Context, Models, Secrets);
}

void UnitAnalyzer::keep(FunctionId Id, const FunctionResult &Result) {
  FunctionReport Report = judge(Result, Options);
  if (Report.Verdict)
    Verdicts[Result.Facts.ClassName] = *Report.Verdict;
  Reports[Id] = std::move(Report);
}

void UnitAnalyzer::analyzeGlobals() {
  FunctionFacts Globals =
      Generator.generateForGlobals(Scan.Globals, Scan.Fields);
  keep(NoId, *solve(Globals, Generator.types().table(), Summaries, Options));
}

const FunctionFacts &UnitAnalyzer::generate(FunctionId Id) {
  auto [It, New] = Facts.try_emplace(Id);
  if (New) {
    It->second = Generator.generate(Id);
    if (Others.isAlone(Id))
      Others.forgetCallees(It->second);
    Others.addCallees(It->second, Summaries);
  }
  return It->second;
}

/// True if the function's summary may have changed.
bool UnitAnalyzer::analyzeFunction(FunctionId Id, bool Widen) {
  const FunctionFacts &F = generate(Id);
  if (!F.Problem.empty()) // nothing is known of it, in a recursion neither
    return Summaries.erase(Id) != 0;
  const TypeTable &Types = Generator.types().table();
  auto Result = solve(F, Types, Summaries, Options);
  keep(Id, *Result);
  return update(Summaries, Id, summarize(*Result, Widen));
}

void UnitAnalyzer::analyzeComponent(const Component &C) {
  if (llvm::any_of(C.Functions, [&](FunctionId Id) { return Done.count(Id); }))
    return;
  settle(
      C, [&](FunctionId Id) { Summaries[Id] = neverReturns(); },
      [&](FunctionId Id, bool Widen) {
        return analyzeFunction(Id, Widen || Others.isRecursive(Id));
      });
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
    keep(keyOfClass(I), *solve(ClassFacts.back(), Generator.types().table(),
                               Summaries, Options));
  }
}

/// Functions not looked at yet that call one which brings secrets.
std::vector<FunctionId> UnitAnalyzer::newRoots() const {
  std::set<FunctionId> Roots;
  for (const auto &[Id, Summary] : Summaries)
    if (Id < Callers.size() && Summary.BringsSecrets)
      for (FunctionId Caller : Callers[Id])
        if (Caller != NoId && !Done.count(Caller))
          Roots.insert(Caller);
  return {Roots.begin(), Roots.end()};
}

/// By function: it brings secrets, or is not looked at yet and reaches one.
std::vector<bool> UnitAnalyzer::mayBring() const {
  std::vector<bool> May(Callers.size());
  for (const auto &[Id, Summary] : Summaries)
    if (Id < Callers.size())
      May[Id] = Summary.BringsSecrets;
  return reach(std::move(May), Callers,
               [&](FunctionId Id) { return Id == NoId || Done.count(Id); });
}

/// Where nobody uses a root's summary, its calls without a secret before or
/// after them do not matter.
void UnitAnalyzer::cutCallees(const std::vector<FunctionId> &Roots) {
  if (!Options.CrossUnit.empty())
    return;
  std::vector<bool> MayBring = mayBring();
  for (FunctionId Id : Roots)
    if (Callers[Id].empty())
      Scan.Callees[Id] = calledBesideSecrets(
          generate(Id), [&](FunctionId Callee) { return MayBring[Callee]; });
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
  if (It == Verdicts.end())
    return F;
  bool Helps = F.Rule == RuleId::MissingZeroization ||
               F.Rule == RuleId::HiddenCopy ||
               (F.Rule == RuleId::ElidableZeroization &&
                It->second.How == ZeroizesItself::Elidably);
  if (Helps)
    F.Notes.push_back({It->second.At, It->second.describe(F.Class)});
  return F;
}

void UnitAnalyzer::listSites() {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<const Zeroization *> All;
  for (const auto &[Id, Report] : Reports)
    for (const Zeroization &Z : Report.Zeroizations)
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
  for (const auto &[Id, Report] : Reports)
    for (const Finding &F : Report.Findings)
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

/// Entries are numbered as in stored facts: functions, then classes.
FunctionFacts *UnitAnalyzer::factsOf(size_t Entry) {
  size_t NumFunctions = Scan.Functions.Bodies.size();
  if (Entry >= NumFunctions)
    return &ClassFacts[Entry - NumFunctions];
  auto It = Facts.find(Entry);
  bool HasFacts = It != Facts.end() && It->second.Problem.empty();
  return HasFacts ? &It->second : nullptr;
}

const FunctionReport *UnitAnalyzer::reportOf(size_t Entry) const {
  size_t NumFunctions = Scan.Functions.Bodies.size();
  auto It =
      Reports.find(Entry < NumFunctions ? FunctionId(Entry)
                                        : keyOfClass(Entry - NumFunctions));
  return It == Reports.end() ? nullptr : &It->second;
}

std::string UnitAnalyzer::stored() {
  return Others.store([this](size_t Entry) { return factsOf(Entry); },
                      [this](size_t Entry) { return reportOf(Entry); },
                      Generator.types().table());
}

/// Functions that meet no secret here may be given one by another unit.
void UnitAnalyzer::tellOthers() {
  if (!Others.exports())
    return;
  for (FunctionId Id : Others.toStore()) {
    auto [It, New] = Facts.try_emplace(Id);
    if (!New)
      continue;
    It->second = Generator.generate(Id);
    remarkProblem(It->second);
  }
  Others.write(stored());
}

/// Prints the facts as another process would read them.
void UnitAnalyzer::dumpFacts() {
  StoredFacts Read = llvm::cantFail(
      StoredFacts::read(llvm::MemoryBuffer::getMemBufferCopy(stored())));
  auto Spell = [&](Place P) {
    const std::string Spelled = Read.spell(P);
    auto [Head, Column] = llvm::StringRef(Spelled).rsplit(':');
    return Head.empty() ? "?" : (Head.rsplit(':').second + ":" + Column).str();
  };
  size_t NumFunctions = Scan.Functions.Bodies.size();
  for (size_t I = NumFunctions; I != Read.entries().size(); ++I)
    dump(Read.facts(I), Spell, *Print.Facts);
  for (const auto &[Id, F] : Facts)
    dump(F.Problem.empty() ? Read.facts(Id) : F, Spell, *Print.Facts);
}

void UnitAnalyzer::dumpStatesAndSummaries() const {
  const TypeTable &Types = Generator.types().table();
  for (const auto &[Id, F] : Facts) {
    if (Print.States && F.Problem.empty())
      solve(F, Types, Summaries, Options, Print.States);
    if (auto It = Summaries.find(Id); Print.Summaries && It != Summaries.end())
      dumpSummary(It->second);
  }
  if (Print.Summaries)
    for (const auto &[Class, Verdict] : Verdicts)
      *Print.Summaries << "class " << Verdict.describe(Class) << "\n";
}

void UnitAnalyzer::remarkProblem(const FunctionFacts &F) {
  if (!F.Problem.empty())
    To.remark(F.Declared, "'" + F.Name + "' is not analysed: " + F.Problem);
}

void UnitAnalyzer::remarkLimits() {
  for (const auto &[Id, F] : Facts) {
    remarkProblem(F);
    if (const FunctionReport *R = reportOf(Id); R && !R->Limit.empty())
      To.remark(F.Declared,
                "the analysis of '" + F.Name + "' was cut short: " + R->Limit);
  }
}

/// Clang instantiates no template behind one.
void UnitAnalyzer::remarkFatalError() {
  if (!Context.getLangOpts().CPlusPlus ||
      !Context.getDiagnostics().hasFatalErrorOccurred())
    return;
  bool MeetsSecrets = llvm::is_contained(Scan.Mentions, true) ||
                      !Scan.Globals.empty() || !Scan.Classes.empty() ||
                      namesSecret(Context, Secrets);
  if (!MeetsSecrets)
    return;
  const SourceManager &Sources = Context.getSourceManager();
  Place At =
      Sources.getLocForStartOfFile(Sources.getMainFileID()).getRawEncoding();
  To.remark({At, At}, "after a fatal error no template is instantiated: what "
                      "classes and functions made of templates do with "
                      "secrets is not analysed");
}

void UnitAnalyzer::run() {
  Scan.Functions.MaxTargets = Options.MaxTargets;
  addTargetsToCallees(Scan);
  Callers = reversed(Scan.Callees);
  for (const std::vector<FunctionId> &Callees : Scan.ClassCallees)
    for (FunctionId Callee : Callees)
      Callers[Callee].push_back(NoId);
  analyzeGlobals();
  std::vector<FunctionId> Roots = Others.calledWithSecrets();
  for (FunctionId Id = 0; Id != Scan.Mentions.size(); ++Id)
    if (Scan.Mentions[Id])
      Roots.push_back(Id);
  while (!Roots.empty()) {
    analyzeFrom(Roots);
    Roots = newRoots();
    cutCallees(Roots);
  }
  analyzeClasses();
  remarkLimits();
  remarkFatalError();
  if (Print.Facts)
    dumpFacts();
  dumpStatesAndSummaries();
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
