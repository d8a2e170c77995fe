//===- AskUnit.cpp - Ask the optimizer about a unit -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AskUnit.h"
#include "../../checks/tidy/CheckOptions.h"
#include "Analysis/Unit.h"
#include "AskGcc.h"
#include "LinkedCode.h"
#include "Optimizer/Upgrade.h"
#include "OwnFinding.h"
#include "ParseUnits.h"
#include "Rules/Rule.h"
#include "Secrets/ModelFiles.h"
#include "TidyOptions.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;

namespace secret {
namespace audit {

AnalysisOptions readAnalysisOptions(const Job &What,
                                    std::vector<std::string> &Faults,
                                    FilesPtr Files) {
  clang::tidy::ClangTidyContext Context(
      makeTidyOptions(What.Settings, Faults, std::move(Files)));
  Context.setCurrentFile(What.Unit.File);
  clang::tidy::ClangTidyCheck::OptionsView View(
      "secret", Context.getOptions().CheckOptions, &Context);
  return tidy::readOptions(View);
}

std::vector<Zeroization> findSites(const Job &What,
                                   const AnalysisOptions &Options,
                                   clang::CompilerInstance &Compiler) {
  LoadedModels Models =
      loadModels(What.Unit.File, Options.Models, Options.BuiltinModels,
                 Compiler.getFileManager().getVirtualFileSystem());
  SiteCollector To;
  analyzeUnit(Compiler.getASTContext(), *Models.Index, Options, To);
  return std::move(To.Sites);
}

namespace {

/// A zeroization, with the answers of all compilers at all levels.
struct AskedSite {
  Zeroization Site;
  std::vector<Evidence> Answers;
};

class Asker {
public:
  Asker(const Job &What, UnitResult &Result, const FilesPtr &Files)
      : What(What), Result(Result),
        Options(readAnalysisOptions(What, Result.Misconfigured, Files)),
        LinkWith(makeLinkedCode(What, Files)) {}

  void look(clang::CompilerInstance &Compiler);

private:
  std::vector<AskedSite> ask(clang::CompilerInstance &Compiler);
  void addTo(Diagnostic &Finding, const AskedSite &Asked);

  const Job &What;
  UnitResult &Result;
  AnalysisOptions Options;
  std::vector<LinkedCode> LinkWith;
};

bool isElidable(const Diagnostic &D) {
  return D.DiagnosticName == ruleInfo(RuleId::ElidableZeroization).Name;
}

/// The lowest of the levels whose number grows at which it is gone.
std::string goneFrom(ArrayRef<Evidence> All) {
  for (StringRef Level : {"-O1", "-O2", "-O3"})
    for (const Evidence &E : All)
      if (E.By.Level == Level && isLoss(E.What))
        return E.By.Level;
  return "";
}

/// `at -O2 removed by DSEPass, at -O1 kept; gone from -O2 on`
std::string describeLevels(ArrayRef<Evidence> All) {
  std::string Text;
  std::set<StringRef> Seen;
  for (const Evidence &E : All)
    if (Seen.insert(E.By.Level).second)
      Text += (Text.empty() ? "at " : ", at ") + E.By.Level + " " +
              spell(E.What).str() + (E.Pass.empty() ? "" : " by " + E.Pass);
  std::string From = goneFrom(All);
  return Seen.size() < 3 || From.empty() ? Text
                                         : Text + "; gone from " + From + " on";
}

/// The build's own level may be one of all.
bool isAnswered(const AskedSite &Asked, const Evidence &E) {
  return any_of(Asked.Answers, [&](const Evidence &Known) {
    return Known.By.Compiler == E.By.Compiler && Known.By.Level == E.By.Level;
  });
}

std::vector<AskedSite> Asker::ask(clang::CompilerInstance &Compiler) {
  clang::ASTContext &Context = Compiler.getASTContext();
  std::vector<Zeroization> Sites = findSites(What, Options, Compiler);
  std::vector<AskedSite> Asked;
  if (!isWorthAsking(Sites))
    return Asked;
  std::vector<std::vector<Evidence>> OfGcc = askGcc(What, Compiler, Sites);
  for (size_t I = 0; I != Sites.size(); ++I)
    Asked.push_back({std::move(Sites[I]),
                     OfGcc.empty() ? std::vector<Evidence>() : OfGcc[I]});
  std::vector<Candidate> Candidates;
  for (const AskedSite &A : Asked)
    addCandidate(A.Site, Candidates);
  std::vector<AskLevel> Levels = levelsOf(What.Settings.Optimizer);
  if (Levels.size() == 1 && !Compiler.getCodeGenOpts().OptimizationLevel)
    Levels.push_back(AskLevel::O2);
  for (AskLevel Level : Levels)
    for (Evidence &E : askOptimizer(Context, Compiler.getInvocation(),
                                    Candidates, Level, LinkWith))
      if (!isAnswered(Asked[E.Id], E))
        Asked[E.Id].Answers.push_back(std::move(E));
  return Asked;
}

void Asker::addTo(Diagnostic &Finding, const AskedSite &Asked) {
  const Evidence &Main = mainAnswer(Asked.Answers);
  DiagnosticMessage &Message = Finding.Message;
  Message.Message = upgradedMessage(Message.Message, Main, Asked.Site);
  auto AddNote = [&](std::string Text) {
    DiagnosticMessage Note(std::move(Text));
    Note.FilePath = Message.FilePath;
    Note.FileOffset = Message.FileOffset;
    Finding.Notes.push_back(std::move(Note));
  };
  std::vector<ArrayRef<Evidence>> All = byCompiler(Asked.Answers);
  for (ArrayRef<Evidence> OfOne : All) {
    const Evidence &E = mainOf(OfOne);
    if (std::string Other = describeOther(E); !Other.empty())
      AddNote(std::move(Other));
    if (OfOne.size() > 1 || (&E != &Main && isLoss(E.What)))
      AddNote(E.By.Compiler + ", " + E.By.Arch + ": " + describeLevels(OfOne));
  }
}

/// Compilers that are only looked at do not say what else is written.
bool isContradiction(const AskedSite &Asked) {
  const Evidence &Main = mainAnswer(Asked.Answers);
  if (Asked.Site.Model != Judgement::Needed)
    return contradicts(Main, Asked.Site);
  return isLoss(Main.What) && any_of(Asked.Answers, [&](const Evidence &E) {
           return contradicts(E, Asked.Site);
         });
}

void Asker::look(clang::CompilerInstance &Compiler) {
  for (const AskedSite &Asked : ask(Compiler)) {
    EvidencePlace Where = placeInSource(
        Asked.Site.At.Begin, Compiler.getSourceManager(), What.Unit.Directory);
    if (!Result.Evidence.try_emplace(Where, Asked.Answers).second)
      continue;
    if (!isContradiction(Asked)) {
      for (Diagnostic &D : Result.Findings)
        if (isElidable(D) && placeOf(D) == Where)
          addTo(D, Asked);
      continue;
    }
    addOwnFinding(
        contradiction(mainAnswer(Asked.Answers), Asked.Site, Options.Wiper),
        What, Compiler, Result);
  }
}

} // namespace

void addEvidence(const Job &What, UnitResult &Result, FilesPtr Files) {
  OptimizerChoice Choice = What.Settings.Optimizer;
  bool IsWanted =
      Choice == OptimizerChoice::All || any_of(Result.Findings, isElidable);
  if (Choice == OptimizerChoice::Off || !IsWanted)
    return;
  Asker A(What, Result, Files);
  // Errors are known already; the answer is that nothing can be asked.
  clang::IgnoringDiagConsumer Known;
  parseUnits(
      What.Unit, Bodies::Parse,
      [&](clang::CompilerInstance &Compiler) { A.look(Compiler); }, Files,
      Result.Failure.empty() ? nullptr : &Known);
}

} // namespace audit
} // namespace secret
