//===- SuggestTags.cpp - Print tags that names suggest --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SuggestTags.h"
#include "ParseUnits.h"
#include "Paths.h"
#include "Secrets/InferredTags.h"
#include "Secrets/ModelFiles.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

constexpr StringLiteral TagText = "[[secret]] ";
/// Unchanged lines around a change.
constexpr unsigned Around = 3;

/// Tags of all units, each once.
class Suggestions {
public:
  void add(const SuggestedTag &Tag);
  void printModel(raw_ostream &OS) const;
  void printPatch(raw_ostream &OS, StringRef Root) const;

private:
  void printNames(raw_ostream &OS, StringRef Key, TaggedThing Thing) const;

  /// By kind, name and position.
  std::set<std::tuple<TaggedThing, std::string, int>> Tags;
  /// Columns where tags go, by file and line.
  std::map<std::string, std::map<unsigned, std::set<unsigned>>> Places;
};

void Suggestions::add(const SuggestedTag &Tag) {
  Tags.insert({Tag.Thing, Tag.Name, Tag.Position});
  if (Tag.Column)
    Places[Tag.File][Tag.Line].insert(Tag.Column);
}

void Suggestions::printNames(raw_ostream &OS, StringRef Key,
                             TaggedThing Thing) const {
  bool First = true;
  for (const auto &[Kind, Name, Position] : Tags) {
    if (Kind != Thing)
      continue;
    if (First)
      OS << "  " << Key << ":\n";
    First = false;
    if (Thing == TaggedThing::Parameter)
      OS << "    - {function: '" << Name << "', parameter: " << Position
         << "}\n";
    else
      OS << "    - '" << Name << "'\n";
  }
}

void Suggestions::printModel(raw_ostream &OS) const {
  OS << "version: 1\n";
  if (Tags.empty())
    return;
  OS << "seen: inferred from names\nsecret:\n";
  printNames(OS, "parameters", TaggedThing::Parameter);
  printNames(OS, "fields", TaggedThing::Field);
  printNames(OS, "variables", TaggedThing::Variable);
}

std::string withTags(StringRef Line, const std::set<unsigned> &Columns) {
  std::string Text = Line.str();
  for (unsigned Column : reverse(Columns))
    if (Column <= Text.size() + 1)
      Text.insert(Column - 1, TagText.str());
  return Text;
}

/// The changes of one file as hunks of a unified diff.
void printHunks(raw_ostream &OS, ArrayRef<StringRef> Lines,
                const std::map<unsigned, std::set<unsigned>> &Changes) {
  for (auto It = Changes.begin(); It != Changes.end();) {
    unsigned First = It->first > Around ? It->first - Around : 1;
    unsigned Last = It->first;
    auto End = It;
    for (; End != Changes.end() && End->first <= Last + 2 * Around; ++End)
      Last = End->first;
    Last = std::min<unsigned>(Last + Around, Lines.size());
    unsigned Count = Last - First + 1;
    OS << "@@ -" << First << ',' << Count << " +" << First << ',' << Count
       << " @@\n";
    for (unsigned L = First; L <= Last; ++L) {
      auto Change = Changes.find(L);
      if (Change == Changes.end())
        OS << ' ' << Lines[L - 1] << '\n';
      else
        OS << '-' << Lines[L - 1] << "\n+"
           << withTags(Lines[L - 1], Change->second) << '\n';
    }
    It = End;
  }
}

void Suggestions::printPatch(raw_ostream &OS, StringRef Root) const {
  for (const auto &[File, Changes] : Places) {
    auto Buffer = MemoryBuffer::getFile(File);
    if (!Buffer)
      continue;
    SmallVector<StringRef, 0> Lines;
    (*Buffer)->getBuffer().split(Lines, '\n');
    if (!Lines.empty() && Lines.back().empty())
      Lines.pop_back();
    if (Changes.rbegin()->first > Lines.size())
      continue; // a #line directive says that it is elsewhere
    std::string Path = absolutePath(File);
    StringRef Name = Path;
    if (Name.consume_front(Root))
      Name = Name.ltrim('/');
    OS << "--- a/" << Name << "\n+++ b/" << Name << '\n';
    printHunks(OS, Lines, Changes);
  }
}

} // namespace

int printSuggestedTags(const AuditOptions &Options) {
  InitializeAllTargetInfos();
  Expected<std::vector<CompileUnit>> Units = findUnits(Options);
  if (!Units) {
    errs() << "secret-audit: " << toString(Units.takeError()) << '\n';
    return WrongUsage;
  }
  Suggestions All;
  std::vector<std::string> Errors;
  unsigned Failed =
      parseUnits(*Units, Bodies::Parse, [&](clang::CompilerInstance &Compiler) {
        LoadedModels Models = loadModels(
            Units->front().File, join(Options.Settings.Models, ";"),
            Options.Settings.BuiltinModels, *vfs::getRealFileSystem());
        Errors = Models.Errors;
        for (const SuggestedTag &Tag :
             suggestTags(Compiler.getASTContext(), *Models.Index))
          All.add(Tag);
      });
  for (const std::string &Error : Errors)
    errs() << Error << '\n';
  if (Options.Patch)
    All.printPatch(outs(), absolutePath(Options.Settings.Root));
  else
    All.printModel(outs());
  if (!Errors.empty())
    return WrongUsage;
  return Failed ? NotAllAnalysed : NothingFound;
}

} // namespace audit
} // namespace secret
