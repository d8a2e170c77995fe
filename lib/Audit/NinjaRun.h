//===- NinjaRun.h - Let ninja schedule the steps ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A work folder holds jobs/N.json, results/N.json, logs/N.txt and build.ninja;
// when units are linked, also facts/N.facts, slices/N.json and first/N.json. A
// unit whose process dies still gets a result, which says so.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_NINJARUN_H
#define SECRET_TIDY_AUDIT_NINJARUN_H

#include "Job.h"
#include "Launch.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace secret {
namespace audit {

/// Paths inside a work folder; relative ones for the empty \p WorkDir.
std::string jobPath(llvm::StringRef WorkDir, size_t Index);
std::string resultPath(llvm::StringRef WorkDir, size_t Index);
/// A result from before the units were linked that is not complete.
std::string firstResultPath(llvm::StringRef WorkDir, size_t Index);
/// Is there when the step that begins with the job is through.
std::string stampPath(llvm::StringRef WorkDir, size_t Index);
std::string logPath(llvm::StringRef WorkDir, size_t Index);
std::string factsPath(llvm::StringRef WorkDir, size_t Index);
std::string slicePath(llvm::StringRef WorkDir, size_t Index);

/// Writes the jobs with the numbers \p Wanted into \p WorkDir, which exists.
llvm::Error writeJobs(llvm::ArrayRef<Job> Jobs, llvm::ArrayRef<size_t> Wanted,
                      llvm::StringRef WorkDir);
/// Writes build.ninja, which runs these jobs. \p WorkDir and \p Program, this
/// program, are absolute paths.
llvm::Error writePlan(llvm::ArrayRef<Job> Jobs, llvm::ArrayRef<size_t> Wanted,
                      llvm::StringRef WorkDir, llvm::StringRef Program,
                      const LauncherOptions &Launcher);

struct NinjaOutcome {
  unsigned Steps = 0; ///< how many there were to be run
  bool Interrupted = false;
  /// What ninja itself, or a step that left no result, complained of; empty if
  /// nothing.
  std::string Complaint;
};

enum class NinjaMode {
  Run,
  DryRun ///< go through all steps, and start none
};

/// Runs ninja in \p WorkDir with \p Workers at once (0: one a core) and calls
/// \p Progress after every step, with the numbers of its jobs. Fails if there
/// is no ninja. An interrupt is passed on, and what is done stays.
llvm::Expected<NinjaOutcome>
runNinja(llvm::StringRef WorkDir, unsigned Workers,
         llvm::function_ref<void(llvm::ArrayRef<size_t> Indexes)> Progress,
         NinjaMode Mode = NinjaMode::Run);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_NINJARUN_H
