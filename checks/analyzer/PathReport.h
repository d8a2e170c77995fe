//===- PathReport.h - Findings as paths of the analyzer ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding's story becomes the path of a report, so that HTML and plist show
// it step by step. The analyzer's BugReporter makes paths only of its own
// exploration; so reports go to the consumers of paths directly.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYZER_PATHREPORT_H
#define SECRET_TIDY_ANALYZER_PATHREPORT_H

#include "Rules/Fix.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugSuppression.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"

namespace secret {

class PathReporter {
public:
  /// All must outlive the reporter. \p Wiper is what fix-its call.
  PathReporter(clang::ento::AnalysisManager &Manager, const ModelIndex &Models,
               llvm::StringRef Wiper);

  /// \p Checker is the full name of the checker that reports. Silent where a
  /// `[[clang::suppress]]` says so.
  void report(const Finding &F, llvm::StringRef Checker);

private:
  clang::ento::PathDiagnosticLocation place(Span At) const;
  clang::ento::PathDiagnosticPieceRef piece(Span At,
                                            llvm::StringRef Text) const;
  clang::ento::PathDiagnosticPieceRef lastPiece(const Finding &F);
  std::unique_ptr<clang::ento::PathDiagnostic>
  make(const Finding &F, llvm::StringRef Checker, const clang::Decl *In);

  clang::ento::AnalysisManager &Manager;
  std::string Wiper;
  clang::ento::BugSuppression Suppressions;
  Fixer Fixes;
};

} // namespace secret

#endif // SECRET_TIDY_ANALYZER_PATHREPORT_H
