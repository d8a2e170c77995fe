//===- SecretCheck.cpp - What all checks have in common ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SecretCheck.h"
#include "CheckOptions.h"
#include "Rules/Hint.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace secret::tidy {

namespace {

AST_MATCHER_P(Decl, untilSeen, const ASTContext *const *, Seen) {
  return !*Seen;
}

} // namespace

SecretCheck::SecretCheck(RuleId Rule, llvm::StringRef Name,
                         clang::tidy::ClangTidyContext *Context,
                         UnitAnalyses &Analyses)
    : ClangTidyCheck(Name, Context), Rule(Rule),
      Values(mustReadOptions(*Context) ? readOptions(Options)
                                       : AnalysisOptions()),
      Unit(Analyses.of(Context)) {}

void SecretCheck::storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) {
  tidy::storeOptions(Values, Options, Map);
}

void SecretCheck::registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                                      Preprocessor *) {
  Unit->see(*PP);
}

void SecretCheck::registerMatchers(MatchFinder *Finder) {
  // clang-tidy visits the translation unit first; clangd, only declarations of
  // the main file. Any will do, and one check looks on behalf of all.
  if (Unit->add(*this))
    Finder->addMatcher(decl(untilSeen(Unit->seen())).bind("first"), this);
}

void SecretCheck::check(const MatchFinder::MatchResult &Match) {
  Unit->see(*Match.Context);
  if (Unit->isAlone() && Match.Nodes.getNodeAs<TranslationUnitDecl>("first"))
    Unit->skipVisit(*Match.Context);
}

void SecretCheck::onEndOfTranslationUnit() { Unit->showAll(); }

void SecretCheck::showFindings() {
  UnitResult *Result = Unit->result(Values, areDiagsSelfContained());
  if (!Result)
    return;
  announce(*Result);
  for (const Finding &F : Result->Findings)
    if (F.Rule == Rule)
      show(F, Result->Fixes.get());
}

void SecretCheck::announce(UnitResult &Result) {
  if (std::exchange(Result.Announced, true))
    return;
  for (const std::string &Error : Result.ModelErrors)
    configurationDiag("%0", DiagnosticIDs::Error) << Error;
  for (const Note &Remark : Result.Remarks)
    if (!Remark.At.Begin)
      configurationDiag("%0", DiagnosticIDs::Error) << Remark.Text;
    else
      diag(location(Remark.At.Begin), "%0") << Remark.Text;
}

void SecretCheck::show(const Finding &F, Fixer *Fixes) {
  Applied How = areDiagsSelfContained() ? Applied::OneByOne : Applied::Together;
  Fix Spelled = Fixes ? Fixes->spell(F.Fix, Values.Wiper, How) : Fix();
  {
    // The texts hold names from the source: never use one as the format.
    auto Diagnostic = diag(location(F.At.Begin), "%0") << F.Message;
    if (F.At.End)
      Diagnostic << SourceRange(location(F.At.Begin), location(F.At.End));
    for (const Edit &E : Spelled.Edits)
      Diagnostic << hint(E);
  }
  for (const Note &N : F.Notes)
    diag(location(N.At.Begin), "%0", DiagnosticIDs::Note) << N.Text;
  if (!Spelled.Obstacle.empty())
    diag(location(F.At.Begin), "%0", DiagnosticIDs::Note) << Spelled.Obstacle;
}

} // namespace secret::tidy
