//===- RunSteps.cpp - Run what is planned ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RunSteps.h"
#include "LinkUnits.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "StepFailure.h"
#include "StepTimes.h"
#include "WorkFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <numeric>
#include <tuple>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

enum class LinkState { NotWanted, NotBegun, CutOff, Done };

/// How far the steps came.
struct Progression {
  NinjaOutcome Ninja; ///< of all runs
  LinkState Link = LinkState::NotWanted;
};

/// One audit at work.
class Steps {
public:
  Steps(PlannedAudit &Planned, const AuditOptions &Options, StringRef WorkDir,
        HeldInterrupts &Interrupts, Progress &Bar)
      : Planned(Planned), Options(Options), WorkDir(WorkDir),
        Interrupts(Interrupts), Bar(Bar) {}

  Expected<Progression> run();
  /// Results of a run that was interrupted.
  Error markIncomplete(const Progression &Way,
                       std::vector<UnitResult> &Results);

  /// Says where the time went, as far as that is wanted.
  Error reportTimes() const;

private:
  Error runWanted(Progression &Way);
  bool isInterrupted(Progression &Way);
  void noteTimes(double Begun);

  PlannedAudit &Planned;
  const AuditOptions &Options;
  StringRef WorkDir;
  HeldInterrupts &Interrupts;
  Progress &Bar;
  std::vector<StepTime> Times; ///< of all runs, by start
};

} // namespace

bool Steps::isInterrupted(Progression &Way) {
  Way.Ninja.Interrupted |= Interrupts.take();
  return Way.Ninja.Interrupted;
}

/// Ninja counts from its own start.
void Steps::noteTimes(double Begun) {
  if (!Options.Verbose && Options.TimeTrace.empty())
    return;
  const auto Offset = static_cast<unsigned>(Begun * 1000);
  for (StepTime &Step : takeStepTimes(WorkDir)) {
    Step.Start += Offset;
    Step.End += Offset;
    Times.push_back(std::move(Step));
  }
  llvm::sort(Times, [](const StepTime &A, const StepTime &B) {
    return std::tie(A.Start, A.End, A.Output) <
           std::tie(B.Start, B.End, B.Output);
  });
}

/// Has ninja run what is wanted; without that, ninja is not needed.
Error Steps::runWanted(Progression &Way) {
  if (Planned.Wanted.empty() || isInterrupted(Way))
    return Error::success();
  const double Begun = Bar.secondsSoFar();
  Bar.begin(Planned.Wanted.size());
  Expected<NinjaOutcome> Ran =
      runNinja(WorkDir, Options.Workers, [&](ArrayRef<size_t> Indexes) {
        for (size_t I : Indexes)
          Bar.add(resultPath(WorkDir, I), Planned.Plan.Root);
        Bar.update();
      });
  Bar.clear();
  noteTimes(Begun);
  if (!Ran)
    return Ran.takeError();
  Way.Ninja.Interrupted |= Ran->Interrupted;
  if (Way.Ninja.Complaint.empty())
    Way.Ninja.Complaint = Ran->Complaint;
  return Error::success();
}

/// Has the steps run, and again those whose findings are others if they know
/// what the other files' functions do.
Expected<Progression> Steps::run() {
  Progression Way;
  if (Error E = runWanted(Way))
    return std::move(E);
  if (!Planned.Plan.IsLinked)
    return Way;
  Way.Link = LinkState::NotBegun;
  if (isInterrupted(Way))
    return Way;
  Expected<bool> IsLinked = linkAgain(Planned, WorkDir, Options.Program,
                                      [&] { return isInterrupted(Way); });
  if (!IsLinked)
    return IsLinked.takeError();
  Way.Link = *IsLinked ? LinkState::Done : LinkState::CutOff;
  if (Error E = runWanted(Way))
    return std::move(E);
  return Way;
}

/// Without the link, the result of a unit that others have more to say to is
/// not complete. If nobody waits to know of which ones that is so, it is of
/// all.
Error Steps::markIncomplete(const Progression &Way,
                            std::vector<UnitResult> &Results) {
  const AuditPlan &Plan = Planned.Plan;
  std::optional<std::vector<size_t>> Left;
  if (Way.Link == LinkState::NotBegun) {
    auto Linked = linkUnits(Plan, WorkDir, /*Cache=*/nullptr,
                            [&] { return Interrupts.take(); });
    if (!Linked)
      return Linked.takeError();
    Left = std::move(*Linked);
  } else if (Way.Link != LinkState::CutOff) {
    return Error::success();
  }
  if (!Left) {
    Left.emplace(Plan.Files.size());
    std::iota(Left->begin(), Left->end(), 0);
  }
  for (size_t I : *Left)
    Results[Plan.Obstacles.size() + I].Failure = InterruptedText.str();
  return Error::success();
}

Error Steps::reportTimes() const {
  const AuditPlan &Plan = Planned.Plan;
  std::vector<std::string> Names;
  for (const StepTime &Step : Times)
    Names.push_back(indexOf(Step) < Plan.Files.size()
                        ? relativePath(Plan.Files[indexOf(Step)], Plan.Root)
                        : Step.Output);
  if (Options.Verbose)
    printStepTimes(Times, Names, errs());
  return Options.TimeTrace.empty()
             ? Error::success()
             : writeTimeTrace(Options.TimeTrace, Times, Names);
}

/// Why a step has left no result.
static std::string whyLost(const NinjaOutcome &Outcome) {
  if (Outcome.Interrupted)
    return InterruptedText.str();
  if (!Outcome.Complaint.empty())
    return Outcome.Complaint;
  return "the step was killed or could not write its result; run the audit "
         "again";
}

static void sayLaunchedAgain(StringRef WorkDir) {
  if (unsigned Again = countLaunchedAgain(WorkDir))
    errs() << "secret-audit: the launcher ended without a result for " << Again
           << (Again == 1 ? " file, which was" : " files, which were")
           << " launched again\n";
}

void printCommands(ArrayRef<Job> Jobs) {
  for (const Job &J : Jobs)
    errs() << J.Unit.File << ": " << join(J.Unit.Command, " ") << '\n';
}

Expected<std::vector<UnitResult>> runSteps(PlannedAudit &Planned,
                                           const AuditOptions &Options,
                                           HeldInterrupts &Interrupts,
                                           bool &Interrupted, Progress &Bar) {
  const AuditPlan &Plan = Planned.Plan;
  if (Planned.Jobs.empty())
    return collectResults(Plan, /*WorkDir=*/"", /*Lost=*/"");
  WorkFolder Work;
  if (Error E = Work.create(Options.WorkDir))
    return std::move(E);
  Steps Run(Planned, Options, Work.path(), Interrupts, Bar);
  if (Error E = writeWorkFolder(Planned, WorkFolderUse::OneProcess, Work.path(),
                                Options.Program))
    return std::move(E);
  if (Options.Verbose)
    printCommands(Planned.Jobs);
  Expected<Progression> Way = Run.run();
  if (!Way)
    return Way.takeError();
  if (Planned.Cache)
    Planned.Cache->prune();
  sayLaunchedAgain(Work.path());
  if (Error E = Run.reportTimes())
    return std::move(E);
  std::vector<UnitResult> Results =
      collectResults(Plan, Work.path(), whyLost(Way->Ninja));
  if (!Way->Ninja.Interrupted)
    return Results;
  if (Error E = Run.markIncomplete(*Way, Results))
    return std::move(E);
  Interrupted = any_of(Results, [](const UnitResult &R) {
    return R.Failure == InterruptedText;
  });
  return Results;
}

} // namespace audit
} // namespace secret
