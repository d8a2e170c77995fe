//===- UnitAnalysis.cpp - One analysis for all checks -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitAnalysis.h"
#include "CheckOptions.h"
#include "Optimizer/Optimizer.h"
#include "Optimizer/Upgrade.h"
#include "SecretCheck.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret::tidy {

bool UnitAnalysis::add(SecretCheck &Check) {
  Checks.push_back(&Check);
  return Checks.size() == 1;
}

void UnitAnalysis::skipVisit(ASTContext &C) {
  const auto &Scope = C.getTraversalScope();
  Unvisited.assign(Scope.begin(), Scope.end());
  C.setTraversalScope({});
}

void UnitAnalysis::showAll() {
  if (!Unvisited.empty())
    Context->setTraversalScope(std::exchange(Unvisited, {}));
  llvm::sort(Checks, [](const SecretCheck *A, const SecretCheck *B) {
    return A->rule() < B->rule();
  });
  for (SecretCheck *Check : Checks)
    Check->showFindings();
}

void UnitAnalysis::addEvidence(UnitResult &To) const {
  if (!PP || !isWorthAsking(To.Sites))
    return;
  // Whoever runs clang-tidy's checks loads modules with its compiler.
  auto &Compiler = static_cast<CompilerInstance &>(PP->getModuleLoader());
  std::vector<Candidate> Candidates;
  for (const Zeroization &Z : To.Sites)
    addCandidate(Z, Candidates);
  applyEvidence(To.Sites,
                askOptimizer(*Context, Compiler.getInvocation(), Candidates,
                             AskLevel::Auto),
                To.Options.Wiper, To.Findings);
}

UnitResult *UnitAnalysis::result(const AnalysisOptions &Options,
                                 bool IsInEditor) {
  if (!Context)
    return nullptr;
  for (const auto &Known : Results)
    if (sameAnalysis(Known->Options, Options))
      return Known.get();

  auto New = std::make_unique<UnitResult>();
  New->Options = Options;
  static_cast<UnitFindings &>(*New) = collectFindings(*Context, Options);
  if (Options.Optimizer == OptimizerUse::Auto && !IsInEditor)
    addEvidence(*New);
  if (PP)
    New->Fixes = std::make_unique<Fixer>(*Context, *PP, *New->Models);
  return Results.emplace_back(std::move(New)).get();
}

/// Whether \p Globs, as in the option `Checks` of clang-tidy, surely choose
/// none but this plugin's checks. What a negative glob takes away does not
/// matter, unless it is all.
static bool chooseOnlyOurs(llvm::StringRef Globs) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  llvm::SplitString(Globs, Parts, ",\n");
  bool OnlyOurs = true;
  for (llvm::StringRef Glob : Parts) {
    Glob = Glob.trim();
    if (Glob.consume_front("-"))
      OnlyOurs |= Glob.trim() == "*";
    else
      OnlyOurs &= Glob.empty() || Glob.starts_with("secret-");
  }
  return OnlyOurs;
}

std::shared_ptr<UnitAnalysis>
UnitAnalyses::of(const clang::tidy::ClangTidyContext *Unit) {
  std::lock_guard<std::mutex> Lock(Mutex);
  // An editor opens units all day long.
  llvm::erase_if(Units,
                 [](const auto &Entry) { return Entry.second.expired(); });
  for (const auto &[Known, Analysis] : Units)
    if (Known == Unit)
      if (auto Shared = Analysis.lock())
        return Shared;
  auto New = std::make_shared<UnitAnalysis>();
  New->IsAlone = chooseOnlyOurs(Unit->getOptions().Checks.value_or("*"));
  Units.emplace_back(Unit, New);
  return New;
}

} // namespace secret::tidy
