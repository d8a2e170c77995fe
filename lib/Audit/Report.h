//===- Report.h - Merge results and print them ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Results come in any order and say the same thing of a header many times; the
// report is sorted and says it once.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_REPORT_H
#define SECRET_TIDY_AUDIT_REPORT_H

#include "Output/Model.h"
#include "UnitResult.h"
#include <map>
#include <set>
#include <tuple>

namespace secret {
namespace audit {

struct FileFailure {
  std::string File;
  std::string Reason;

  bool operator<(const FileFailure &O) const {
    return std::tie(File, Reason) < std::tie(O.File, O.Reason);
  }
  bool operator==(const FileFailure &O) const {
    return File == O.File && Reason == O.Reason;
  }
};

struct AuditReport {
  std::vector<clang::tooling::Diagnostic> Findings;   ///< by place, then rule
  std::vector<clang::tooling::Diagnostic> Suppressed; ///< by comments
  EvidenceTable Evidence;                             ///< on the findings
  std::vector<FileFailure> Failures;                  ///< by file
  std::set<std::string> Misconfigured;                ///< one line each
  std::set<std::string> Remarks; ///< what was not looked at, one line each
  /// The source files that were analysed completely, relative to the root.
  std::set<std::string> Complete;
  unsigned NumFiles = 0; ///< distinct source files
  unsigned NumFailedFiles = 0;
};

/// The result is the same for every order of \p Results.
AuditReport mergeResults(const std::vector<UnitResult> &Results,
                         llvm::StringRef Root);

/// What was printed is on standard output, which \p Name names, or that is said
/// in one line: nobody else asks, and a stream with an error ends the program.
llvm::Error finishOutput(llvm::StringRef Name = "to standard output");
/// Prints findings to standard output with clang-tidy's own printer.
void printFindings(const AuditReport &Report);
/// The same to a file. Fails with one line.
llvm::Error printFindings(const AuditReport &Report, llvm::StringRef Path);
/// One line for each fault of the configuration, for each file that was not, or
/// not completely, analysed, and for what was not looked at.
void printFailures(const AuditReport &Report, llvm::raw_ostream &OS);
/// `12 files analysed, 1 failed, 3 findings (...), 2 suppressed, 4.2 s`
void printSummary(const output::Report &Report, double Seconds,
                  llvm::raw_ostream &OS);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_REPORT_H
