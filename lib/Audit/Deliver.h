//===- Deliver.h - From merged results to reports and the exit code -*- C++
//-*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_DELIVER_H
#define SECRET_TIDY_AUDIT_DELIVER_H

#include "Output/Baseline.h"
#include "Output/Formats.h"
#include "Report.h"

namespace secret {
namespace audit {

/// What becomes of the findings of a run.
struct ReportOptions {
  std::string Version;              ///< of the program
  std::vector<std::string> Outputs; ///< as typed: FORMAT:FILE
  std::string Baseline;             ///< a file; empty: there is none
  output::BaselineChange ChangeBaseline = output::BaselineChange::None;
  /// Report only what a change introduces: a unified diff (`-` is standard
  /// input), or a revision of git.
  std::string Diff;
  std::string Since;
  std::string FailOn; ///< as typed
  bool ApplyFixes = false;
};

/// What a run came to.
struct RunOutcome {
  AuditReport Merged;
  double Seconds = 0;
  bool Interrupted = false;
  /// Every unit of the project was to be looked at, with every check.
  bool IsWhole = true;
  /// Findings depend on what other files do.
  bool IsLinked = false;
  std::set<std::string> Rules; ///< that were to be looked at
};

/// Finds faults in the options before anything is analysed. Fails with one
/// line.
llvm::Error verify(const ReportOptions &Options);

/// Writes all reports, changes the baseline and the sources if that is wanted,
/// and prints what people read. \p Root is the folder that paths are relative
/// to.
/// \returns the exit code of the process.
int deliver(RunOutcome Run, const ReportOptions &Options, llvm::StringRef Root,
            bool Quiet);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_DELIVER_H
