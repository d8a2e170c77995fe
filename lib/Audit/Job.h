//===- Job.h - The input of one step of an audit ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A step is one process: it reads a job file and writes a result file, and
// needs nothing else but the sources. Job files are JSON with a version.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_JOB_H
#define SECRET_TIDY_AUDIT_JOB_H

#include "CompileCommands.h"
#include "OptimizerChoice.h"

namespace secret {
namespace audit {

/// What a run does with every unit.
struct JobSettings {
  /// Comma-separated globs, as clang-tidy's -checks; may only narrow.
  std::string Checks;
  std::vector<std::string> Models; ///< absolute paths
  bool BuiltinModels = true;
  bool InferFromNames = false;
  bool AssumeLTO = false;
  bool DumpFacts = false;
  bool DumpStates = false;
  bool DumpSummaries = false;
  bool DumpEvidence = false;
  /// What the optimizer is asked.
  OptimizerChoice Optimizer = OptimizerChoice::Off;
  /// Look for copies that the compiler makes.
  bool ResidualCopies = false;
  /// Files whose code the optimizer sees too.
  std::vector<CompileUnit> LinkWith;
  /// Explain this line of ExplainFile instead of reporting findings; 0 is off.
  unsigned ExplainLine = 0;
  std::string ExplainFile;
  /// Seconds of CPU time; 0 is no limit.
  unsigned Timeout = 0;
  /// The unit's slice, an absolute path; empty if units are not linked.
  std::string CrossUnit;
  /// Paths below this folder are stored relative to it.
  std::string Root;

  /// Findings are wanted, not a dump.
  bool reportsFindings() const {
    return !DumpFacts && !DumpStates && !DumpSummaries && !DumpEvidence &&
           !ExplainLine;
  }
};

/// Where a unit's result is kept for other audits.
struct JobCache {
  std::string Folder; ///< empty: it is not kept
  std::string Base;   ///< see CacheKey.h; without the slice
};

struct Job {
  CompileUnit Unit;
  JobSettings Settings;
  JobCache Cache = {};
};

llvm::Error writeJob(const Job &What, llvm::StringRef Path);
llvm::Expected<Job> readJob(llvm::StringRef Path);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_JOB_H
