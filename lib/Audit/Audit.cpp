//===- Audit.cpp - Audit a whole project ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit.h"
#include "CheckUnit.h"
#include "DryRun.h"
#include "HeldInterrupts.h"
#include "LinkUnits.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "Planning.h"
#include "Progress.h"
#include "Report.h"
#include "RuleChoice.h"
#include "RunSteps.h"
#include "WorkFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
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
  Run.IsLinked = Plan.IsLinked;
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

/// Files that no step has looked at.
size_t countMissing(const AuditPlan &Plan, StringRef WorkDir) {
  size_t Missing = 0;
  for (size_t I = 0; I < Plan.Files.size(); ++I)
    Missing += !sys::fs::exists(resultPath(WorkDir, I)) &&
               !sys::fs::exists(firstResultPath(WorkDir, I));
  return Missing;
}

int linkOnly(AuditOptions Options) {
  Expected<AuditPlan> Plan = readPlan(Options);
  if (!Plan)
    return wrongUsage(Plan.takeError());
  if (!Plan->IsLinked)
    return NothingFound;
  if (size_t Missing = countMissing(*Plan, Options.WorkDir))
    return wrongUsage(Twine(Missing) +
                      (Missing == 1 ? " file has" : " files have") +
                      " no result yet; run ninja in the work folder first");
  PlannedAudit Planned;
  Planned.Plan = std::move(*Plan);
  Expected<bool> IsLinked = linkAgain(Planned, Options.WorkDir, Options.Program,
                                      [] { return false; });
  if (!IsLinked)
    return wrongUsage(IsLinked.takeError());
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
  if (Plan->IsLinked && !areLinked(Options.WorkDir))
    for (UnitResult &R : Results)
      if (R.Failure.empty())
        R.Failure =
            "the files are not linked; run secret-audit link --work-dir, "
            "and then ninja in the work folder";
  RunOutcome Run;
  Run.Seconds = secondsBetween(Options.Started);
  return deliverResults(*Plan, Results, Options, std::move(Run));
}

int auditAll(AuditOptions Options) {
  HeldInterrupts Interrupts;
  Expected<PlannedAudit> Planned = planAudit(Options);
  if (!Planned)
    return wrongUsage(Planned.takeError());
  RunOutcome Run;
  std::vector<UnitResult> Results;
  {
    Progress Bar(!Options.Quiet);
    auto Ran = runSteps(*Planned, Options, Interrupts, Run.Interrupted, Bar);
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
