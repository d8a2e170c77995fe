//===- HtmlOutput.cpp - The report for people -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Html.h"
#include "Rules/RuleTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace llvm;
using namespace secret::output;

std::string secret::output::escapeHtml(StringRef Text) {
  std::string Result;
  raw_string_ostream OS(Result);
  printHTMLEscaped(json::fixUTF8(Text), OS);
  return OS.str();
}

std::string secret::output::placeText(const Place &P) {
  if (!P.At.Line)
    return P.File;
  return P.File + ":" + std::to_string(P.At.Line);
}

StringRef secret::output::verdictOf(const Finding &F) {
  return F.Seen.empty() ? "" : secret::spell(secret::mainAnswer(F.Seen).What);
}

namespace {

using Table = std::map<std::string, unsigned>;

void printTile(raw_ostream &OS, size_t Number, StringRef Text,
               StringRef Class = "") {
  OS << "<div class=\"tile " << (Number ? Class : "") << "\"><b>" << Number
     << "</b>" << Text << "</div>\n";
}

void printTiles(raw_ostream &OS, const Report &R) {
  Counts C = countFindings(R);
  OS << "<div class=\"tiles\">\n";
  printTile(OS, C.Reported, R.HasBaseline ? "new findings" : "findings", "bad");
  if (R.HasBaseline) {
    printTile(OS, C.Known, "known");
    printTile(OS, R.Fixed.size(), "fixed", "good");
  }
  printTile(OS, C.Suppressed, "suppressed");
  printTile(OS, R.NumFiles, "files analysed");
  printTile(OS, R.NumFailedFiles, "files failed", "bad");
  OS << "</div>\n";
}

void printTable(raw_ostream &OS, StringRef Title, const Table &Rows,
                function_ref<std::string(StringRef)> Describe) {
  if (Rows.empty())
    return;
  std::vector<std::pair<unsigned, StringRef>> Sorted;
  for (const auto &[Name, Number] : Rows)
    Sorted.emplace_back(Number, Name);
  llvm::sort(Sorted, [](const auto &A, const auto &B) {
    return std::tie(B.first, A.second) < std::tie(A.first, B.second);
  });
  OS << "<h2>" << Title << "</h2>\n<table>\n";
  for (const auto &[Number, Name] : Sorted)
    OS << "<tr><td class=\"number\">" << Number
       << "</td><td style=\"width:8rem\"><span class=\"bar\" style=\"width:"
       << 100 * Number / Sorted.front().first << "%\"></span></td><td>"
       << Describe(Name) << "</td></tr>\n";
  OS << "</table>\n";
}

std::string describeRule(StringRef Name) {
  const secret::RuleInfo *Rule = secret::findRule(Name);
  std::string Text = "<b>" + Name.str() + "</b>";
  if (Rule)
    Text += "<br><span class=\"quiet\">" + escapeHtml(Rule->Summary) +
            " (CWE-" + utostr(Rule->Cwe) + ")</span>";
  return Text;
}

std::string describeVerdict(StringRef Verdict) {
  return ("<span class=\"badge " + Verdict + "\">" + Verdict + "</span>").str();
}

std::string describeFile(StringRef File) {
  return "<span class=\"code\">" + escapeHtml(File) + "</span>";
}

void printTables(raw_ostream &OS, const Report &R) {
  Table Rules, Files, Verdicts;
  for (const Finding &F : R.Findings) {
    if (F.Suppressed)
      continue;
    ++Rules[F.Rule];
    ++Files[F.Where.File];
    if (StringRef Verdict = verdictOf(F); !Verdict.empty())
      ++Verdicts[Verdict.str()];
  }
  printTable(OS, "By rule", Rules, describeRule);
  printTable(OS, "By what the optimizer does to the zeroization", Verdicts,
             describeVerdict);
  printTable(OS, "By file", Files, describeFile);
}

void printRow(raw_ostream &OS, const Finding &F) {
  OS << "<tr><td class=\"where code\">" << escapeHtml(placeText(F.Where))
     << "</td><td><a href=\"#f-" << F.Fingerprint << "\">"
     << escapeHtml(F.Message) << "</a> ";
  if (F.State == FindingState::New)
    OS << "<span class=\"badge new\">new</span> ";
  if (F.State == FindingState::Known)
    OS << "<span class=\"badge\">known</span> ";
  OS << "</td><td>" << F.Rule;
  if (StringRef Verdict = verdictOf(F); !Verdict.empty())
    OS << ' ' << describeVerdict(Verdict);
  OS << "</td></tr>\n";
}

void printList(raw_ostream &OS, const Report &R, StringRef Title,
               bool Suppressed) {
  auto IsMeant = [&](const Finding &F) { return F.Suppressed == Suppressed; };
  if (none_of(R.Findings, IsMeant))
    return;
  OS << "<h2>" << Title
     << "</h2>\n<table><tr><th>where</th><th>what</th>"
        "<th>rule</th></tr>\n";
  for (const Finding &F : R.Findings)
    if (IsMeant(F))
      printRow(OS, F);
  OS << "</table>\n";
}

void printFixed(raw_ostream &OS, const Report &R) {
  if (R.Fixed.empty())
    return;
  OS << "<h2>Fixed since the baseline</h2>\n<table>\n";
  for (const BaselineEntry &E : R.Fixed)
    OS << "<tr><td class=\"code\">" << escapeHtml(E.File) << "</td><td>"
       << escapeHtml(E.Message) << "</td><td>" << escapeHtml(E.Rule)
       << "</td></tr>\n";
  OS << "</table>\n";
}

void printFailures(raw_ostream &OS, const Report &R) {
  if (R.Partial)
    OS << "<p class=\"notice\">The audit was interrupted: this report is "
          "partial.</p>\n";
  if (R.Failures.empty() && R.Misconfigured.empty())
    return;
  OS << "<h2>Not analysed completely</h2>\n<table>\n";
  for (const FileFailure &F : R.Failures)
    OS << "<tr><td class=\"code\">" << escapeHtml(F.File) << "</td><td>"
       << escapeHtml(F.Reason) << "</td></tr>\n";
  for (const std::string &Line : R.Misconfigured)
    OS << "<tr><td></td><td>" << escapeHtml(Line) << "</td></tr>\n";
  OS << "</table>\n";
}

void printOverview(raw_ostream &OS, const Report &R) {
  OS << "<main id=\"overview\">\n<h1>Secrets that outlive their use</h1>\n"
     << "<p class=\"quiet\">secret-audit " << escapeHtml(R.Version) << "</p>\n";
  printTiles(OS, R);
  printFailures(OS, R);
  if (R.Findings.empty())
    OS << "<p>Nothing was found.</p>\n";
  printTables(OS, R);
  printList(OS, R, "Findings", /*Suppressed=*/false);
  printList(OS, R, "Suppressed by comments", /*Suppressed=*/true);
  printFixed(OS, R);
  OS << "</main>\n";
}

} // namespace

void secret::output::writeHtml(raw_ostream &OS, const Report &R,
                               Sources &Texts) {
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
        "charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; style-src 'unsafe-inline'\">\n"
        "<title>secret-audit</title>\n<style>"
     << HtmlStyle << "</style>\n</head>\n<body>\n";
  printOverview(OS, R);
  for (size_t I = 0; I < R.Findings.size(); ++I)
    printFindingPage(OS, R, I, Texts);
  OS << "</body>\n</html>\n";
}
