//===- HtmlExcerpt.cpp - Source code in the HTML report -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Html.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

using namespace llvm;
using namespace secret::output;

namespace {

/// Lines shown around each one that is spoken of.
constexpr unsigned Context = 3;

/// What stands below a line.
struct Remark {
  unsigned Number = 0; ///< of the step; 0 is the finding itself
  std::string Text;
};

struct FileRemarks {
  std::string File;
  std::map<unsigned, std::vector<Remark>> ByLine;
};

/// The files in the order in which the story comes to them; that of the finding
/// is the last at the latest.
std::vector<FileRemarks> collect(const Finding &F) {
  std::vector<FileRemarks> Files;
  auto Add = [&](const Place &P, unsigned Number, StringRef Text) {
    if (P.File.empty() || !P.At.Line)
      return;
    for (FileRemarks &Known : Files)
      if (Known.File == P.File) {
        Known.ByLine[P.At.Line].push_back({Number, Text.str()});
        return;
      }
    Files.push_back({P.File, {}});
    Files.back().ByLine[P.At.Line].push_back({Number, Text.str()});
  };
  unsigned Number = 0;
  for (const Step &S : F.Steps)
    Add(S.Where, ++Number, S.Text);
  Add(F.Where, 0, F.Message);
  return Files;
}

std::set<unsigned> shownLines(const FileRemarks &Remarks, unsigned NumLines) {
  std::set<unsigned> Shown;
  for (const auto &[Line, Texts] : Remarks.ByLine)
    for (unsigned N = Line > Context ? Line - Context : 1;
         N <= Line + Context && N <= NumLines; ++N)
      Shown.insert(N);
  return Shown;
}

/// Tabs up to the next multiple of eight: the line number shifts the line.
std::string expandTabs(StringRef Line) {
  std::string Result;
  for (char C : Line)
    if (C == '\t')
      Result.append(8 - Result.size() % 8, ' ');
    else
      Result += C;
  return Result;
}

void printRemark(raw_ostream &OS, const Remark &R) {
  OS << "<div class=\"note" << (R.Number ? "" : " here") << "\">";
  if (R.Number)
    OS << "<b>" << R.Number << "</b>";
  OS << escapeHtml(R.Text) << "</div>\n";
}

void printLine(raw_ostream &OS, unsigned Number, StringRef Text, bool IsHit) {
  OS << "<div class=\"row code" << (IsHit ? " hit" : "")
     << "\"><span class=\"no\">" << Number << "</span><span>"
     << escapeHtml(expandTabs(Text)) << "</span></div>\n";
}

void printFile(raw_ostream &OS, const FileRemarks &Remarks, SourceText *Text) {
  OS << "<div class=\"file\"><div class=\"name code\">"
     << escapeHtml(Remarks.File) << "</div><div class=\"lines\">\n";
  std::set<unsigned> Shown =
      Text ? shownLines(Remarks, Text->numLines()) : std::set<unsigned>();
  for (const auto &[Line, Texts] : Remarks.ByLine)
    Shown.insert(Line);
  unsigned Last = 0;
  for (unsigned Number : Shown) {
    if (Last && Number != Last + 1)
      OS << "<div class=\"row gap quiet\"><span class=\"no\">⋯</span></div>\n";
    Last = Number;
    auto Here = Remarks.ByLine.find(Number);
    bool IsHit = Here != Remarks.ByLine.end();
    printLine(OS, Number, Text ? Text->line(Number) : "", IsHit);
    if (IsHit)
      for (const Remark &R : Here->second)
        printRemark(OS, R);
  }
  OS << "</div></div>\n";
}

} // namespace

void secret::output::printExcerpts(raw_ostream &OS, const Finding &F,
                                   Sources &Texts) {
  for (const FileRemarks &Remarks : collect(F))
    printFile(OS, Remarks, Texts.find(Remarks.File));
}
