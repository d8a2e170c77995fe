//===- CheckUnit.h - Analyse one unit in this process -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The steps that the scheduler starts. Each is one process, so that a crash
// costs one file.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_CHECKUNIT_H
#define SECRET_TIDY_AUDIT_CHECKUNIT_H

#include "Job.h"
#include "UnitResult.h"
#include <optional>

namespace secret {
namespace audit {

/// Runs the checks on a unit through clang-tidy's library: NOLINT, .clang-tidy
/// and header filters work as users know them.
/// Everything but slices is read from \p Files.
UnitResult checkUnit(const Job &What, FilesPtr Files);

/// Prints facts, states or summaries of a unit, or explains one line of it.
UnitResult dumpUnit(const Job &What);

/// One step: the job's unit, as the settings say. \returns the exit code.
int runJob(llvm::StringRef JobPath, llvm::StringRef ResultPath);

/// As runJob, of a job that is linked: the unit's facts are stored, too.
int summarizeJob(llvm::StringRef JobPath, llvm::StringRef ResultPath);

/// The steps that only the scheduler and launchers call:
///   run-batch STEP NUMBER...
///   launch-step STEP JOB RESULT LOG RETRIES WAIT LAUNCHER...
///   run-step STEP JOB RESULT LOG
/// \returns the exit code, or nothing if \p Args is not such a step.
std::optional<int> runInnerStep(llvm::ArrayRef<const char *> Args);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_CHECKUNIT_H
