//===- SecretCheck.h - What all checks have in common -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shows the findings of one rule as diagnostics with notes and fix-its.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_SECRETCHECK_H
#define SECRET_TIDY_TIDY_SECRETCHECK_H

#include "UnitAnalysis.h"
#include "clang-tidy/ClangTidyCheck.h"

namespace secret::tidy {

class SecretCheck : public clang::tidy::ClangTidyCheck {
public:
  SecretCheck(RuleId Rule, llvm::StringRef Name,
              clang::tidy::ClangTidyContext *Context, UnitAnalyses &Analyses);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override;
  void registerPPCallbacks(const clang::SourceManager &Sources,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Match) override;
  void onEndOfTranslationUnit() override;

  RuleId rule() const { return Rule; }
  /// Shows what the unit's analysis found for this check's rule.
  void showFindings();

private:
  void announce(UnitResult &Result);
  void show(const Finding &F, Fixer *Fixes);

  RuleId Rule;
  AnalysisOptions Values;
  std::shared_ptr<UnitAnalysis> Unit;
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_SECRETCHECK_H
