//===- Launch.cpp - Steps behind a launcher, on other machines ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Launch.h"
#include "ChildProcess.h"
#include "Job.h"
#include "Paths.h"
#include "StepFailure.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <csignal>
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

constexpr StringLiteral AgainExtension = ".again";

/// How long a shared file system may take to show a file that is there.
constexpr std::chrono::milliseconds VisibleAfter(3000);
constexpr std::chrono::milliseconds LookEvery(100);

/// Somebody ended the step; it did not end by itself.
bool isKilled(unsigned Status) {
  int Signal = static_cast<int>(Status) - 128;
  return Signal == SIGKILL || isInterrupt(Signal);
}

/// Beside the step's own log, which is written on the other machine.
std::string launcherLog(const StepFiles &Files) {
  return (StringRef(Files.Log).drop_back(
              sys::path::extension(Files.Log).size()) +
          ".launcher.txt")
      .str();
}

std::string hostName() {
  char Name[256] = {};
  return gethostname(Name, sizeof Name - 1) ? "this machine" : Name;
}

/// Listing the folder makes a network file system ask its server again.
bool exists(const std::string &Path) {
  std::error_code EC;
  sys::fs::directory_iterator(sys::path::parent_path(Path), EC);
  return sys::fs::exists(Path);
}

bool appears(const std::string &Path) {
  for (std::chrono::milliseconds Waited(0); Waited < VisibleAfter;
       Waited += LookEvery) {
    if (exists(Path))
      return true;
    std::this_thread::sleep_for(LookEvery);
  }
  return false;
}

std::string notShared(const StepFiles &Files) {
  return "the launcher ended as if all went well, but there is no '" +
         Files.Result +
         "'; it has to wait for the step, and that folder has to be the same "
         "on all machines: give one that is with --work-dir";
}

/// What was said in the log after its first \p Before bytes. Launchers add
/// words of their own to those of the step.
std::string lastWords(StringRef Log, uint64_t Before) {
  auto Buffer = MemoryBuffer::getFile(Log);
  if (!Buffer)
    return "";
  SmallVector<StringRef> Lines;
  (*Buffer)->getBuffer().substr(Before).rtrim().split(Lines, '\n');
  auto Ours = find_if(reverse(Lines), [](StringRef Line) {
    return Line.starts_with("secret-audit: ");
  });
  return (Ours == Lines.rend() ? Lines.back() : *Ours).str();
}

std::string gaveUp(unsigned Launches, unsigned Status, StringRef Last) {
  return "launched " + std::to_string(Launches) +
         (Launches == 1 ? " time" : " times") +
         " without a result; the launcher ended with status " +
         std::to_string(Status) +
         (Last.empty() ? "" : " (" + Last.str() + ")") +
         "; allow more launches with --retries";
}

uint64_t sizeOf(StringRef Log) {
  uint64_t Size = 0;
  return sys::fs::file_size(Log, Size) ? 0 : Size;
}

Error noteAgain(const StepFiles &Files) {
  std::error_code EC;
  raw_fd_ostream OS(Files.Log + AgainExtension.str(), EC);
  return errorCodeToError(EC);
}

/// \returns why there is no result; empty if there is one, or if the run was
/// interrupted, which the status says.
std::string launchUntilDone(ArrayRef<std::string> Words, const StepFiles &Files,
                            const LauncherOptions &Launcher, unsigned &Status) {
  std::string Log = launcherLog(Files);
  std::chrono::seconds Wait(Launcher.RetryWait);
  for (unsigned Launches = 1;; ++Launches, Wait *= 2) {
    uint64_t Before = sizeOf(Log);
    Expected<ChildEnd> End = runChild(Words, Log);
    if (!End)
      return toString(End.takeError());
    Status = End->Interrupted ? 128 + SIGINT : 0;
    if (End->Interrupted || exists(Files.Result))
      return "";
    // So does srun when its node dies.
    bool SaysDone = End->Status == 0;
    if (SaysDone && appears(Files.Result))
      return "";
    if (Launches > Launcher.Retries)
      return SaysDone ? notShared(Files)
                      : gaveUp(Launches, End->Status, lastWords(Log, Before));
    consumeError(noteAgain(Files));
    std::this_thread::sleep_for(Wait);
  }
}

/// Quotes and backslashes come to an end.
bool isBalanced(StringRef Text) {
  char Quote = 0;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (C == '\\' && Quote != '\'') {
      if (++I == Text.size())
        return false;
    } else if (C == Quote) {
      Quote = 0;
    } else if (!Quote && (C == '\'' || C == '"')) {
      Quote = C;
    }
  }
  return !Quote;
}

} // namespace

Expected<std::vector<std::string>> splitLauncher(StringRef Text) {
  if (!isBalanced(Text))
    return createStringError(inconvertibleErrorCode(),
                             "--launcher: a quote is not closed in: " + Text);
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *> Split;
  cl::TokenizeGNUCommandLine(Text, Saver, Split);
  std::vector<std::string> Words(Split.begin(), Split.end());
  if (Words.empty())
    return Words;
  // Steps run in another folder.
  if (Words.front().find('/') != std::string::npos)
    Words.front() = absolutePath(Words.front());
  if (!sys::findProgramByName(Words.front()))
    return createStringError(inconvertibleErrorCode(),
                             "--launcher: there is no program '" +
                                 Words.front() +
                                 "'; install it, or give its path");
  return Words;
}

int runLaunchedStep(StringRef Program, const StepFiles &Files) {
  if (!exists(Files.Job))
    return stepFailed(createStringError(
        "there is no '" + Files.Job + "' on " + hostName() +
        "; its folder has to be the same on all machines: give one that is "
        "with --work-dir"));
  // What an earlier launch said is no part of this one's last words.
  sys::fs::remove(Files.Log);
  Expected<ChildEnd> End =
      runChild({Program.str(), Files.Step, Files.Job, Files.Result}, Files.Log);
  if (!End)
    return stepFailed(End.takeError());
  if (End->Interrupted || isKilled(End->Status)) {
    errs() << "secret-audit: the step was killed on " << hostName() << '\n';
    return static_cast<int>(End->Status ? End->Status : 128 + SIGTERM);
  }
  return End->Status
             ? recordDeath(Files.Job, Files.Result, Files.Log, End->Status)
             : 0;
}

int launchStep(StringRef Program, const StepFiles &Files,
               const LauncherOptions &Launcher) {
  // Only what this launch writes is its result.
  sys::fs::remove(Files.Result);
  std::vector<std::string> Words = Launcher.Words;
  Words.insert(Words.end(), {Program.str(), "run-step", Files.Step, Files.Job,
                             Files.Result, Files.Log});
  unsigned Status = 0;
  std::string Problem = launchUntilDone(Words, Files, Launcher, Status);
  return Problem.empty() ? static_cast<int>(Status)
                         : recordFailure(Files.Job, Files.Result, Problem);
}

unsigned countLaunchedAgain(StringRef WorkDir) {
  unsigned Count = 0;
  std::error_code EC;
  SmallString<256> Logs(WorkDir);
  sys::path::append(Logs, "logs");
  for (sys::fs::directory_iterator I(Logs, EC), E; !EC && I != E;
       I.increment(EC))
    Count += StringRef(I->path()).ends_with(AgainExtension);
  return Count;
}

} // namespace audit
} // namespace secret
