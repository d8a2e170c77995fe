//===- Explain.cpp - Why a line is reported or silent ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Explain.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using llvm::StringRef;

namespace secret {
namespace audit {
namespace {

/// Keeps the findings and remarks that begin at, or tell a step of their story
/// at, one line.
class LineReporter : public Reporter {
public:
  LineReporter(const SourceManager &Sources, FileID File, unsigned Line)
      : Sources(Sources), File(File), Line(Line), OS(Text) {}

  void report(const Finding &F) override;
  void remark(Span At, StringRef Text) override {
    if (isHere(At))
      OS << "  " << Text << '\n';
  }
  StringRef text() { return OS.str(); }

private:
  bool isHere(Span At) const {
    if (!At.Begin)
      return false;
    SourceLocation Loc =
        Sources.getExpansionLoc(SourceLocation::getFromRawEncoding(At.Begin));
    return Sources.getFileID(Loc) == File &&
           Sources.getExpansionLineNumber(Loc) == Line;
  }
  void printPlace(Span At) {
    OS << Sources.getExpansionLoc(SourceLocation::getFromRawEncoding(At.Begin))
              .printToString(Sources)
       << ": ";
  }

  const SourceManager &Sources;
  FileID File;
  unsigned Line;
  std::string Text;
  llvm::raw_string_ostream OS;
};

void LineReporter::report(const Finding &F) {
  bool Concerned = isHere(F.At);
  for (const Note &N : F.Notes)
    Concerned |= isHere(N.At);
  if (!Concerned)
    return;
  OS << "  ";
  printPlace(F.At);
  OS << "warning: " << F.Message << " [" << ruleInfo(F.Rule).Name << "]\n";
  for (const Note &N : F.Notes) {
    OS << "    ";
    printPlace(N.At);
    OS << "note: " << N.Text << '\n';
  }
}

FileID findFile(const SourceManager &Sources, StringRef Name) {
  auto Wanted = Sources.getFileManager().getOptionalFileRef(Name);
  return Wanted ? Sources.translateFile(*Wanted) : FileID();
}

/// Lines of a dump name their place as `LINE:COL`; function headers begin in
/// the first column.
bool namesLine(StringRef Text, unsigned Line) {
  std::string Wanted = std::to_string(Line) + ":";
  for (size_t At = Text.find(Wanted); At != StringRef::npos;
       At = Text.find(Wanted, At + 1)) {
    bool Starts = !At || !llvm::isAlnum(Text[At - 1]);
    StringRef Rest = Text.drop_front(At + Wanted.size());
    if (Starts && !Rest.empty() && llvm::isDigit(Rest.front()))
      return true;
  }
  return false;
}

/// Prints the lines of \p Dump that concern \p Line, under the header of their
/// function.
void printSection(StringRef Title, StringRef Dump, unsigned Line,
                  llvm::raw_ostream &OS) {
  OS << Title << ":\n";
  StringRef Header, Printed;
  bool Any = false;
  while (!Dump.empty()) {
    auto [Text, Rest] = Dump.split('\n');
    Dump = Rest;
    if (!Text.empty() && !llvm::isSpace(Text.front()))
      Header = Text;
    if (!namesLine(Text, Line))
      continue;
    if (Header != Printed && Header != Text)
      OS << "  " << Header << '\n';
    Printed = Header;
    OS << "  " << Text << '\n';
    Any = true;
  }
  if (!Any)
    OS << "  none\n";
}

} // namespace

void explainLine(ASTContext &Context, const ModelIndex &Models,
                 const AnalysisOptions &Options, const JobSettings &Settings,
                 llvm::raw_ostream &OS) {
  const SourceManager &Sources = Context.getSourceManager();
  FileID File = findFile(Sources, Settings.ExplainFile);
  if (File.isInvalid()) {
    OS << Settings.ExplainFile << " is not part of this unit\n";
    return;
  }
  std::string Facts, States;
  llvm::raw_string_ostream FactsOS(Facts), StatesOS(States);
  Dumps Print;
  Print.Facts = &FactsOS;
  Print.States = &StatesOS;
  LineReporter Findings(Sources, File, Settings.ExplainLine);
  analyzeUnit(Context, Models, Options, Findings, Print);

  OS << Settings.ExplainFile << ':' << Settings.ExplainLine << '\n'
     << "findings:\n"
     << (Findings.text().empty() ? "  none\n" : Findings.text());
  printSection("facts", FactsOS.str(), Settings.ExplainLine, OS);
  printSection("states", StatesOS.str(), Settings.ExplainLine, OS);
}

} // namespace audit
} // namespace secret
