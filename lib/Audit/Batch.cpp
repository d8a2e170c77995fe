//===- Batch.cpp - Steps of several files ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Batch.h"
#include "CheckUnit.h"
#include "ChildProcess.h"
#include "Files/WholeFile.h"
#include "NinjaRun.h"
#include "StepFailure.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <csignal>

using namespace llvm;

namespace secret {
namespace audit {

unsigned countWorkers(unsigned Wanted) {
  return Wanted ? Wanted : hardware_concurrency().compute_thread_count();
}

size_t nextBatch(size_t Left, const LauncherOptions &Launcher) {
  // The launcher starts a process for each step.
  if (!Launcher.Words.empty())
    return 1;
  size_t Share = Left / (2 * std::max(Launcher.Workers, 1u));
  return std::clamp<size_t>(Share, 1, std::max(Launcher.FilesPerStep, 1u));
}

/// \returns what it says of the file, or nothing if the step was interrupted.
static std::optional<int> runOne(StringRef Step, size_t Index) {
  const std::string Job = jobPath("", Index), Result = resultPath("", Index);
  Expected<ChildEnd> End = runCopy(
      [&] {
        return Step == "summarize" ? summarizeJob(Job, Result)
                                   : runJob(Job, Result);
      },
      logPath("", Index));
  if (!End)
    return recordFailure(Job, Result, toString(End.takeError()));
  if (End->Interrupted)
    return std::nullopt;
  return End->Status ? recordDeath(Job, Result, logPath("", Index), End->Status)
                     : 0;
}

int runBatch(StringRef Step, ArrayRef<size_t> Jobs) {
  endWithParent();
  for (size_t I : Jobs) {
    // What another run has left must not look like this one's.
    sys::fs::remove(resultPath("", I));
    sys::fs::remove(logPath("", I));
  }
  int Status = 0;
  for (size_t I : Jobs) {
    std::optional<int> Ran = runOne(Step, I);
    if (!Ran)
      return 128 + SIGTERM;
    Status = std::max(Status, *Ran);
  }
  if (Status)
    return Status;
  Error E = writeNewFile(stampPath("", Jobs.front()), [](raw_ostream &) {});
  return E ? stepFailed(std::move(E)) : 0;
}

} // namespace audit
} // namespace secret
