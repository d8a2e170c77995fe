//===- Planning.cpp - What steps an audit takes ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Planning.h"
#include "Batch.h"
#include "LinkUnits.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "RuleChoice.h"
#include "Rules/Finding.h"
#include "Secrets/ModelFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <numeric>

using namespace llvm;

namespace secret {
namespace audit {

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
    size_t Others = dropOtherLanguages(Units);
    if (Others && !Options.Quiet)
      errs()
          << "secret-audit: left out what is not C or C++, such as assembly: "
          << Others << (Others == 1 ? " entry" : " entries")
          << " of the database\n";
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

/// Splits off the units that cannot be analysed.
std::vector<Job> makeJobs(std::vector<CompileUnit> Units,
                          const JobSettings &Settings, AuditPlan &Plan) {
  std::vector<Job> Jobs;
  for (CompileUnit &Unit : Units) {
    std::string Obstacle = obstacleOf(Unit);
    if (!Obstacle.empty()) {
      Plan.Obstacles.emplace_back(Unit.File, Obstacle);
      continue;
    }
    Plan.Files.push_back(Unit.File);
    Jobs.push_back({std::move(Unit), Settings});
  }
  return Jobs;
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

/// Leaves only those in \p Wanted that are not in the cache.
Error takeFromCache(std::optional<UnitCache> &Cache, ArrayRef<Job> Jobs,
                    std::vector<size_t> &Wanted, StringRef WorkDir) {
  if (!Cache)
    return Error::success();
  Expected<std::vector<size_t>> Others =
      Cache->restore(Jobs, std::move(Wanted), WorkDir);
  if (!Others)
    return Others.takeError();
  Wanted = std::move(*Others);
  return Error::success();
}

Error checkExplained(const CacheOptions &Options, ArrayRef<std::string> Files) {
  if (Options.Explain.empty() ||
      is_contained(Files, absolutePath(Options.Explain)))
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           "--explain-cache: '" + Options.Explain +
                               "' is not among the files to be analysed");
}

} // namespace

Expected<PlannedAudit> planAudit(AuditOptions &Options) {
  if (Error E = prepare(Options))
    return std::move(E);
  Expected<std::vector<CompileUnit>> Units = findUnits(Options);
  if (!Units)
    return Units.takeError();
  PlannedAudit Result;
  AuditPlan &Plan = Result.Plan;
  Result.Jobs = makeJobs(std::move(*Units), Options.Settings, Plan);
  if (Error E = checkExplained(Options.Cache, Plan.Files))
    return std::move(E);
  Plan.Root = Options.Settings.Root;
  Plan.Checks = Options.Settings.Checks;
  Plan.Launch = Options.Launch;
  if (Plan.Launch.FilesPerStep < 1 ||
      Plan.Launch.FilesPerStep > MaxFilesPerStep)
    return createStringError("--files-per-step: give 1 to " +
                             Twine(MaxFilesPerStep));
  Plan.Launch.Workers = countWorkers(Options.Workers);
  // What a file has cost is known of steps alone.
  if (Options.Verbose || !Options.TimeTrace.empty())
    Plan.Launch.FilesPerStep = 1;
  Plan.IsWhole = Options.Files.empty() &&
                 chosenRules(Plan.Checks).size() == allRules().size();
  if (Options.Settings.ResidualCopies)
    Plan.Checks += ("," + ruleInfo(RuleId::ResidualCopy).Name).str();
  Plan.ReportsFindings = Options.Settings.reportsFindings();
  Plan.IsLinked =
      Options.Link && Result.Jobs.size() > 1 && Plan.ReportsFindings;
  Plan.Linking = Options.Linking;
  if (!Plan.ReportsFindings)
    return Result;
  Expected<std::optional<UnitCache>> Cache = UnitCache::open(Options.Cache);
  if (!Cache)
    return Cache.takeError();
  Result.Cache = std::move(*Cache);
  return Result;
}

Error writeWorkFolder(PlannedAudit &Planned, WorkFolderUse Use,
                      StringRef WorkDir, StringRef Program) {
  std::vector<size_t> &Wanted = Planned.Wanted;
  const AuditPlan &Plan = Planned.Plan;
  Wanted.resize(Planned.Jobs.size());
  std::iota(Wanted.begin(), Wanted.end(), 0);
  if (Plan.IsLinked)
    if (Error E = prepareLinking(Planned.Jobs, WorkDir))
      return E;
  if (Planned.Cache)
    Planned.Cache->prepare(Planned.Jobs, Program);
  const std::vector<size_t> All = Wanted;
  if (Error E = takeFromCache(Planned.Cache, Planned.Jobs, Wanted, WorkDir))
    return E;
  bool MayNeedAll = Plan.IsLinked && Use == WorkFolderUse::ManyProcesses;
  if (Error E = writeJobs(Planned.Jobs, MayNeedAll ? All : Wanted, WorkDir))
    return E;
  if (Plan.IsLinked)
    if (Error E = writeFirstSlices(Planned.Jobs, Wanted, WorkDir))
      return E;
  if (Error E = writePlan(Planned.Jobs, Wanted, WorkDir, Program, Plan.Launch))
    return E;
  return writePlanFile(Plan, WorkDir);
}

/// Those of the numbers \p Wanted that the plan's process has written.
static Error readJobs(ArrayRef<size_t> Wanted, StringRef WorkDir,
                      std::vector<Job> &Jobs) {
  for (size_t I : Wanted) {
    Expected<Job> What = readJob(jobPath(WorkDir, I));
    if (!What)
      return What.takeError();
    Jobs[I] = std::move(*What);
  }
  return Error::success();
}

/// Of the jobs that have to be run again, those that are not in the cache.
static Error planAgain(PlannedAudit &Planned, StringRef WorkDir,
                       StringRef Program) {
  std::vector<size_t> &Wanted = Planned.Wanted;
  bool AreWritten = Planned.Jobs.empty();
  if (AreWritten) {
    Planned.Jobs.resize(Planned.Plan.Files.size());
    if (Error E = readJobs(Wanted, WorkDir, Planned.Jobs))
      return E;
  }
  if (!Planned.Cache)
    Planned.Cache = UnitCache::of(Planned.Jobs[Wanted.front()]);
  if (Error E = takeFromCache(Planned.Cache, Planned.Jobs, Wanted, WorkDir))
    return E;
  // If this is cut off, the result from before must not look like its own.
  for (size_t I : Wanted) {
    if (sys::fs::rename(resultPath(WorkDir, I), firstResultPath(WorkDir, I)))
      sys::fs::remove(resultPath(WorkDir, I));
    sys::fs::remove(stampPath(WorkDir, I));
  }
  if (!AreWritten)
    if (Error E = writeJobs(Planned.Jobs, Wanted, WorkDir))
      return E;
  return writePlan(Planned.Jobs, Wanted, WorkDir, Program, Planned.Plan.Launch);
}

Expected<bool> linkAgain(PlannedAudit &Planned, StringRef WorkDir,
                         StringRef Program, function_ref<bool()> IsStopped) {
  const UnitCache *Cache = Planned.Cache ? &*Planned.Cache : nullptr;
  auto Changed = linkUnits(Planned.Plan, WorkDir, Cache, IsStopped);
  if (!Changed)
    return Changed.takeError();
  if (!*Changed)
    return false;
  Planned.Wanted = std::move(**Changed);
  if (!Planned.Wanted.empty())
    if (Error E = planAgain(Planned, WorkDir, Program))
      return std::move(E);
  if (Error E = markLinked(WorkDir))
    return std::move(E);
  return true;
}

} // namespace audit
} // namespace secret
