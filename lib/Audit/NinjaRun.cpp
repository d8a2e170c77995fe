//===- NinjaRun.cpp - Let ninja schedule the steps ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NinjaRun.h"
#include "Batch.h"
#include "ChildProcess.h"
#include "Files/WholeFile.h"
#include "StepFailure.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

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
  std::string Command = "exec $audit launch-step $step";
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
  return "exec $audit run-batch $step $numbers";
}

/// The paths that \p PathOf gives, each after a space.
std::string paths(ArrayRef<size_t> Indexes,
                  std::string (&PathOf)(StringRef, size_t)) {
  std::string Result;
  for (size_t I : Indexes)
    Result += " " + PathOf("", I);
  return Result;
}

std::string numbers(ArrayRef<size_t> Indexes) {
  std::string Result;
  for (size_t I : Indexes)
    Result += " " + std::to_string(I);
  return Result;
}

/// A step for the jobs \p Indexes, all of which are linked, or none.
/// Of a step that is interrupted ninja removes what it has declared: so a batch
/// does not declare the results, of which some may be there.
void printStep(raw_ostream &OS, ArrayRef<size_t> Indexes, bool IsLinked,
               bool IsBatch) {
  auto &Output = IsBatch ? stampPath : resultPath;
  OS << "build" << paths(Indexes.front(), Output) << ": unit"
     << paths(Indexes, jobPath);
  if (IsLinked)
    OS << " |" << paths(Indexes, slicePath);
  OS << "\n  step = " << (IsLinked ? "summarize" : "check")
     << "\n  numbers =" << numbers(Indexes)
     << "\n  log = " << logPath("", Indexes.front()) << "\n";
}

void printPlan(raw_ostream &OS, ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted,
               StringRef Program, StringRef WorkDir,
               const LauncherOptions &Launcher) {
  OS << "ninja_required_version = 1.5\n"
     << "audit = " << ninjaEscaped(shellQuoted(Program)) << "\n\n"
     << "rule unit\n"
     << "  command = " << stepCommand(Launcher, WorkDir) << "\n"
     << "  description = $numbers\n\n";
  while (!Wanted.empty()) {
    size_t Size = nextBatch(Wanted.size(), Launcher);
    printStep(OS, Wanted.take_front(Size),
              !Jobs[Wanted.front()].Settings.CrossUnit.empty(),
              Launcher.Words.empty());
    Wanted = Wanted.drop_front(Size);
  }
}

constexpr StringLiteral OwnName = "secret-audit: ";

/// Of ninja, or of a step that could not even write that it failed.
bool isComplaint(StringRef Line) {
  return Line.contains("error:") || Line.contains("fatal:") ||
         Line.starts_with(OwnName);
}

/// `3/10 7 8`: three of ten steps are done, the last with the jobs 7 and 8.
bool readStatus(StringRef Text, unsigned &Total,
                SmallVectorImpl<size_t> &Indexes) {
  unsigned Done = 0;
  if (Text.consumeInteger(10, Done) || !Text.consume_front("/") ||
      Text.consumeInteger(10, Total))
    return false;
  while (Text.consume_front(" "))
    if (Text.consumeInteger(10, Indexes.emplace_back()))
      return false;
  return Text.empty();
}

/// Reads a line like `@@step 3/10 7 8`; the rest is ninja's complaints.
void readLine(StringRef Line, NinjaOutcome &Outcome,
              function_ref<void(ArrayRef<size_t>)> Progress) {
  if (Line.consume_front(StatusMark)) {
    SmallVector<size_t> Indexes;
    if (readStatus(Line, Outcome.Steps, Indexes))
      Progress(Indexes);
    return;
  }
  if (isComplaint(Line) && Outcome.Complaint.empty())
    Outcome.Complaint =
        Line.drop_front(Line.starts_with(OwnName) ? OwnName.size() : 0).str();
  if (Line.contains("interrupted by user"))
    Outcome.Interrupted = true;
}

} // namespace

std::string jobPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("jobs", Index, ".json"));
}

std::string resultPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath(ResultFolder, Index, ".json"));
}

std::string firstResultPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("first", Index, ".json"));
}

std::string stampPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("steps", Index, ""));
}

std::string logPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("logs", Index, ".txt"));
}

std::string factsPath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("facts", Index, ".facts"));
}

std::string slicePath(StringRef WorkDir, size_t Index) {
  return inside(WorkDir, relativePath("slices", Index, ".json"));
}

Error writeJobs(ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted,
                StringRef WorkDir) {
  for (StringRef Folder : {"jobs", "results", "first", "steps", "logs"})
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
    printPlan(OS, Jobs, Wanted, Program, WorkDir, Launcher);
  });
}

Expected<NinjaOutcome> runNinja(StringRef WorkDir, unsigned Workers,
                                function_ref<void(ArrayRef<size_t>)> Progress,
                                NinjaMode Mode) {
  ErrorOr<std::string> Ninja = sys::findProgramByName("ninja");
  if (!Ninja)
    return createStringError(inconvertibleErrorCode(),
                             "ninja is not in PATH; install the package "
                             "ninja-build");
  std::vector<std::string> Words = {"env",
                                    "NINJA_STATUS=" + StatusMark.str() +
                                        "%f/%t ",
                                    *Ninja,
                                    "-C",
                                    WorkDir.str(),
                                    "-k",
                                    "0",
                                    "-j",
                                    std::to_string(countWorkers(Workers))};
  if (Mode == NinjaMode::DryRun)
    Words.push_back("-n");
  NinjaOutcome Outcome;
  Expected<ChildEnd> End = runChild(
      Words, [&](StringRef Line) { readLine(Line, Outcome, Progress); });
  if (!End)
    return End.takeError();
  // So newer versions of ninja end, or it did not see it coming.
  Outcome.Interrupted |=
      End->Interrupted || isInterrupt(static_cast<int>(End->Status) - 128);
  return Outcome;
}

} // namespace audit
} // namespace secret
