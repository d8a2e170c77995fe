//===- Steps.cpp - The steps that the scheduler starts --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckUnit.h"
#include "Launch.h"
#include "StepFailure.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
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

unsigned number(StringRef Text) {
  unsigned Number = 0;
  Text.getAsInteger(10, Number);
  return Number;
}

std::string thisProgram(const char *Name) {
  return sys::fs::getMainExecutable(Name, reinterpret_cast<void *>(&checkUnit));
}

/// STEP JOB RESULT LOG RETRIES WAIT LAUNCHER...
int launch(const char *Program, ArrayRef<const char *> Args) {
  LauncherOptions Launcher;
  Launcher.Retries = number(Args[4]);
  Launcher.RetryWait = number(Args[5]);
  Launcher.Words.assign(Args.begin() + 6, Args.end());
  return launchStep(thisProgram(Program), {Args[0], Args[1], Args[2], Args[3]},
                    Launcher);
}

} // namespace

std::optional<int> runStep(ArrayRef<const char *> Args) {
  if (Args.size() < 2)
    return std::nullopt;
  StringRef Step = Args[1];
  if (Args.size() == 4 && Step == "check-file")
    return checkFile(Args[2], Args[3]);
  if (Args.size() == 6 && Step == "record-failure")
    return recordDeath(Args[2], Args[3], Args[4], number(Args[5]));
  if (Args.size() == 6 && Step == "run-step")
    return runLaunchedStep(thisProgram(Args[0]),
                           {Args[2], Args[3], Args[4], Args[5]});
  if (Args.size() > 8 && Step == "launch-step")
    return launch(Args[0], Args.drop_front(2));
  return std::nullopt;
}

} // namespace audit
} // namespace secret
