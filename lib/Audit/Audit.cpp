//===- Audit.cpp - Audit a whole project ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit.h"
#include "LinkUnits.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "Progress.h"
#include "Report.h"
#include "RuleChoice.h"
#include "Rules/Finding.h"
#include "Secrets/ModelFiles.h"
#include "StepTimes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

int wrongUsage(const Twine &Text) {
  errs() << "secret-audit: " << Text << '\n';
  return WrongUsage;
}

int wrongUsage(Error E) { return wrongUsage(toString(std::move(E))); }

/// The folder of jobs and results; a temporary one goes when the run ends.
class WorkFolder {
public:
  ~WorkFolder() {
    if (IsTemporary)
      sys::fs::remove_directories(Path);
  }

  Error create(StringRef Wanted) {
    IsTemporary = Wanted.empty();
    std::error_code EC =
        IsTemporary ? sys::fs::createUniqueDirectory("secret-audit", Path)
                    : prepare(Wanted);
    if (!EC)
      return Error::success();
    IsTemporary = false;
    return refused(Wanted, EC);
  }

  StringRef path() const { return Path; }

private:
  /// Results of an earlier run would look up to date to ninja.
  std::error_code prepare(StringRef Wanted) {
    Path = absolutePath(Wanted);
    for (StringRef Folder : {"jobs", "results", "logs", "summaries", "slices"})
      sys::fs::remove_directories(Path + "/" + Folder);
    return sys::fs::create_directories(Path);
  }

  static Error refused(StringRef Wanted, std::error_code EC) {
    if (!Wanted.empty())
      return createStringError(EC, "cannot make the work folder '" + Wanted +
                                       "': " + EC.message() +
                                       "; give another one with --work-dir");
    SmallString<128> Temporary;
    sys::path::system_temp_directory(/*erasedOnReboot=*/true, Temporary);
    return createStringError(EC, "cannot make a work folder in '" + Temporary +
                                     "': " + EC.message() +
                                     "; set TMPDIR, or give one with "
                                     "--work-dir");
  }

  SmallString<128> Path;
  bool IsTemporary = false;
};

} // namespace

static Expected<std::vector<CompileUnit>>
findUnits(const AuditOptions &Options, ArrayRef<std::string> Files) {
  std::vector<CompileUnit> Units;
  if (Options.HasFlags) {
    Units = fixedCommands(Files, Options.Flags);
  } else {
    Expected<std::vector<CompileUnit>> All = loadDatabase(Options.Database);
    if (!All)
      return All.takeError();
    Units = std::move(*All);
    if (Error E = selectUnits(Units, Files))
      return std::move(E);
  }
  std::string ResourceDir = findResourceDir(Options.Program);
  if (ResourceDir.empty())
    return createStringError(
        inconvertibleErrorCode(),
        "Clang's own headers are missing (looked for " SECRET_TIDY_RESOURCE_DIR
        "/include/stddef.h); install the clang of the LLVM that --version "
        "names");
  normalizeUnits(Units, ResourceDir);
  return Units;
}

Expected<std::vector<CompileUnit>> findUnits(const AuditOptions &Options) {
  return findUnits(Options, Options.Files);
}

namespace {

/// Why nothing can be done with a unit; empty if something can.
std::string obstacleOf(const CompileUnit &Unit) {
  if (!sys::fs::exists(Unit.File))
    return "the file does not exist; build what generates it, or make the "
           "compilation database again";
  if (!sys::fs::is_directory(Unit.Directory))
    return "its folder '" + Unit.Directory +
           "' does not exist; make the compilation database again";
  if (Unit.Command.empty())
    return "its command in the compilation database is empty";
  return "";
}

/// Splits off the units that cannot be analysed, as results.
std::vector<Job> makeJobs(std::vector<CompileUnit> Units,
                          const JobSettings &Settings,
                          std::vector<UnitResult> &Results) {
  std::vector<Job> Jobs;
  for (CompileUnit &Unit : Units) {
    std::string Obstacle = obstacleOf(Unit);
    if (Obstacle.empty()) {
      Jobs.push_back({std::move(Unit), Settings});
      continue;
    }
    UnitResult Failed;
    Failed.File = Unit.File;
    Failed.Failure = Obstacle;
    Results.push_back(std::move(Failed));
  }
  return Jobs;
}

/// Has ninja run the steps, and again those whose view of the others changes.
Expected<NinjaOutcome> runSteps(size_t NumJobs, StringRef WorkDir,
                                const AuditOptions &Options, bool Linked,
                                Progress &Bar) {
  for (unsigned Round = 0;; ++Round) {
    Expected<NinjaOutcome> Outcome =
        runNinja(WorkDir, Options.Workers, [&](unsigned Done, unsigned Total) {
          Bar.update(Done, Total);
        });
    if (!Outcome || !Linked || Outcome->Interrupted)
      return Outcome;
    Expected<unsigned> Changed = linkUnits(NumJobs, WorkDir);
    if (!Changed)
      return Changed.takeError();
    if (!*Changed)
      return Outcome;
    if (Round == Options.LinkRounds) {
      errs() << "secret-audit: what functions of other files do is not settled "
                "for "
             << *Changed << " files; allow more with --link-rounds\n";
      return Outcome;
    }
  }
}

void printCommands(ArrayRef<Job> Jobs) {
  for (const Job &J : Jobs)
    errs() << J.Unit.File << ": " << join(J.Unit.Command, " ") << '\n';
}

/// Says where the time went, as far as that is wanted.
Error reportTimes(ArrayRef<Job> Jobs, StringRef WorkDir,
                  const AuditOptions &Options) {
  if (!Options.Verbose && Options.TimeTrace.empty())
    return Error::success();
  std::vector<StepTime> Steps = readStepTimes(WorkDir);
  std::vector<std::string> Names;
  for (const StepTime &Step : Steps)
    Names.push_back(
        indexOf(Step) < Jobs.size()
            ? relativePath(Jobs[indexOf(Step)].Unit.File, Options.Settings.Root)
            : Step.Output);
  if (Options.Verbose)
    printStepTimes(Steps, Names, errs());
  return Options.TimeTrace.empty()
             ? Error::success()
             : writeTimeTrace(Options.TimeTrace, Steps, Names);
}

/// Runs the jobs and adds a result for each of them to \p Results.
Error runJobs(MutableArrayRef<Job> Jobs, const AuditOptions &Options,
              Progress &Bar, std::vector<UnitResult> &Results,
              bool &Interrupted) {
  WorkFolder Work;
  if (Error E = Work.create(Options.WorkDir))
    return E;
  bool Linked = Options.LinkRounds && Jobs.size() > 1 &&
                Options.Settings.reportsFindings();
  if (Linked)
    if (Error E = prepareLinking(Jobs, Work.path()))
      return E;
  if (Options.Verbose)
    printCommands(Jobs);
  if (Error E = writePlan(Jobs, Work.path(), Options.Program, Options.Launch))
    return E;
  Expected<NinjaOutcome> Outcome =
      runSteps(Jobs.size(), Work.path(), Options, Linked, Bar);
  if (!Outcome)
    return Outcome.takeError();
  Interrupted = Outcome->Interrupted;
  if (unsigned Again = countLaunchedAgain(Work.path()))
    errs() << "secret-audit: the launcher ended without a result for " << Again
           << (Again == 1 ? " file, which was" : " files, which were")
           << " launched again\n";
  if (Error E = reportTimes(Jobs, Work.path(), Options))
    return E;
  for (size_t I = 0; I < Jobs.size(); ++I) {
    Expected<UnitResult> Result =
        readUnitResult(resultPath(Work.path(), I), Options.Settings.Root);
    if (Result) {
      Results.push_back(std::move(*Result));
      continue;
    }
    UnitResult Lost;
    Lost.File = Jobs[I].Unit.File;
    Lost.Failure = toString(Result.takeError());
    if (Outcome->Interrupted)
      Lost.Failure = "the audit was interrupted";
    else if (!Outcome->Complaint.empty())
      Lost.Failure = Outcome->Complaint;
    else if (!sys::fs::exists(resultPath(Work.path(), I)))
      Lost.Failure = "the step was killed or could not write its result; run "
                     "the audit again";
    Results.push_back(std::move(Lost));
  }
  return Error::success();
}

Error checkModels(const JobSettings &Settings) {
  if (Settings.Models.empty())
    return Error::success();
  LoadedModels Loaded =
      loadModels(/*SourceFile=*/"", join(Settings.Models, ";"),
                 /*Builtin=*/false, *vfs::createPhysicalFileSystem());
  if (Loaded.Errors.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           join(Loaded.Errors, "\nsecret-audit: "));
}

/// Finds the files that are linked, and judges as if they were.
Error prepareLto(AuditOptions &Options) {
  bool IsLto = Options.Settings.Optimizer == OptimizerChoice::Lto;
  if (IsLto != !Options.LtoWith.empty())
    return createStringError(
        inconvertibleErrorCode(),
        IsLto ? "--optimizer=lto needs --lto-with=FILE, the file with the "
                "functions that zeroize"
              : "--lto-with needs --optimizer=lto");
  if (!IsLto)
    return Error::success();
  Expected<std::vector<CompileUnit>> Units =
      findUnits(Options, Options.LtoWith);
  if (!Units)
    return Units.takeError();
  Options.Settings.LinkWith = std::move(*Units);
  Options.Settings.AssumeLTO = true;
  return Error::success();
}

/// Makes paths absolute and checks everything but the database.
Error prepare(AuditOptions &Options) {
  Expected<std::string> Checks = chooseRules(Options.Checks);
  if (!Checks)
    return Checks.takeError();
  Options.Settings.Checks = *Checks;
  Expected<std::vector<std::string>> Launcher = splitLauncher(Options.Launcher);
  if (!Launcher)
    return Launcher.takeError();
  Options.Launch.Words = std::move(*Launcher);
  for (std::string &Model : Options.Settings.Models)
    Model = absolutePath(Model);
  if (Options.Settings.ExplainLine)
    Options.Settings.ExplainFile = absolutePath(Options.Settings.ExplainFile);
  Options.Settings.Root = absolutePath(Options.Settings.Root);
  if (Error E = verify(Options.Reports))
    return E;
  if (Error E = checkModels(Options.Settings))
    return E;
  return prepareLto(Options);
}

void printOutputs(const std::vector<UnitResult> &Results) {
  for (const UnitResult &R : Results)
    outs() << R.Output;
  outs().flush();
}

/// The names in a list that chooseRules made.
std::set<std::string> chosenRules(StringRef Checks) {
  SmallVector<StringRef, 16> Names;
  Checks.split(Names, ',');
  std::set<std::string> Rules;
  for (StringRef Name : Names)
    if (!Name.starts_with("-"))
      Rules.insert(Name.str());
  return Rules;
}

} // namespace

int runAudit(AuditOptions Options) {
  InitializeAllTargetInfos();
  if (Error E = prepare(Options))
    return wrongUsage(std::move(E));
  Expected<std::vector<CompileUnit>> Units = findUnits(Options);
  if (!Units)
    return wrongUsage(Units.takeError());
  std::vector<UnitResult> Results;
  std::vector<Job> Jobs =
      makeJobs(std::move(*Units), Options.Settings, Results);
  RunOutcome Run;
  {
    Progress Bar(!Options.Quiet);
    if (!Jobs.empty())
      if (Error E = runJobs(Jobs, Options, Bar, Results, Run.Interrupted))
        return wrongUsage(std::move(E));
    Run.Seconds = Bar.secondsSoFar();
  }
  Run.Merged = mergeResults(Results, Options.Settings.Root);
  Run.Rules = chosenRules(Options.Settings.Checks);
  Run.IsWhole = Options.Files.empty() && Run.Rules.size() == allRules().size();
  printOutputs(Results);
  return deliver(std::move(Run), Options.Reports, Options.Settings.Root,
                 Options.Quiet || !Options.Settings.reportsFindings());
}

} // namespace audit
} // namespace secret
