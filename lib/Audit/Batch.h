//===- Batch.h - Steps of several files -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loading LLVM costs a process about as much as analysing a small file of C. So
// a step is a process that starts a copy of itself for each of its files: one
// that crashes costs no other.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_BATCH_H
#define SECRET_TIDY_AUDIT_BATCH_H

#include "Launch.h"

namespace secret {
namespace audit {

/// \returns \p Wanted, or the number of cores if that is 0.
unsigned countWorkers(unsigned Wanted);

/// The largest LauncherOptions::FilesPerStep: a command has a limited length.
inline constexpr unsigned MaxFilesPerStep = 1000;

/// How many of the \p Left files, at least one, the next step gets. Steps
/// become smaller towards the end, so that no worker is left waiting for
/// another one (guided self-scheduling, Polychronopoulos and Kuck 1987).
size_t nextBatch(size_t Left, const LauncherOptions &Launcher);

/// Runs \p Step, a sub-command that takes a job and a result, on the jobs with
/// these numbers in the work folder, which is the current one. Ends when the
/// process does that has started this one.
/// \returns the exit code: 0 if all of them have results.
int runBatch(llvm::StringRef Step, llvm::ArrayRef<size_t> Jobs);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_BATCH_H
