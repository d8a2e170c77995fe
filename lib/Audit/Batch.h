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

/// How many of the \p Left files, at least one, the next step gets. Steps
/// become smaller towards the end, so that no worker is left waiting for
/// another one (guided self-scheduling, Polychronopoulos and Kuck 1987).
size_t nextBatch(size_t Left, const LauncherOptions &Launcher);

// Both take numbers of jobs in the work folder, which is the current one, and
// return the exit code: 0 if all of them have results.

/// Runs \p Step, a sub-command that takes a job and a result, on each.
int runBatch(llvm::StringRef Step, llvm::ArrayRef<size_t> Jobs);

/// For those without a result, writes that the process for all of them ended
/// with \p Status, as the shell says it.
int recordLost(llvm::ArrayRef<size_t> Jobs, unsigned Status);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_BATCH_H
