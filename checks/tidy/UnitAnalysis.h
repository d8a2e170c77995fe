//===- UnitAnalysis.h - One analysis for all checks -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All checks of a unit share one analysis, which the first that needs it runs.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_UNITANALYSIS_H
#define SECRET_TIDY_TIDY_UNITANALYSIS_H

#include "Analysis/Collect.h"
#include "Rules/Fix.h"
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace clang {
class ASTContext;
class Decl;
class Preprocessor;
} // namespace clang

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace secret::tidy {

class SecretCheck;

/// What one analysis of the unit said.
struct UnitResult : UnitFindings {
  AnalysisOptions Options;
  /// Spells the repairs; null if the unit's preprocessor was never seen.
  std::unique_ptr<Fixer> Fixes;
  /// Some check has already shown the errors and remarks.
  bool Announced = false;
};

/// The analyses of one translation unit: one, unless checks have options that
/// ask for different ones. Used by one thread.
class UnitAnalysis {
public:
  void see(const clang::Preprocessor &P) { PP = &P; }
  void see(clang::ASTContext &C) { Context = &C; }
  /// clang-tidy is about to show every node of the unit to every matcher, and
  /// no check of another kind runs: ends that before it begins.
  void skipVisit(clang::ASTContext &C);
  bool isAlone() const { return IsAlone; }
  const clang::ASTContext *const *seen() const { return &Context; }
  /// Adds a check; true for the first, which looks for the AST on behalf of
  /// all.
  bool add(SecretCheck &Check);
  /// Lets the checks show their findings, in the order of the rules: the hosts'
  /// own order differs from run to run.
  void showAll();

  /// The analysis under \p Options, made when first asked for; null if no AST
  /// was seen. An editor has no time to ask the optimizer.
  UnitResult *result(const AnalysisOptions &Options, bool IsInEditor);

private:
  void addEvidence(UnitResult &To) const;
  friend class UnitAnalyses;

  bool IsAlone = false; ///< only checks of this plugin run
  /// What skipVisit() has taken from the visit.
  std::vector<clang::Decl *> Unvisited;
  clang::ASTContext *Context = nullptr;
  const clang::Preprocessor *PP = nullptr;
  /// They own this analysis together.
  std::vector<SecretCheck *> Checks;
  std::vector<std::unique_ptr<UnitResult>> Results;
};

/// Hands the checks of one unit their common analysis. Many units may be open
/// on many threads.
class UnitAnalyses {
public:
  /// Checks of a unit are made with one context and die before the next unit
  /// that uses that context begins, and their analysis with them.
  std::shared_ptr<UnitAnalysis> of(const clang::tidy::ClangTidyContext *Unit);

private:
  std::mutex Mutex;
  /// As many as there are units open: a few.
  std::vector<std::pair<const clang::tidy::ClangTidyContext *,
                        std::weak_ptr<UnitAnalysis>>>
      Units;
};

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_UNITANALYSIS_H
