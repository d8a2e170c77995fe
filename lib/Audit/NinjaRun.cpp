//===- NinjaRun.cpp - Let ninja schedule the steps ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NinjaRun.h"
#include "Files/WholeFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <sys/wait.h>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// What a line of ninja's own output begins with after a step.
constexpr StringLiteral StatusMark = "@@step ";

constexpr StringLiteral ResultFolder = "results";

std::string relativePath(StringRef Folder, size_t Index, StringRef Extension) {
  return (Folder + "/" + Twine(Index) + Extension).str();
}

std::string inside(StringRef WorkDir, StringRef Path) {
  SmallString<256> Result(WorkDir);
  sys::path::append(Result, Path);
  return Result.str().str();
}

std::string shellQuoted(StringRef Text) {
  std::string Result = "'";
  for (char C : Text)
    if (C == '\'')
      Result += "'\\''";
    else
      Result += C;
  return Result + "'";
}

std::string ninjaEscaped(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

/// On other machines the working folder may be another one.
std::string launchCommand(const LauncherOptions &Launcher, StringRef WorkDir) {
  std::string Command = "$audit launch-step $step";
  for (StringRef File : {"$in", "$out", "$log"})
    Command += " " + ninjaEscaped(shellQuoted(WorkDir)) + "/" + File.str();
  Command += " " + std::to_string(Launcher.Retries) + " " +
             std::to_string(Launcher.RetryWait);
  for (const std::string &Word : Launcher.Words)
    Command += " " + ninjaEscaped(shellQuoted(Word));
  return Command;
}

std::string stepCommand(const LauncherOptions &Launcher, StringRef WorkDir) {
  if (!Launcher.Words.empty())
    return launchCommand(Launcher, WorkDir);
  return "$audit $step $in $out > $log 2>&1 || "
         "$audit record-failure $in $out $log $$?";
}

void printPlan(raw_ostream &OS, ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted,
               StringRef Program, StringRef Command) {
  OS << "ninja_required_version = 1.5\n"
     << "audit = " << ninjaEscaped(shellQuoted(Program)) << "\n\n"
     << "rule unit\n"
     << "  command = " << Command << "\n"
     << "  description = $in\n\n";
  for (size_t I : Wanted) {
    OS << "build " << relativePath(ResultFolder, I, ".json") << ": unit "
       << relativePath("jobs", I, ".json");
    bool IsLinked = !Jobs[I].Settings.CrossUnit.empty();
    if (IsLinked)
      OS << " | " << relativePath("slices", I, ".json");
    OS << "\n  step = " << (IsLinked ? "summarize" : "check")
       << "\n  log = " << relativePath("logs", I, ".txt") << "\n";
  }
}

/// An interrupt does not end the reading: ninja has more to say.
template <size_t N> bool readLine(char (&Buffer)[N], FILE *From) {
  while (!fgets(Buffer, N, From)) {
    if (!ferror(From) || errno != EINTR)
      return false;
    clearerr(From);
  }
  return true;
}

constexpr StringLiteral OwnName = "secret-audit: ";

/// Of ninja, or of a step that could not even write that it failed.
bool isComplaint(StringRef Line) {
  return Line.contains("error:") || Line.contains("fatal:") ||
         Line.starts_with(OwnName);
}

/// After `FAILED: `, where newer versions also say with what status. A step
/// that died when it was run once more must not leave its first result behind.
void removeResults(StringRef Failed, StringRef WorkDir) {
  SmallVector<StringRef> Words;
  Failed.split(Words, ' ');
  for (StringRef Word : Words)
    if (Word.starts_with(ResultFolder))
      sys::fs::remove(inside(WorkDir, Word));
}

/// Reads lines like `@@step 3/10 jobs/7.json`; the rest is ninja's complaints.
void readOutput(FILE *From, StringRef WorkDir, NinjaOutcome &Outcome,
                function_ref<void(unsigned, unsigned, size_t)> Progress) {
  char Buffer[4096];
  while (readLine(Buffer, From)) {
    StringRef Line = StringRef(Buffer).rtrim();
    if (Line.consume_front(StatusMark)) {
      unsigned Done = 0, Total = 0;
      size_t Index = 0;
      if (!Line.consumeInteger(10, Done) && Line.consume_front("/") &&
          !Line.consumeInteger(10, Total) && Line.consume_front(" jobs/") &&
          !Line.consumeInteger(10, Index))
        Progress(Done, Total, Index);
      continue;
    }
    if (Line.consume_front("FAILED: "))
      removeResults(Line, WorkDir);
    if (isComplaint(Line) && Outcome.Complaint.empty())
      Outcome.Complaint =
          Line.drop_front(Line.starts_with(OwnName) ? OwnName.size() : 0).str();
    if (Line.contains("interrupted by user"))
      Outcome.Interrupted = true;
  }
}

} // namespace

std::string jobPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("jobs", Index, ".json"));
}

std::string resultPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath(ResultFolder, Index, ".json"));
}

std::string factsPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("facts", Index, ".facts"));
}

std::string slicePath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("slices", Index, ".json"));
}

Error writeJobs(ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted,
                StringRef WorkDir) {
  for (StringRef Folder : {"jobs", "results", "logs"})
    if (std::error_code EC =
            sys::fs::create_directories(inside(WorkDir, Folder)))
      return createStringError(EC, "cannot make '" + inside(WorkDir, Folder) +
                                       "': " + EC.message());
  for (size_t I : Wanted)
    if (Error E = writeJob(Jobs[I], jobPath(WorkDir, I)))
      return E;
  return Error::success();
}

Error writePlan(ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted, StringRef WorkDir,
                StringRef Program, const LauncherOptions &Launcher) {
  return writeWholeFile(inside(WorkDir, "build.ninja"), [&](raw_ostream &OS) {
    printPlan(OS, Jobs, Wanted, Program, stepCommand(Launcher, WorkDir));
  });
}

Expected<NinjaOutcome>
runNinja(StringRef WorkDir, unsigned Workers,
         function_ref<void(unsigned, unsigned, size_t)> Progress,
         NinjaMode Mode) {
  ErrorOr<std::string> Ninja = sys::findProgramByName("ninja");
  if (!Ninja)
    return createStringError(inconvertibleErrorCode(),
                             "ninja is not in PATH; install the package "
                             "ninja-build");
  if (!Workers)
    Workers = hardware_concurrency().compute_thread_count();
  std::string Command =
      ("NINJA_STATUS='" + StatusMark + "%f/%t ' exec " + shellQuoted(*Ninja) +
       " -C " + shellQuoted(WorkDir) + " -k 0 -j " + Twine(Workers) +
       (Mode == NinjaMode::DryRun ? " -n" : "") + " 2>&1")
          .str();
  // Ninja gets the signal too and stops; what is done is still reported.
  sys::SetInterruptFunction([] {});
  NinjaOutcome Outcome;
  FILE *Output = popen(Command.c_str(), "r");
  if (!Output)
    return createStringError(std::error_code(errno, std::generic_category()),
                             "cannot start ninja");
  readOutput(Output, WorkDir, Outcome, Progress);
  int Status = pclose(Output);
  if (WIFSIGNALED(Status) ||
      (WIFEXITED(Status) && WEXITSTATUS(Status) == 128 + SIGINT))
    Outcome.Interrupted = true;
  sys::SetInterruptFunction(nullptr);
  return Outcome;
}

} // namespace audit
} // namespace secret
