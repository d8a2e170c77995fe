//===- Explain.cpp - Why a line is reported or silent ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Explain.h"
#include "NoLint.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace clang;
using llvm::ArrayRef;
using llvm::raw_ostream;
using llvm::SmallVector;
using llvm::StringRef;

namespace secret {
namespace audit {
namespace {

/// Keeps the findings and remarks that begin at, or tell a step of their story
/// at, one line.
class LineReporter : public Reporter {
public:
  LineReporter(ASTContext &Context, FileID File, unsigned Line)
      : Sources(Context.getSourceManager()), File(File), Line(Line), OS(Text),
        Comments(Context) {}

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
  NoLint Comments;
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
  if (Comments.suppresses(SourceLocation::getFromRawEncoding(F.At.Begin),
                          ruleInfo(F.Rule).Name))
    OS << "    not shown: a NOLINT comment suppresses it\n";
}

FileID findFile(const SourceManager &Sources, StringRef Name) {
  auto Wanted = Sources.getFileManager().getOptionalFileRef(Name);
  return Wanted ? Sources.translateFile(*Wanted) : FileID();
}

/// Names of the functions, closures included, that have the line in them, as
/// the dumps call them.
class Enclosing : public RecursiveASTVisitor<Enclosing> {
public:
  Enclosing(const SourceManager &Sources, FileID File, unsigned Line)
      : Sources(Sources), File(File), Line(Line) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody())
      add(F);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *E) {
    add(E->getCallOperator());
    return true;
  }

  std::set<std::string> Names;

private:
  void add(const FunctionDecl *F) {
    if (covers(F->getSourceRange()))
      Names.insert(qualifiedName(F));
  }
  bool covers(SourceRange R) const {
    SourceLocation Begin = Sources.getExpansionLoc(R.getBegin());
    SourceLocation End = Sources.getExpansionLoc(R.getEnd());
    return Sources.getFileID(Begin) == File &&
           Sources.getExpansionLineNumber(Begin) <= Line &&
           Line <= Sources.getExpansionLineNumber(End);
  }

  const SourceManager &Sources;
  FileID File;
  unsigned Line;
};

using Section = SmallVector<StringRef, 32>;

/// The lines of every section `TITLE NAME` of a dump, in its order: several
/// functions may have one name. A section ends where a line begins in the first
/// column.
std::vector<Section> sectionsOf(StringRef Dump, StringRef Title,
                                StringRef Name) {
  const std::string Head = (Title + " " + Name).str();
  std::vector<Section> Out;
  bool Inside = false;
  while (!Dump.empty()) {
    auto [Text, Rest] = Dump.split('\n');
    Dump = Rest;
    if (!Text.empty() && Text.front() != ' ') {
      Inside = Text == Head;
      if (Inside)
        Out.emplace_back();
    } else if (Inside) {
      Out.back().push_back(Text);
    }
  }
  return Out;
}

/// The block that a line of a dump begins (`  B3:`), or nothing.
StringRef blockOf(StringRef Text) {
  Text = Text.trim();
  return Text.starts_with("B") && Text.ends_with(":") ? Text.drop_back() : "";
}

/// What the dumps say of one line in one function.
class LineExplainer {
public:
  LineExplainer(unsigned Line, raw_ostream &OS)
      : At(" at " + std::to_string(Line) + ":"), OS(OS) {}

  /// False, and nothing is printed, if the facts say nothing of the line.
  bool explain(ArrayRef<StringRef> Facts, ArrayRef<StringRef> States);

private:
  void readFacts(ArrayRef<StringRef> Lines);
  void printObjects(ArrayRef<StringRef> Lines);
  void printStates(ArrayRef<StringRef> Lines);

  std::string At;
  raw_ostream &OS;
  std::set<StringRef> Blocks; ///< that the line's facts are in
  std::string Text;           ///< the line's facts
};

/// Why there are no facts of the function.
bool isProblem(StringRef Line) { return Line.starts_with("  none:"); }

void LineExplainer::readFacts(ArrayRef<StringRef> Lines) {
  StringRef Block;
  for (StringRef L : Lines) {
    if (!blockOf(L).empty())
      Block = blockOf(L);
    if (isProblem(L))
      Text += (L + "\n").str();
    if (!L.contains(At))
      continue;
    Blocks.insert(Block);
    Text += ("    " + Block + ":" + L.drop_front(3) + "\n").str();
  }
}

/// Objects that the line's facts name, with the tags that hold for them.
void LineExplainer::printObjects(ArrayRef<StringRef> Lines) {
  for (StringRef L : Lines) {
    if (!L.starts_with("  object "))
      continue;
    StringRef Name = L.substr(L.find('\''));
    Name = Name.take_front(Name.find('\'', 1) + 1);
    if (!Name.empty() && StringRef(Text).contains(Name))
      OS << "  " << L << '\n';
  }
}

void LineExplainer::printStates(ArrayRef<StringRef> Lines) {
  StringRef Block;
  for (StringRef L : Lines) {
    if (!blockOf(L).empty())
      Block = blockOf(L);
    if (Blocks.count(Block))
      OS << "  " << L << '\n';
  }
}

bool LineExplainer::explain(ArrayRef<StringRef> Facts,
                            ArrayRef<StringRef> States) {
  readFacts(Facts);
  if (Text.empty())
    return false;
  OS << "  facts:\n" << Text << "  objects:\n";
  printObjects(Facts);
  OS << "  states where the block begins:\n";
  printStates(States);
  return true;
}

void explainFunction(StringRef Name, StringRef Facts, StringRef States,
                     unsigned Line, raw_ostream &OS) {
  OS << "in '" << Name << "':\n";
  std::vector<Section> AllFacts = sectionsOf(Facts, "facts of", Name);
  std::vector<Section> AllStates = sectionsOf(States, "states of", Name);
  if (AllFacts.empty()) {
    OS << "  not analysed: no tag, model or caller brings a secret here\n";
    return;
  }
  bool IsExplained = false;
  auto Next = AllStates.begin();
  for (const Section &Each : AllFacts) {
    bool HasStates = llvm::none_of(Each, isProblem) && Next != AllStates.end();
    IsExplained |= LineExplainer(Line, OS).explain(
        Each, HasStates ? ArrayRef<StringRef>(*Next++) : ArrayRef<StringRef>());
  }
  if (!IsExplained)
    OS << "  no facts: nothing on this line touches storage\n";
}

} // namespace

void explainLine(ASTContext &Context, const ModelIndex &Models,
                 const AnalysisOptions &Options, const JobSettings &Settings,
                 raw_ostream &OS) {
  const SourceManager &Sources = Context.getSourceManager();
  const unsigned Line = Settings.ExplainLine;
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
  LineReporter Findings(Context, File, Line);
  analyzeUnit(Context, Models, Options, Findings, Print);

  OS << Settings.ExplainFile << ':' << Line << '\n'
     << "findings:\n"
     << (Findings.text().empty() ? "  none\n" : Findings.text());
  Enclosing Functions(Sources, File, Line);
  Functions.TraverseDecl(Context.getTranslationUnitDecl());
  if (Functions.Names.empty())
    OS << "no function has this line in it\n";
  for (const std::string &Name : Functions.Names)
    explainFunction(Name, FactsOS.str(), StatesOS.str(), Line, OS);
}

} // namespace audit
} // namespace secret
