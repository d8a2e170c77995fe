//===- StepFailure.cpp - Results of steps that died -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepFailure.h"
#include "ExitCode.h"
#include "Job.h"
#include "UnitResult.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

int record(const Job &What, StringRef ResultPath, std::string Why) {
  UnitResult Result;
  Result.File = What.Unit.File;
  Result.Failure = std::move(Why);
  if (Error E = writeUnitResult(Result, What.Settings.Root, ResultPath))
    return stepFailed(std::move(E));
  return 0;
}

/// What the last words of a dead process say; empty if it was silent.
std::string lastLine(StringRef LogPath) {
  auto Buffer = MemoryBuffer::getFile(LogPath);
  if (!Buffer)
    return "";
  StringRef Text = (*Buffer)->getBuffer().rtrim();
  return Text.substr(Text.rfind('\n') + 1).str();
}

std::string describeDeath(unsigned Status, const Job &What, StringRef Log) {
  int Signal = Status > 128 ? static_cast<int>(Status) - 128 : 0;
  if (Signal == SIGXCPU)
    return "took more than " + std::to_string(What.Settings.Timeout) +
           " s of CPU time; give more with --timeout";
  if (isInterrupt(Signal))
    return InterruptedText.str();
  if (Signal == SIGKILL)
    return "the analysis was killed; was there enough memory?";
  if (Signal)
    return "the analysis crashed (signal " + std::to_string(Signal) +
           "); please report it with this file";
  std::string Line = lastLine(Log);
  return "the analysis ended with status " + std::to_string(Status) +
         (Line.empty() ? "" : ": " + Line);
}

} // namespace

bool isInterrupt(int Signal) {
  return Signal == SIGINT || Signal == SIGTERM || Signal == SIGHUP;
}

int stepFailed(Error E) {
  errs() << "secret-audit: " << toString(std::move(E)) << '\n';
  return NotAllAnalysed;
}

int recordFailure(StringRef JobPath, StringRef ResultPath, StringRef Why) {
  Expected<Job> What = readJob(JobPath);
  return What ? record(*What, ResultPath, Why.str())
              : stepFailed(What.takeError());
}

int recordDeath(StringRef JobPath, StringRef ResultPath, StringRef LogPath,
                unsigned Status) {
  Expected<Job> What = readJob(JobPath);
  return What ? record(*What, ResultPath, describeDeath(Status, *What, LogPath))
              : stepFailed(What.takeError());
}

} // namespace audit
} // namespace secret
