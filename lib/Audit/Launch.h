//===- Launch.h - Steps behind a launcher, on other machines ----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `launch-step` runs here and starts `LAUNCHER secret-audit run-step ...`,
// which runs the step wherever the launcher puts it. What the step says goes
// into files of the work folder, so that all that counts of a launcher is
// whether the result is there when it ends. A step that ends by itself, be it
// by a crash, has a result; one that is killed has none, and is launched again.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_LAUNCH_H
#define SECRET_TIDY_AUDIT_LAUNCH_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace secret {
namespace audit {

/// How steps are started; without words, directly.
struct LauncherOptions {
  std::vector<std::string> Words;
  /// Without words, a step analyses up to so many files; see Batch.h.
  unsigned FilesPerStep = 8;
  unsigned Workers = 1;
  unsigned Retries = 2;
  /// Seconds before the first retry; twice as long before each further one.
  unsigned RetryWait = 1;
};

/// Splits \p Text as a shell does, without variables and globs. Fails with one
/// line if a quote is not closed, or there is no such program.
llvm::Expected<std::vector<std::string>> splitLauncher(llvm::StringRef Text);

/// One step, as `launch-step` and `run-step` take it.
struct StepFiles {
  std::string Step;             ///< a sub-command that takes a job and a result
  std::string Job, Result, Log; ///< absolute paths
};

/// Runs the step here. What it prints goes into its log.
/// \returns the exit code: 0 if there is a result.
int runLaunchedStep(llvm::StringRef Program, const StepFiles &Files);

/// Has the launcher run the step until there is a result. When all retries are
/// used up, the result says what was wrong.
/// \returns the exit code: 0 if there is a result.
int launchStep(llvm::StringRef Program, const StepFiles &Files,
               const LauncherOptions &Launcher);

/// How many steps of the last run had to be launched again.
unsigned countLaunchedAgain(llvm::StringRef WorkDir);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_LAUNCH_H
