//===- DumpUnit.cpp - Print what the engine sees of a unit ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Analysis/Unit.h"
#include "AskGcc.h"
#include "AskUnit.h"
#include "CheckUnit.h"
#include "Explain.h"
#include "LinkedCode.h"
#include "OptimizerChoice.h"
#include "Secrets/ModelFiles.h"
#include "SingleCommand.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// Keeps the compiler's first error as one line.
class FirstError : public clang::DiagnosticConsumer {
public:
  explicit FirstError(UnitResult &Result) : Result(Result) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error || !Result.Failure.empty())
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    if (Info.hasSourceManager() && Info.getLocation().isValid())
      Result.Failure =
          Info.getLocation().printToString(Info.getSourceManager()) + ": ";
    Result.Failure += ("error: " + Text).str();
  }

private:
  UnitResult &Result;
};

class DumpConsumer : public clang::ASTConsumer {
public:
  DumpConsumer(const Job &What, clang::CompilerInstance &Compiler,
               UnitResult &Result)
      : What(What), Compiler(Compiler), Result(Result) {}

  void HandleTranslationUnit(clang::ASTContext &Context) override;

private:
  const Job &What;
  clang::CompilerInstance &Compiler;
  UnitResult &Result;
};

/// `file.c:10:3`
std::string spell(Place P, const clang::SourceManager &Sources) {
  clang::PresumedLoc Where =
      Sources.getPresumedLoc(clang::SourceLocation::getFromRawEncoding(P));
  return (sys::path::filename(Where.getFilename()) + ":" +
          Twine(Where.getLine()) + ":" + Twine(Where.getColumn()))
      .str();
}

void dumpEvidence(clang::ASTContext &Context, clang::CompilerInstance &Compiler,
                  const std::vector<Zeroization> &Sites, const Job &What,
                  raw_ostream &OS) {
  std::vector<Candidate> Candidates;
  for (const Zeroization &Z : Sites)
    addCandidate(Z, Candidates);
  auto Show = [&](const Evidence &E) {
    dump(E, spell(Sites[E.Id].At.Begin, Context.getSourceManager()), OS);
  };
  for (const std::vector<Evidence> &OfOne : askGcc(What, Compiler, Sites))
    llvm::for_each(OfOne, Show);
  std::vector<LinkedCode> LinkWith = makeLinkedCode(What);
  for (AskLevel Level : levelsOf(What.Settings.Optimizer))
    for (const Evidence &E : askOptimizer(Context, Compiler.getInvocation(),
                                          Candidates, Level, LinkWith))
      Show(E);
}

void DumpConsumer::HandleTranslationUnit(clang::ASTContext &Context) {
  AnalysisOptions Options = readAnalysisOptions(What, Result.Misconfigured);
  LoadedModels Models =
      loadModels(What.Unit.File, Options.Models, Options.BuiltinModels,
                 *vfs::getRealFileSystem());
  append_range(Result.Misconfigured, Models.Errors);
  raw_string_ostream OS(Result.Output);
  if (What.Settings.ExplainLine) {
    explainLine(Context, *Models.Index, Options, What.Settings, OS);
    return;
  }
  Dumps Print;
  Print.Facts = What.Settings.DumpFacts ? &OS : nullptr;
  Print.States = What.Settings.DumpStates ? &OS : nullptr;
  Print.Summaries = What.Settings.DumpSummaries ? &OS : nullptr;
  SiteCollector To;
  analyzeUnit(Context, *Models.Index, Options, To, Print);
  if (What.Settings.DumpEvidence)
    dumpEvidence(Context, Compiler, To.Sites, What, OS);
}

class DumpAction : public clang::ASTFrontendAction {
public:
  DumpAction(const Job &What, UnitResult &Result)
      : What(What), Result(Result) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler, StringRef) override {
    return std::make_unique<DumpConsumer>(What, Compiler, Result);
  }

private:
  const Job &What;
  UnitResult &Result;
};

class DumpFactory : public clang::tooling::FrontendActionFactory {
public:
  DumpFactory(const Job &What, UnitResult &Result)
      : What(What), Result(Result) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<DumpAction>(What, Result);
  }

private:
  const Job &What;
  UnitResult &Result;
};

} // namespace

UnitResult dumpUnit(const Job &What) {
  UnitResult Result;
  Result.File = What.Unit.File;
  SingleCommand Command(What.Unit);
  clang::tooling::ClangTool Tool(Command, {What.Unit.File});
  FirstError Errors(Result);
  Tool.setDiagnosticConsumer(&Errors);
  DumpFactory Factory(What, Result);
  Tool.run(&Factory);
  return Result;
}

} // namespace audit
} // namespace secret
