//===- Audit.cpp - Audit a whole project ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit.h"
#include "CheckUnit.h"
#include "DryRun.h"
#include "LinkUnits.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "Planning.h"
#include "Progress.h"
#include "Report.h"
#include "RuleChoice.h"
#include "StepFailure.h"
#include "StepTimes.h"
#include "WorkFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/TargetSelect.h"
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

/// Has ninja run what is wanted; without that, ninja is not needed.
Expected<NinjaOutcome> runWanted(const PlannedAudit &Planned, StringRef WorkDir,
                                 unsigned Workers, Progress &Bar) {
  if (Planned.Wanted.empty())
    return NinjaOutcome();
  size_t Done = 0;
  return runNinja(WorkDir, Workers, [&](ArrayRef<size_t> Indexes) {
    for (size_t I : Indexes)
      Bar.addResult(resultPath(WorkDir, I), Planned.Plan.Root);
    Done += Indexes.size();
    Bar.update(Done, Planned.Wanted.size());
  });
}

/// Has the steps run, and again those whose findings are others if they know
/// what the other files' functions do.
Expected<NinjaOutcome> runSteps(PlannedAudit &Planned, StringRef WorkDir,
                                const AuditOptions &Options, Progress &Bar) {
  Expected<NinjaOutcome> Outcome =
      runWanted(Planned, WorkDir, Options.Workers, Bar);
  if (!Outcome || !Planned.Plan.IsLinked || Outcome->Interrupted)
    return Outcome;
  if (Error E = linkAgain(Planned, WorkDir, Options.Program))
    return std::move(E);
  Expected<NinjaOutcome> Again =
      runWanted(Planned, WorkDir, Options.Workers, Bar);
  if (Again && Again->Complaint.empty())
    Again->Complaint = Outcome->Complaint;
  return Again;
}

void printCommands(ArrayRef<Job> Jobs) {
  for (const Job &J : Jobs)
    errs() << J.Unit.File << ": " << join(J.Unit.Command, " ") << '\n';
}

/// Says where the time went, as far as that is wanted.
Error reportTimes(const AuditPlan &Plan, StringRef WorkDir,
                  const AuditOptions &Options) {
  if (!Options.Verbose && Options.TimeTrace.empty())
    return Error::success();
  std::vector<StepTime> Steps = readStepTimes(WorkDir);
  std::vector<std::string> Names;
  for (const StepTime &Step : Steps)
    Names.push_back(indexOf(Step) < Plan.Files.size()
                        ? relativePath(Plan.Files[indexOf(Step)], Plan.Root)
                        : Step.Output);
  if (Options.Verbose)
    printStepTimes(Steps, Names, errs());
  return Options.TimeTrace.empty()
             ? Error::success()
             : writeTimeTrace(Options.TimeTrace, Steps, Names);
}

/// Why a step has left no result.
std::string whyLost(const NinjaOutcome &Outcome) {
  if (Outcome.Interrupted)
    return InterruptedText.str();
  if (!Outcome.Complaint.empty())
    return Outcome.Complaint;
  return "the step was killed or could not write its result; run the audit "
         "again";
}

/// After an interrupt: of a unit that others have more to say to, the result is
/// not complete. \returns whether there are such results, or lost ones.
Expected<bool> markIncomplete(const AuditPlan &Plan, StringRef WorkDir,
                              std::vector<UnitResult> &Results) {
  if (Plan.IsLinked) {
    Expected<std::vector<size_t>> Left =
        linkUnits(Plan.Files.size(), Plan.Root, WorkDir, Plan.Linking);
    if (!Left)
      return Left.takeError();
    for (size_t I : *Left)
      Results[Plan.Obstacles.size() + I].Failure = InterruptedText.str();
  }
  return any_of(Results, [](const UnitResult &R) {
    return R.Failure == InterruptedText;
  });
}

/// Has everything run in a work folder.
Expected<std::vector<UnitResult>> runJobs(PlannedAudit &Planned,
                                          const AuditOptions &Options,
                                          bool &Interrupted, Progress &Bar) {
  const AuditPlan &Plan = Planned.Plan;
  if (Planned.Jobs.empty())
    return collectResults(Plan, /*WorkDir=*/"", /*Lost=*/"");
  WorkFolder Work;
  if (Error E = Work.create(Options.WorkDir))
    return std::move(E);
  if (Error E = writeWorkFolder(Planned, WorkFolderUse::OneProcess, Work.path(),
                                Options.Program))
    return std::move(E);
  if (Options.Verbose)
    printCommands(Planned.Jobs);
  Expected<NinjaOutcome> Outcome = runSteps(Planned, Work.path(), Options, Bar);
  if (!Outcome)
    return Outcome.takeError();
  if (Planned.Cache)
    Planned.Cache->prune();
  if (unsigned Again = countLaunchedAgain(Work.path()))
    errs() << "secret-audit: the launcher ended without a result for " << Again
           << (Again == 1 ? " file, which was" : " files, which were")
           << " launched again\n";
  if (Error E = reportTimes(Plan, Work.path(), Options))
    return std::move(E);
  std::vector<UnitResult> Results =
      collectResults(Plan, Work.path(), whyLost(*Outcome));
  if (!Outcome->Interrupted)
    return Results;
  Expected<bool> IsIncomplete = markIncomplete(Plan, Work.path(), Results);
  if (!IsIncomplete)
    return IsIncomplete.takeError();
  Interrupted = *IsIncomplete;
  return Results;
}

void printOutputs(const std::vector<UnitResult> &Results) {
  for (const UnitResult &R : Results)
    outs() << R.Output;
  outs().flush();
}

int deliverResults(const AuditPlan &Plan,
                   const std::vector<UnitResult> &Results,
                   const AuditOptions &Options, RunOutcome Run) {
  Run.Merged = mergeResults(Results, Plan.Root);
  Run.Rules = chosenRules(Plan.Checks);
  Run.IsWhole = Plan.IsWhole;
  printOutputs(Results);
  return deliver(std::move(Run), Options.Reports, Plan.Root,
                 Options.Quiet || !Plan.ReportsFindings);
}

/// The plan in --work-dir, whose path becomes absolute.
Expected<AuditPlan> readPlan(AuditOptions &Options) {
  if (Options.WorkDir.empty())
    return createStringError(inconvertibleErrorCode(),
                             "which work folder? name it with --work-dir DIR");
  Options.WorkDir = absolutePath(Options.WorkDir);
  return readPlanFile(Options.WorkDir);
}

/// Plans, and writes the plan to a work folder.
Expected<PlannedAudit> planInto(WorkFolder &Work, AuditOptions &Options) {
  Expected<PlannedAudit> Planned = planAudit(Options);
  if (!Planned)
    return Planned;
  if (Error E = Work.create(Options.WorkDir))
    return std::move(E);
  if (Error E = writeWorkFolder(*Planned, WorkFolderUse::ManyProcesses,
                                Work.path(), Options.Program))
    return std::move(E);
  return Planned;
}

int planOnly(AuditOptions Options) {
  if (Options.WorkDir.empty())
    return wrongUsage("plan wants a work folder; name it with --work-dir DIR");
  WorkFolder Work;
  Expected<PlannedAudit> Planned = planInto(Work, Options);
  if (!Planned)
    return wrongUsage(Planned.takeError());
  if (Options.Verbose)
    printCommands(Planned->Jobs);
  if (Planned->Cache)
    Planned->Cache->prune();
  return NothingFound;
}

int dryRunOnly(AuditOptions Options) {
  WorkFolder Work;
  Expected<PlannedAudit> Planned = planInto(Work, Options);
  if (!Planned)
    return wrongUsage(Planned.takeError());
  if (Error E = dryRun(Work.path(), Options.Started))
    return wrongUsage(std::move(E));
  return NothingFound;
}

int linkOnly(AuditOptions Options) {
  Expected<AuditPlan> Plan = readPlan(Options);
  if (!Plan)
    return wrongUsage(Plan.takeError());
  if (!Plan->IsLinked)
    return NothingFound;
  PlannedAudit Planned;
  Planned.Plan = std::move(*Plan);
  if (Error E = linkAgain(Planned, Options.WorkDir, Options.Program))
    return wrongUsage(std::move(E));
  const std::vector<size_t> &Wanted = Planned.Wanted;
  if (Wanted.empty())
    return NothingFound;
  if (!Options.Quiet)
    errs() << "secret-audit: to be analysed again, by ninja: " << Wanted.size()
           << (Wanted.size() == 1 ? " file\n" : " files\n");
  return FindingsReported;
}

int reportOnly(AuditOptions Options) {
  if (Error E = verify(Options.Reports))
    return wrongUsage(std::move(E));
  Expected<AuditPlan> Plan = readPlan(Options);
  if (!Plan)
    return wrongUsage(Plan.takeError());
  std::vector<UnitResult> Results =
      collectResults(*Plan, Options.WorkDir,
                     "its step has not run; run the audit again, or ninja in "
                     "the work folder");
  RunOutcome Run;
  Run.Seconds = secondsBetween(Options.Started);
  return deliverResults(*Plan, Results, Options, std::move(Run));
}

int auditAll(AuditOptions Options) {
  Expected<PlannedAudit> Planned = planAudit(Options);
  if (!Planned)
    return wrongUsage(Planned.takeError());
  RunOutcome Run;
  std::vector<UnitResult> Results;
  {
    Progress Bar(!Options.Quiet);
    auto Ran = runJobs(*Planned, Options, Run.Interrupted, Bar);
    if (!Ran)
      return wrongUsage(Ran.takeError());
    Results = std::move(*Ran);
    Run.Seconds = Bar.secondsSoFar();
  }
  return deliverResults(Planned->Plan, Results, Options, std::move(Run));
}

} // namespace

int runAudit(AuditOptions Options) {
  InitializeAllTargetInfos();
  switch (Options.What) {
  case AuditPart::All:
    return auditAll(std::move(Options));
  case AuditPart::Plan:
    return planOnly(std::move(Options));
  case AuditPart::DryRun:
    return dryRunOnly(std::move(Options));
  case AuditPart::Summarize:
    return summarizeJob(Options.Job, Options.Result);
  case AuditPart::Check:
    return runJob(Options.Job, Options.Result);
  case AuditPart::Link:
    return linkOnly(std::move(Options));
  case AuditPart::Report:
    return reportOnly(std::move(Options));
  }
  return WrongUsage;
}

} // namespace audit
} // namespace secret
