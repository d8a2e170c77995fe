//===- Audit.h - Audit a whole project --------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plans the steps, has ninja run them, and reports what they found; or does one
// of these parts, with the work folder in between.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_AUDIT_H
#define SECRET_TIDY_AUDIT_AUDIT_H

#include "Analysis/Link.h"
#include "Clock.h"
#include "Deliver.h"
#include "ExitCode.h"
#include "Job.h"
#include "Launch.h"
#include "UnitCache.h"

namespace secret {
namespace audit {

/// What is to be done: everything, one of the sub-commands, or nothing but to
/// say what there would be to schedule.
enum class AuditPart { All, DryRun, Plan, Summarize, Link, Check, Report };

/// What the user asked for on the command line.
struct AuditOptions {
  AuditPart What = AuditPart::All;
  /// With Summarize and Check: a file in the work folder's jobs, and where its
  /// result goes.
  std::string Job, Result;
  std::string Program;  ///< absolute path of this program
  std::string Database; ///< folder or file; empty: search upward
  std::vector<std::string> Files;
  /// Flags after `--`: the files are compiled with them, without a database.
  bool HasFlags = false;
  std::vector<std::string> Flags;
  unsigned Workers = 0;
  std::string Launcher; ///< as typed
  LauncherOptions Launch;
  bool Quiet = false;
  /// Print commands and times.
  bool Verbose = false;
  /// Where to write what ran when; empty: nowhere.
  std::string TimeTrace;
  Clock::time_point Started = Clock::now();
  /// Keeps jobs, results and logs there; empty: a temporary folder.
  std::string WorkDir;
  /// Files whose code the optimizer sees too, as typed.
  std::vector<std::string> LtoWith;
  /// Judge functions of other units as if their bodies were visible.
  bool Link = false;
  LinkLimits Linking;
  std::string Checks; ///< as typed
  /// Check these model files instead of auditing.
  std::vector<std::string> VerifyModels;
  /// With VerifyModels: print the declarations that their entries speak of.
  bool ListDeclarations = false;
  /// Suggest tags instead of auditing; with Patch, as a patch.
  bool SuggestTags = false;
  bool Patch = false;
  /// Print the models instead of auditing.
  bool DumpModels = false;
  CacheOptions Cache;
  JobSettings Settings;
  /// What becomes of the findings.
  ReportOptions Reports;
};

/// The units that the options name. Fails with one line that says what to do.
llvm::Expected<std::vector<CompileUnit>> findUnits(const AuditOptions &Options);

/// Messages about usage and files that failed go to standard error.
/// \returns the exit code of the process.
int runAudit(AuditOptions Options);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_AUDIT_H
