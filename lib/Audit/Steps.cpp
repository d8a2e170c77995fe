//===- Steps.cpp - The steps that the scheduler starts --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Batch.h"
#include "Cache/Recorder.h"
#include "CheckUnit.h"
#include "ChildProcess.h"
#include "InjectFault.h"
#include "Launch.h"
#include "OtherInputs.h"
#include "Paths.h"
#include "StepFailure.h"
#include "UnitCache.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/resource.h>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

void limitCpuTime(unsigned Seconds) {
  if (!Seconds)
    return;
  rlimit Limit{Seconds, Seconds + 5};
  setrlimit(RLIMIT_CPU, &Limit);
}

/// What failed may succeed the next time, and faults of configuration are said
/// with absolute paths.
bool isWorthKeeping(const UnitResult &Result) {
  auto HasFailed = [](const Evidence &E) { return E.HasFailed; };
  return Result.Failure.empty() && Result.Misconfigured.empty() &&
         none_of(Result.Evidence, [&](const auto &Each) {
           return any_of(Each.second, HasFailed);
         });
}

void keep(const Job &What, cache::Recorder &Files, StringRef ResultPath) {
  std::vector<cache::Question> Asked =
      Files.questions(What.Settings.Root, settingsFileNames());
  // Without it the result is as good; only the next audit has to do it again.
  consumeError(UnitCache::store(What, Asked, ResultPath));
}

int run(const Job &What, StringRef Result) {
  std::string ResultPath = absolutePath(Result);
  // Where this process was started must not matter to what it reads.
  if (std::error_code EC = sys::fs::set_current_path(What.Unit.Directory))
    return stepFailed(createStringError(
        EC, "cannot work in '" + What.Unit.Directory + "': " + EC.message()));
  limitCpuTime(What.Settings.Timeout);
  injectFault(What.Unit.File);
  // Inline assembly is parsed for the target.
  InitializeAllTargetInfos();
  InitializeAllTargetMCs();
  InitializeAllAsmParsers();
  // Objects of other compilers are read.
  InitializeAllDisassemblers();
  IntrusiveRefCntPtr<cache::Recorder> Files(
      new cache::Recorder(vfs::getRealFileSystem()));
  UnitResult Found =
      What.Settings.reportsFindings() ? checkUnit(What, Files) : dumpUnit(What);
  if (Error E = writeUnitResult(Found, What.Settings.Root, ResultPath))
    return stepFailed(std::move(E));
  if (!What.Cache.Folder.empty() && isWorthKeeping(Found) &&
      readOtherInputs(What.Unit, *Files) && Files->isSteady() &&
      !Files->includesBehindOurBack())
    keep(What, *Files, ResultPath);
  return 0;
}

unsigned number(StringRef Text) {
  unsigned Number = 0;
  Text.getAsInteger(10, Number);
  return Number;
}

std::vector<size_t> numbers(ArrayRef<const char *> Texts) {
  std::vector<size_t> Numbers;
  for (const char *Text : Texts)
    Numbers.push_back(number(Text));
  return Numbers;
}

std::string thisProgram(const char *Name) {
  return sys::fs::getMainExecutable(Name, reinterpret_cast<void *>(&checkUnit));
}

/// STEP JOB RESULT LOG RETRIES WAIT LAUNCHER...
int launch(const char *Program, ArrayRef<const char *> Args) {
  endWithParent();
  LauncherOptions Launcher;
  Launcher.Retries = number(Args[4]);
  Launcher.RetryWait = number(Args[5]);
  Launcher.Words.assign(Args.begin() + 6, Args.end());
  return launchStep(thisProgram(Program), {Args[0], Args[1], Args[2], Args[3]},
                    Launcher);
}

} // namespace

int runJob(StringRef JobPath, StringRef ResultPath) {
  Expected<Job> What = readJob(JobPath);
  return What ? run(*What, ResultPath) : stepFailed(What.takeError());
}

int summarizeJob(StringRef JobPath, StringRef ResultPath) {
  Expected<Job> What = readJob(JobPath);
  if (!What)
    return stepFailed(What.takeError());
  if (What->Settings.CrossUnit.empty())
    return stepFailed(createStringError(inconvertibleErrorCode(),
                                        "'" + JobPath +
                                            "' is not to be linked; plan it "
                                            "without --no-link, or check it"));
  return run(*What, ResultPath);
}

std::optional<int> runInnerStep(ArrayRef<const char *> Args) {
  if (Args.size() < 2)
    return std::nullopt;
  StringRef Step = Args[1];
  if (Args.size() > 3 && Step == "run-batch")
    return runBatch(Args[2], numbers(Args.drop_front(3)));
  if (Args.size() == 6 && Step == "run-step")
    return runLaunchedStep(thisProgram(Args[0]),
                           {Args[2], Args[3], Args[4], Args[5]});
  if (Args.size() > 8 && Step == "launch-step")
    return launch(Args[0], Args.drop_front(2));
  return std::nullopt;
}

} // namespace audit
} // namespace secret
