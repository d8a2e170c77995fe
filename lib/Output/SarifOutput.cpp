//===- SarifOutput.cpp - The report for code hosts ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Optimizer/EvidenceJson.h"
#include "Report/Sarif.h"
#include "Rules/RuleTable.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;
using namespace secret::output;
using secret::report::SarifFix;
using secret::report::SarifLocation;
using secret::report::SarifNotification;
using secret::report::SarifResult;
using secret::report::SarifRule;
using secret::report::SarifRun;
using secret::report::SarifSuppression;

static SarifRule makeRule(const secret::RuleInfo &From) {
  SarifRule R;
  R.Id = From.Name.str();
  R.ShortDescription = From.Summary.str();
  R.FullDescription = From.Description.str();
  R.Help = From.Help.str();
  std::string Cwe = std::to_string(From.Cwe);
  R.HelpMarkdown = ("**" + From.Summary + "**\n\n" + From.Description +
                    "\n\n**What to do:** " + From.Help + "\n\nSee also [CWE-" +
                    Cwe + "](https://cwe.mitre.org/data/definitions/" + Cwe +
                    ".html). A comment `// NOLINT(" + From.Name +
                    "): reason` suppresses a finding on its line.")
                       .str();
  R.HelpUri = "https://cwe.mitre.org/data/definitions/" + Cwe + ".html";
  // Some hosts want three digits.
  R.Tags = {"security",
            "external/cwe/cwe-" +
                std::string(Cwe.size() < 3 ? 3 - Cwe.size() : 0, '0') + Cwe};
  R.Precision = From.Precision.str();
  R.SecuritySeverity = From.SecuritySeverity.str();
  return R;
}

static SarifLocation locate(const Place &P, StringRef Message = "") {
  SarifLocation L;
  L.Path = P.File;
  L.Region = {P.At.Line, P.At.Column, P.At.EndLine, P.At.EndColumn};
  L.Message = Message.str();
  return L;
}

/// GitHub shows related locations only where the message links to them.
static std::string linkedMessage(const Finding &F) {
  std::string Text = secret::report::escapeLinks(F.Message);
  for (size_t I = 0; I < F.Steps.size(); ++I)
    Text += "\n" + std::to_string(I + 1) + ". [" +
            secret::report::escapeLinks(F.Steps[I].Text) + "](" +
            std::to_string(I + 1) + ")";
  return Text;
}

static bool isBehind(const Place &A, const Place &B) {
  return A.File == B.File &&
         std::tie(A.At.Line, A.At.Column) > std::tie(B.At.Line, B.At.Column);
}

/// The finding's own place goes before what follows it in its file, such as the
/// end of a scope.
static void addStory(const Finding &F, SarifResult &To) {
  for (const Step &S : F.Steps) {
    To.Related.push_back(locate(S.Where, S.Text));
    To.Flow.push_back(To.Related.back());
  }
  bool IsStep = any_of(F.Steps, [&](const Step &S) {
    return S.Where.File == F.Where.File && S.Where.At.Line == F.Where.At.Line &&
           S.Where.At.Column == F.Where.At.Column;
  });
  if (To.Flow.empty() || IsStep)
    return;
  size_t At = F.Steps.size();
  while (At && isBehind(F.Steps[At - 1].Where, F.Where))
    --At;
  To.Flow.insert(To.Flow.begin() + At, locate(F.Where, F.Message));
}

static void addFix(const Finding &F, SarifResult &To) {
  if (F.Fix.empty())
    return;
  SarifFix Fix;
  const secret::RuleInfo *Rule = secret::findRule(F.Rule);
  Fix.Description = Rule ? Rule->Help.str() : "Apply the proposed edit";
  for (const Edit &E : F.Fix)
    Fix.Edits.push_back({locate(E.Where), E.Text});
  To.Fix = std::move(Fix);
}

static SarifResult makeResult(const Finding &F, Sources &Texts) {
  SarifResult R;
  R.RuleId = F.Rule;
  R.Message = linkedMessage(F);
  R.Location = locate(F.Where);
  if (SourceText *Text = Texts.find(F.Where.File))
    R.Location.Snippet = Text->line(F.Where.At.Line).str();
  if (!F.Function.empty()) {
    R.Location.LogicalKind = "function";
    R.Location.LogicalName = F.Function;
  }
  addStory(F, R);
  addFix(F, R);
  if (!F.LineHash.empty())
    R.Fingerprints.emplace_back("primaryLocationLineHash", F.LineHash);
  R.Fingerprints.emplace_back("secretTidy/v1", F.Fingerprint);
  if (F.State != FindingState::Plain)
    R.BaselineState = F.State == FindingState::New ? "new" : "unchanged";
  if (F.Suppressed)
    R.Suppression = SarifSuppression{"inSource", F.Reason};
  if (!F.Seen.empty())
    R.Properties["evidence"] = secret::evidenceToJson(F.Seen);
  return R;
}

static void addNotifications(const Report &R, SarifRun &Run) {
  for (const FileFailure &F : R.Failures)
    Run.Notifications.push_back(
        {"error", "not analysed completely: " + F.Reason, F.File, false});
  for (const std::string &Line : R.Misconfigured)
    Run.Notifications.push_back({"error", Line, "", true});
  if (R.Partial)
    Run.Notifications.push_back(
        {"error", "the audit was interrupted; this report is partial", "",
         false});
}

/// Fixed findings are left out: hosts would open an alert for them.
void secret::output::writeSarif(raw_ostream &OS, const Report &R,
                                Sources &Texts) {
  SarifRun Run;
  Run.ToolName = "secret-audit";
  Run.ToolVersion = R.Version;
  Run.AutomationId = "secret-audit/";
  for (const secret::RuleInfo &Rule : secret::reportedRules())
    Run.Rules.push_back(makeRule(Rule));
  for (const Finding &F : R.Findings)
    Run.Results.push_back(makeResult(F, Texts));
  addNotifications(R, Run);
  Run.Successful = !R.Partial && R.Failures.empty() && R.Misconfigured.empty();
  Run.ExitCode = R.ExitCode;
  if (R.Partial)
    Run.Properties["partial"] = true;
  secret::report::writeSarif(OS, Run);
}
