//===- Steps.cpp - The steps that the scheduler starts --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckUnit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <sys/resource.h>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

int fail(Error E) {
  errs() << "secret-audit: " << toString(std::move(E)) << '\n';
  return 3;
}

/// For tests only: SECRET_AUDIT_INJECT_FAULT is `crash:NAME`, `hang:NAME` or
/// `exit:NAME`, and holds for the source file with that name.
void injectFault(StringRef File) {
  auto Fault = sys::Process::GetEnv("SECRET_AUDIT_INJECT_FAULT");
  if (!Fault)
    return;
  auto [Kind, Name] = StringRef(*Fault).split(':');
  if (Name != sys::path::filename(File))
    return;
  if (Kind == "crash")
    LLVM_BUILTIN_TRAP;
  if (Kind == "exit")
    sys::Process::Exit(7);
  for (volatile bool Hang = Kind == "hang"; Hang;) {
  }
}

void limitCpuTime(unsigned Seconds) {
  if (!Seconds)
    return;
  rlimit Limit{Seconds, Seconds + 5};
  setrlimit(RLIMIT_CPU, &Limit);
}

int checkFile(StringRef JobPath, StringRef ResultPath) {
  Expected<Job> What = readJob(JobPath);
  if (!What)
    return fail(What.takeError());
  limitCpuTime(What->Settings.Timeout);
  injectFault(What->Unit.File);
  // Inline assembly is parsed for the target.
  InitializeAllTargetInfos();
  InitializeAllTargetMCs();
  InitializeAllAsmParsers();
  // Objects of other compilers are read.
  InitializeAllDisassemblers();
  UnitResult Result =
      What->Settings.reportsFindings() ? checkUnit(*What) : dumpUnit(*What);
  if (Error E = writeUnitResult(Result, What->Settings.Root, ResultPath))
    return fail(std::move(E));
  return 0;
}

/// What the last words of a dead process say; empty if it was silent.
std::string lastLine(StringRef LogPath) {
  auto Buffer = MemoryBuffer::getFile(LogPath);
  if (!Buffer)
    return "";
  return (*Buffer)->getBuffer().rtrim().rsplit('\n').second.str();
}

/// The status is the shell's: 128 and the signal's number for a killed process.
std::string describeDeath(unsigned Status, const Job &What, StringRef Log) {
  int Signal = Status > 128 ? static_cast<int>(Status) - 128 : 0;
  if (Signal == SIGXCPU)
    return "took more than " + std::to_string(What.Settings.Timeout) +
           " s of CPU time; give more with --timeout";
  if (Signal == SIGINT || Signal == SIGTERM)
    return "the audit was interrupted";
  if (Signal == SIGKILL)
    return "the analysis was killed; was there enough memory?";
  if (Signal)
    return "the analysis crashed (signal " + std::to_string(Signal) +
           "); please report it with this file";
  std::string Line = lastLine(Log);
  return "the analysis ended with status " + std::to_string(Status) +
         (Line.empty() ? "" : ": " + Line);
}

int recordFailure(StringRef JobPath, StringRef ResultPath, StringRef Log,
                  StringRef Status) {
  Expected<Job> What = readJob(JobPath);
  if (!What)
    return fail(What.takeError());
  unsigned Number = 0;
  Status.getAsInteger(10, Number);
  UnitResult Result;
  Result.File = What->Unit.File;
  Result.Failure = describeDeath(Number, *What, Log);
  if (Error E = writeUnitResult(Result, What->Settings.Root, ResultPath))
    return fail(std::move(E));
  return 0;
}

} // namespace

std::optional<int> runStep(ArrayRef<const char *> Args) {
  if (Args.size() == 4 && StringRef(Args[1]) == "check-file")
    return checkFile(Args[2], Args[3]);
  if (Args.size() == 6 && StringRef(Args[1]) == "record-failure")
    return recordFailure(Args[2], Args[3], Args[4], Args[5]);
  return std::nullopt;
}

} // namespace audit
} // namespace secret
