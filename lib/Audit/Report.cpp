//===- Report.cpp - Merge results and print them --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "Paths.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace llvm;
using clang::tidy::ClangTidyError;
using clang::tooling::Diagnostic;

namespace secret {
namespace audit {
namespace {

/// What makes two findings the same one: not the notes, which differ when a
/// header is read under other flags.
using FindingKey = std::tuple<std::string, unsigned, std::string, std::string>;

FindingKey keyOf(const Diagnostic &D) {
  unsigned Offset = D.Message.FilePath.empty() ? 0 : D.Message.FileOffset;
  return {D.Message.FilePath, Offset, D.DiagnosticName, D.Message.Message};
}

struct Candidate {
  std::string Text;
  const Diagnostic *Finding = nullptr;
  const UnitResult *From = nullptr;
};

void merge(const std::vector<Diagnostic> &Findings, const UnitResult &From,
           StringRef Root, std::map<FindingKey, Candidate> &Merged) {
  for (const Diagnostic &D : Findings) {
    std::string Text = formatv("{0}", json::Value(toJson(D, Root))).str();
    Candidate &Best = Merged[keyOf(D)];
    if (!Best.Finding || Text < Best.Text)
      Best = {std::move(Text), &D, &From};
  }
}

void count(AuditReport &Report, const std::set<std::string> &Files,
           StringRef Root) {
  llvm::sort(Report.Failures);
  Report.Failures.erase(
      std::unique(Report.Failures.begin(), Report.Failures.end()),
      Report.Failures.end());
  Report.NumFiles = Files.size();
  std::set<StringRef> Failed;
  for (const FileFailure &F : Report.Failures)
    Failed.insert(F.File);
  Report.NumFailedFiles = Failed.size();
  for (const std::string &File : Files)
    if (!Failed.count(File))
      Report.Complete.insert(relativePath(File, Root));
}

void printCount(raw_ostream &OS, unsigned Number, StringRef Noun) {
  OS << Number << ' ' << Noun << (Number == 1 ? "" : "s");
}

} // namespace

AuditReport mergeResults(const std::vector<UnitResult> &Results,
                         StringRef Root) {
  AuditReport Report;
  std::set<std::string> Files;
  std::map<FindingKey, Candidate> Merged, Suppressed;
  for (const UnitResult &R : Results) {
    Files.insert(R.File);
    if (!R.Failure.empty())
      Report.Failures.push_back({R.File, R.Failure});
    Report.Misconfigured.insert(R.Misconfigured.begin(), R.Misconfigured.end());
    Report.Remarks.insert(R.Remarks.begin(), R.Remarks.end());
    merge(R.Findings, R, Root, Merged);
    merge(R.Suppressed, R, Root, Suppressed);
  }
  for (const auto &[Key, Best] : Merged) {
    Report.Findings.push_back(*Best.Finding);
    if (const auto *All = evidenceOn(*Best.Finding, Best.From->Evidence))
      Report.Evidence[placeOf(*Best.Finding)] = *All;
  }
  for (const auto &[Key, Best] : Suppressed)
    if (!Merged.count(Key))
      Report.Suppressed.push_back(*Best.Finding);
  count(Report, Files, Root);
  return Report;
}

Error finishOutput(StringRef Name) {
  outs().flush();
  std::error_code EC = outs().error();
  outs().clear_error();
  if (!EC)
    return Error::success();
  return createStringError(EC, "cannot write " + Name + ": " + EC.message());
}

void printFindings(const AuditReport &Report) {
  using namespace clang::tidy;
  std::vector<ClangTidyError> Errors;
  for (const Diagnostic &D : Report.Findings) {
    ClangTidyError E(D.DiagnosticName, D.DiagLevel, D.BuildDirectory,
                     /*IsWarningAsError=*/false);
    E.Message = D.Message;
    E.Notes = D.Notes;
    Errors.push_back(std::move(E));
  }
  ClangTidyContext Context(std::make_unique<DefaultOptionsProvider>(
      ClangTidyGlobalOptions(), ClangTidyOptions::getDefaults()));
  unsigned NumWarningsAsErrors = 0;
  handleErrors(Errors, Context, FB_NoFix, NumWarningsAsErrors,
               IntrusiveRefCntPtr<vfs::FileSystem>(
                   vfs::createPhysicalFileSystem().release()));
  outs().flush();
}

Error printFindings(const AuditReport &Report, StringRef Path) {
  // The printer knows no other stream than standard output.
  int Saved = dup(STDOUT_FILENO);
  int File =
      open(Path.str().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (Saved < 0 || File < 0) {
    std::error_code EC(errno, std::generic_category());
    if (Saved >= 0)
      close(Saved);
    return createStringError(EC,
                             "cannot write '" + Path + "': " + EC.message());
  }
  outs().flush();
  dup2(File, STDOUT_FILENO);
  close(File);
  printFindings(Report);
  Error Fault = finishOutput(("'" + Path + "'").str());
  dup2(Saved, STDOUT_FILENO);
  close(Saved);
  return Fault;
}

void printFailures(const AuditReport &Report, raw_ostream &OS) {
  for (const std::string &Line : Report.Misconfigured)
    OS << Line << '\n';
  for (const FileFailure &F : Report.Failures)
    OS << F.File << ": not analysed completely: " << F.Reason << '\n';
  for (const std::string &Line : Report.Remarks)
    OS << Line << '\n';
}

void printSummary(const output::Report &Report, double Seconds,
                  raw_ostream &OS) {
  output::Counts Counts = output::countFindings(Report);
  std::map<std::string, unsigned> PerRule;
  for (const output::Finding &F : Report.Findings)
    if (F.isReported())
      ++PerRule[F.Rule];
  if (Report.Partial)
    OS << "interrupted, partial: ";
  printCount(OS, Report.NumFiles, "file");
  OS << " analysed, " << Report.NumFailedFiles << " failed, ";
  printCount(OS, Counts.Reported,
             Report.HasBaseline ? "new finding" : "finding");
  ListSeparator Separator;
  OS << (PerRule.empty() ? "" : " (");
  for (const auto &[Rule, Number] : PerRule)
    OS << Separator << Rule << ' ' << Number;
  OS << (PerRule.empty() ? "" : ")");
  if (Report.HasBaseline)
    OS << ", " << Counts.Known << " known, " << Report.Fixed.size() << " fixed";
  if (Counts.Suppressed)
    OS << ", " << Counts.Suppressed << " suppressed";
  OS << ", " << format("%.1f", Seconds) << " s\n";
}

} // namespace audit
} // namespace secret
