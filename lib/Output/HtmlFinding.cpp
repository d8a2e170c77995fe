//===- HtmlFinding.cpp - The page of a finding ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Html.h"
#include "Rules/RuleTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace secret::output;
using secret::Evidence;

static void printLink(raw_ostream &OS, const Report &R, size_t Index,
                      StringRef Text) {
  if (Index < R.Findings.size())
    OS << "<a href=\"#f-" << R.Findings[Index].Fingerprint << "\">" << Text
       << "</a>";
}

static void printHead(raw_ostream &OS, const Report &R, size_t Index) {
  const Finding &F = R.Findings[Index];
  OS << "<nav><a href=\"#\">← All findings</a><span class=\"gap\"></span>";
  printLink(OS, R, Index - 1, "← Previous");
  printLink(OS, R, Index + 1, "Next →");
  OS << "</nav>\n<h1>" << escapeHtml(F.Message)
     << "</h1>\n<p><span class=\"code\">" << escapeHtml(placeText(F.Where))
     << "</span>";
  if (!F.Function.empty())
    OS << " in <code>" << escapeHtml(F.Function) << "</code>";
  OS << " · " << F.Rule;
  if (F.State == FindingState::New)
    OS << " <span class=\"badge new\">new</span>";
  if (F.State == FindingState::Known)
    OS << " <span class=\"badge\">known</span>";
  if (F.Suppressed)
    OS << " <span class=\"badge\">suppressed</span> "
       << escapeHtml(F.Reason.empty() ? "without a reason" : F.Reason);
  OS << "</p>\n";
}

static void printRule(raw_ostream &OS, const Finding &F) {
  const secret::RuleInfo *Rule = secret::findRule(F.Rule);
  if (!Rule)
    return;
  OS << "<h2>What it means</h2>\n<p>" << escapeHtml(Rule->Description)
     << "</p>\n<h2>What to do</h2>\n<p>" << escapeHtml(Rule->Help)
     << "</p>\n<p class=\"quiet\">CWE-" << Rule->Cwe << ", severity "
     << Rule->SecuritySeverity << " of 10, precision " << Rule->Precision
     << ". Fingerprint <code>" << F.Fingerprint << "</code>.</p>\n";
}

static void printStory(raw_ostream &OS, const Finding &F, Sources &Texts) {
  OS << "<h2>The story</h2>\n";
  if (!F.Steps.empty()) {
    OS << "<ol class=\"story\">\n";
    for (const Step &S : F.Steps)
      OS << "<li>" << escapeHtml(S.Text) << " <span class=\"quiet code\">"
         << escapeHtml(placeText(S.Where)) << "</span></li>\n";
    OS << "</ol>\n";
  }
  printExcerpts(OS, F, Texts);
}

static std::string describeInstance(const secret::Instance &I) {
  std::string Text = secret::spell(I.What).str() + " in " + I.Function;
  if (!I.InlinedAt.empty())
    Text += ", inlined at " + join(I.InlinedAt, ", ");
  if (!I.KeptCall.empty())
    Text += ", as a call of " + I.KeptCall;
  return Text;
}

static void printEvidenceRow(raw_ostream &OS, const Evidence &E) {
  StringRef Verdict = secret::spell(E.What);
  OS << "<tr><td>" << escapeHtml(E.By.Compiler) << "</td><td>"
     << escapeHtml(E.By.Level) << "</td><td>" << escapeHtml(E.By.Target)
     << "</td><td><span class=\"badge " << Verdict << "\">" << Verdict
     << "</span></td><td>" << escapeHtml(E.Pass) << "</td><td>";
  if (E.Lost)
    OS << "loses bytes " << E.Lost->Begin << " to " << E.Lost->End - 1
       << "<br>";
  if (!E.Reason.empty())
    OS << escapeHtml(E.Reason) << "<br>";
  for (const secret::Instance &I : E.Instances)
    OS << escapeHtml(describeInstance(I)) << "<br>";
  OS << "</td></tr>\n";
}

static void printEvidence(raw_ostream &OS, const Finding &F) {
  if (F.Seen.empty())
    return;
  OS << "<h2>What the optimizer does</h2>\n<table><tr><th>compiler</th>"
        "<th>level</th><th>target</th><th>verdict</th><th>pass</th>"
        "<th>where</th></tr>\n";
  for (const Evidence &E : F.Seen)
    printEvidenceRow(OS, E);
  OS << "</table>\n";
}

/// The lines of an edit as they are, and as they would be.
static void printEdit(raw_ostream &OS, const Edit &E, SourceText &Text) {
  const Region &At = E.Where.At;
  StringRef All = Text.text();
  size_t Begin = At.Offset, End = size_t(At.Offset) + At.Length;
  if (!At.Line || End > All.size())
    return;
  size_t LineBegin = All.take_front(Begin).rfind('\n') + 1;
  size_t LineEnd = std::min(All.find('\n', End), All.size());
  StringRef Old = All.slice(LineBegin, LineEnd);
  std::string New =
      (All.slice(LineBegin, Begin) + E.Text + All.slice(End, LineEnd)).str();
  OS << "<span class=\"quiet\">" << escapeHtml(placeText(E.Where))
     << "</span>\n";
  SmallVector<StringRef> OldLines, NewLines;
  Old.split(OldLines, '\n');
  StringRef(New).split(NewLines, '\n');
  // An insertion of lines shows what is new only.
  while (!OldLines.empty() && !NewLines.empty() &&
         OldLines.back() == NewLines.back()) {
    OldLines.pop_back();
    NewLines.pop_back();
  }
  for (StringRef Line : OldLines)
    OS << "<span class=\"del\">-" << escapeHtml(Line) << "</span>";
  for (StringRef Line : NewLines)
    OS << "<span class=\"add\">+" << escapeHtml(Line) << "</span>";
}

static void printFix(raw_ostream &OS, const Finding &F, Sources &Texts) {
  if (F.Fix.empty())
    return;
  OS << "<h2>Proposed fix</h2>\n<pre class=\"fix\">";
  for (const Edit &E : F.Fix)
    if (SourceText *Text = Texts.find(E.Where.File))
      printEdit(OS, E, *Text);
  OS << "</pre>\n";
}

void secret::output::printFindingPage(raw_ostream &OS, const Report &R,
                                      size_t Index, Sources &Texts) {
  const Finding &F = R.Findings[Index];
  OS << "<section class=\"page\" id=\"f-" << F.Fingerprint << "\">\n";
  printHead(OS, R, Index);
  printStory(OS, F, Texts);
  printEvidence(OS, F);
  printFix(OS, F, Texts);
  printRule(OS, F);
  OS << "</section>\n";
}
