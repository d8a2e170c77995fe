//===- ApplyFixes.cpp - Apply the proposed repairs ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApplyFixes.h"
#include "Files/WholeFile.h"
#include "Paths.h"
#include "clang/Tooling/ReplacementsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <map>
#include <set>

using namespace llvm;
using secret::output::Edit;

namespace secret {
namespace audit {
namespace {

/// The edits that are to be made, by file.
class EditSet {
public:
  /// Adds the edits of a finding; false, and nothing is added, if one of them
  /// changes what another edit changes.
  bool add(const output::Finding &F) {
    if (any_of(F.Fix, [&](const Edit &E) { return overlaps(E); }))
      return false;
    for (const Edit &E : F.Fix)
      Files[E.Where.File].insert(keyOf(E));
    return true;
  }

  clang::tooling::TranslationUnitReplacements
  replacements(StringRef Root) const {
    clang::tooling::TranslationUnitReplacements All;
    All.MainSourceFile = "secret-audit";
    for (const auto &[File, Edits] : Files)
      for (const auto &[Offset, Length, Text] : Edits)
        All.Replacements.emplace_back(absolutePath(File, Root), Offset, Length,
                                      Text);
    return All;
  }

  unsigned numFiles() const { return Files.size(); }

private:
  using Key = std::tuple<unsigned, unsigned, std::string>;

  static Key keyOf(const Edit &E) {
    return {E.Where.At.Offset, E.Where.At.Length, E.Text};
  }

  /// An edit that is there already, such as an #include, does not overlap, nor
  /// do two insertions at one place.
  bool overlaps(const Edit &E) const {
    auto It = Files.find(E.Where.File);
    if (It == Files.end() || It->second.count(keyOf(E)))
      return false;
    unsigned Begin = E.Where.At.Offset, End = Begin + E.Where.At.Length;
    return any_of(It->second, [&](const Key &Other) {
      unsigned OtherBegin = std::get<0>(Other);
      unsigned OtherEnd = OtherBegin + std::get<1>(Other);
      return Begin < OtherEnd && OtherBegin < End;
    });
  }

  std::map<std::string, std::set<Key>> Files;
};

Error fault(const Twine &What) {
  return createStringError(inconvertibleErrorCode(), "--fix: " + What);
}

ErrorOr<std::string> findApplier() {
  ErrorOr<std::string> Near = sys::findProgramByName("clang-apply-replacements",
                                                     {SECRET_TIDY_LLVM_BIN});
  return Near ? Near : sys::findProgramByName("clang-apply-replacements");
}

Error writeYaml(StringRef Path, const EditSet &Edits, StringRef Root) {
  auto All = Edits.replacements(Root);
  return writeWholeFile(Path, [&](raw_ostream &OS) {
    yaml::Output Yaml(OS);
    Yaml << All;
  });
}

Error apply(const EditSet &Edits, StringRef Root) {
  ErrorOr<std::string> Applier = findApplier();
  if (!Applier)
    return fault("clang-apply-replacements is missing; install the package "
                 "clang-tools of the LLVM that --version names");
  SmallString<128> Folder;
  if (std::error_code EC = sys::fs::createUniqueDirectory("secret-fix", Folder))
    return fault("cannot make a temporary folder: " + EC.message());
  Error E = writeYaml((Folder + "/fixes.yaml").str(), Edits, Root);
  std::string Why;
  if (!E && sys::ExecuteAndWait(*Applier,
                                {*Applier, "--ignore-insert-conflict", Folder},
                                std::nullopt, {}, 0, 0, &Why))
    E = fault("clang-apply-replacements did not succeed" +
              Twine(Why.empty() ? "" : ": ") + Why);
  sys::fs::remove_directories(Folder);
  return E;
}

void print(raw_ostream &OS, unsigned Number, StringRef Noun) {
  OS << Number << ' ' << Noun << (Number == 1 ? "" : "s");
}

} // namespace

Expected<FixCounts> applyFixes(const output::Report &R, StringRef Root) {
  FixCounts Counts;
  EditSet Edits;
  for (const output::Finding &F : R.Findings)
    if (F.isReported())
      ++(F.Fix.empty()  ? Counts.Without
         : Edits.add(F) ? Counts.Applied
                        : Counts.Left);
  Counts.NumFiles = Edits.numFiles();
  if (Counts.NumFiles)
    if (Error E = apply(Edits, Root))
      return std::move(E);
  return Counts;
}

void printFixes(const FixCounts &Counts, raw_ostream &OS) {
  print(OS, Counts.Applied, "finding");
  OS << " fixed in ";
  print(OS, Counts.NumFiles, "file");
  if (Counts.Without)
    OS << ", " << Counts.Without << " without a fix";
  if (Counts.Left)
    OS << ", " << Counts.Left << " left, since fixes overlap: run again";
  OS << '\n';
}

} // namespace audit
} // namespace secret
