//===- Deliver.cpp - From merged results to reports and a code ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Deliver.h"
#include "ApplyFixes.h"
#include "ExitCode.h"
#include "Files/WholeFile.h"
#include "Findings.h"
#include "Output/ChangedLines.h"
#include "Output/FailOn.h"
#include "Rules/RuleTable.h"
#include "Since.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

class Delivery {
public:
  Delivery(RunOutcome From, const ReportOptions &Options, StringRef Root)
      : Run(std::move(From)), Options(Options), Texts(Root.str()),
        Report(makeReport(Run.Merged, Texts)) {
    Report.Version = Options.Version;
    Report.Partial = Run.Interrupted;
  }

  Error compare();
  Error limitToChange();
  /// Leaves only what is to be shown in the list that is printed.
  void setExitCode();
  Error write();
  void print(bool Quiet);
  Error fix(bool Quiet);
  int exitCode() const { return Report.ExitCode; }

private:
  bool wasLookedAt(const output::BaselineEntry &E) const;
  Error changeBaseline(const std::vector<output::BaselineEntry> &Known);
  AuditReport shown() const;
  Expected<output::ChangedLines> readChange();
  Error writeText(StringRef Path);

  RunOutcome Run;
  const ReportOptions &Options;
  output::Sources Texts;
  output::Report Report;
};

/// Entries of files that this run left out, or failed on, are neither known nor
/// fixed.
bool Delivery::wasLookedAt(const output::BaselineEntry &E) const {
  // What has no check was not asked for even by a whole run.
  if (findRule(E.Rule) && !Run.Rules.count(E.Rule))
    return false;
  bool IsComplete = Report.Failures.empty() && !Run.Interrupted;
  if (Run.IsWhole && IsComplete)
    return true;
  // What failed may have had a part in it.
  if (Run.IsLinked && !IsComplete)
    return false;
  return Run.Rules.count(E.Rule) && Run.Merged.Complete.count(E.File);
}

Error Delivery::changeBaseline(
    const std::vector<output::BaselineEntry> &Known) {
  using output::BaselineChange;
  if (Options.ChangeBaseline == BaselineChange::None)
    return Error::success();
  auto Entries = output::changedBaseline(Report, Known, Options.ChangeBaseline);
  StringSet<> Kept;
  for (const output::BaselineEntry &E : Entries)
    Kept.insert(E.Fingerprint);
  for (output::Finding &F : Report.Findings)
    if (Kept.contains(F.Fingerprint))
      F.State = output::FindingState::Known;
  return output::writeBaseline(Options.Baseline, std::move(Entries));
}

Error Delivery::compare() {
  if (Options.Baseline.empty())
    return Error::success();
  std::vector<output::BaselineEntry> Known;
  bool IsFirst = Options.ChangeBaseline == output::BaselineChange::Update &&
                 !sys::fs::exists(Options.Baseline);
  if (!IsFirst) {
    auto Read = output::readBaseline(Options.Baseline);
    if (!Read)
      return Read.takeError();
    Known = std::move(*Read);
  }
  output::compareWithBaseline(
      Report, Known,
      [&](const output::BaselineEntry &E) { return wasLookedAt(E); });
  return changeBaseline(Known);
}

Expected<output::ChangedLines> Delivery::readChange() {
  return Options.Since.empty() ? readDiff(Options.Diff, Texts.root())
                               : changesSince(Options.Since, Texts.root());
}

Error Delivery::limitToChange() {
  if (Options.Diff.empty() && Options.Since.empty())
    return Error::success();
  Expected<output::ChangedLines> Change = readChange();
  if (!Change)
    return Change.takeError();
  std::vector<output::Finding> Kept;
  std::vector<clang::tooling::Diagnostic> Printed;
  // Findings that are not suppressed come first, in the same order.
  for (size_t I = 0; I < Report.Findings.size(); ++I) {
    if (!Change->introduces(Report.Findings[I], Texts))
      continue;
    Kept.push_back(std::move(Report.Findings[I]));
    if (I < Run.Merged.Findings.size())
      Printed.push_back(std::move(Run.Merged.Findings[I]));
  }
  Report.Findings = std::move(Kept);
  Run.Merged.Findings = std::move(Printed);
  return Error::success();
}

void Delivery::setExitCode() {
  // It was verified before.
  output::FailOn Fatal = cantFail(output::FailOn::parse(Options.FailOn));
  if (!Report.Misconfigured.empty())
    Report.ExitCode = WrongUsage;
  else if (!Report.Failures.empty() || Report.Partial)
    Report.ExitCode = NotAllAnalysed;
  else if (any_of(Report.Findings, [&](const output::Finding &F) {
             return F.isReported() && Fatal.matches(F.Rule);
           }))
    Report.ExitCode = FindingsReported;
}

AuditReport Delivery::shown() const {
  AuditReport Result = Run.Merged;
  Result.Findings.clear();
  for (size_t I = 0; I < Run.Merged.Findings.size(); ++I)
    if (Report.Findings[I].isReported())
      Result.Findings.push_back(Run.Merged.Findings[I]);
  return Result;
}

Error Delivery::writeText(StringRef Path) {
  if (Error E = printFindings(shown(), Path))
    return E;
  if (!Report.Partial)
    return Error::success();
  std::error_code EC;
  raw_fd_ostream OS(Path, EC, sys::fs::OF_Append);
  if (!EC)
    printSummary(Report, Run.Seconds, OS);
  return errorCodeToError(EC);
}

/// All outputs are tried, and the first fault is told.
Error Delivery::write() {
  Error Fault = Error::success();
  for (const std::string &Typed : Options.Outputs) {
    output::OutputFile To = cantFail(output::parseOutput(Typed));
    Error E = Error::success();
    if (To.Kind != output::Format::Text)
      E = writeWholeFile(To.Path, [&](raw_ostream &OS) {
        output::writeReport(OS, To.Kind, Report, Texts);
      });
    else if (To.Path == "-")
      printFindings(shown());
    else
      E = writeText(To.Path);
    if (E)
      Fault = joinErrors(std::move(Fault), std::move(E));
  }
  return Fault;
}

void Delivery::print(bool Quiet) {
  bool UsesStdout = any_of(
      Options.Outputs, [](StringRef Typed) { return Typed.ends_with(":-"); });
  if (!UsesStdout)
    printFindings(shown());
  printFailures(Run.Merged, errs());
  if (Quiet)
    return;
  for (const output::BaselineEntry &E : Report.Fixed)
    errs() << "fixed: " << E.File << ": " << E.Message << " [" << E.Rule
           << "]\n";
  printSummary(Report, Run.Seconds, errs());
}

Error Delivery::fix(bool Quiet) {
  if (!Options.ApplyFixes)
    return Error::success();
  Expected<FixCounts> Counts = applyFixes(Report, Texts.root());
  if (!Counts)
    return Counts.takeError();
  if (!Quiet)
    printFixes(*Counts, errs());
  return Error::success();
}

int fail(Error E) {
  errs() << "secret-audit: " << toString(std::move(E)) << '\n';
  return WrongUsage;
}

} // namespace

Error verify(const ReportOptions &Options) {
  for (const std::string &Typed : Options.Outputs)
    if (auto Output = output::parseOutput(Typed); !Output)
      return Output.takeError();
  if (auto Fatal = output::FailOn::parse(Options.FailOn); !Fatal)
    return Fatal.takeError();
  if (Options.ChangeBaseline != output::BaselineChange::None &&
      Options.Baseline.empty())
    return createStringError("which baseline? name it with --baseline FILE");
  if (!Options.Diff.empty() && !Options.Since.empty())
    return createStringError("--diff and --since exclude each other");
  return Error::success();
}

int deliver(RunOutcome Run, const ReportOptions &Options, StringRef Root,
            bool Quiet) {
  Delivery D(std::move(Run), Options, Root);
  Error Fault = D.compare();
  if (!Fault)
    Fault = D.limitToChange();
  D.setExitCode();
  D.print(Quiet);
  Fault = joinErrors(std::move(Fault), D.write());
  Fault = joinErrors(std::move(Fault), D.fix(Quiet));
  Fault = joinErrors(std::move(Fault), finishOutput());
  return Fault ? fail(std::move(Fault)) : D.exitCode();
}

} // namespace audit
} // namespace secret
