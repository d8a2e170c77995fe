//===- AskGcc.cpp - Ask the build's own compiler --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AskGcc.h"
#include "GccCommand.h"
#include "ObjectCode/CodeEvidence.h"
#include "Optimizer/Writes.h"
#include "SourceRanges.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// A zeroization as GCC sees it.
struct GccSite {
  CodePlace Where;
  std::optional<SourceText> Text; ///< what is taken out
};

/// One level of one compiler.
class GccQuestion {
public:
  GccQuestion(const GccCommand &Gcc, const CompileUnit &Unit, bool IsCxx,
              const std::vector<Zeroization> &Sites,
              const std::vector<GccSite> &Places, std::string Level,
              vfs::FileSystem &Files)
      : Gcc(Gcc), Unit(Unit), IsCxx(IsCxx), Sites(Sites), Places(Places),
        Level(std::move(Level)), Files(Files) {}

  std::vector<Evidence> ask();

private:
  std::string preprocess();
  std::string compile(StringRef Source, ObjectCode &Into);
  std::string compileWithout(ArrayRef<unsigned> Left, ObjectCode &Into);
  bool needsComparison(unsigned Index) const;
  bool isDoubtful(unsigned Index, const ObjectCode &Without) const;
  void compare(std::vector<unsigned> Left);
  void compareTogether(ArrayRef<unsigned> Left);
  void conclude(unsigned Index, const ObjectCode &Without,
                const std::string &Error);
  bool isMerged(unsigned Index);
  void finish(Evidence &E);
  CompilerIdentity identity() const;

  const GccCommand &Gcc;
  const CompileUnit &Unit;
  bool IsCxx;
  const std::vector<Zeroization> &Sites;
  const std::vector<GccSite> &Places;
  std::string Level;
  vfs::FileSystem &Files;
  TemporaryFolder Folder;
  std::optional<PreprocessedText> Text;
  ObjectCode AsIs;
  std::vector<Evidence> Answers;
};

/// A flag for a level of ours; empty for the build's own.
StringRef flagOf(AskLevel Level) {
  switch (Level) {
  case AskLevel::Build:
  case AskLevel::Auto:
    return "";
  case AskLevel::O1:
    return "-O1";
  case AskLevel::O2:
    return "-O2";
  case AskLevel::O3:
    return "-O3";
  case AskLevel::Os:
    return "-Os";
  case AskLevel::Oz:
    return "-Oz";
  }
  return "";
}

bool hasCall(StringRef Text, StringRef Callee) {
  std::string Name = baseName(Callee);
  return !Name.empty() && Text.contains(Name);
}

GccSite siteOf(const Zeroization &Z, const clang::SourceManager &Sources,
               const clang::LangOptions &Language, StringRef Directory) {
  GccSite Site;
  Site.Text = textOf(Z.At, Sources, Language, Directory);
  CodePlace &To = Site.Where;
  Span Meant = Z.At;
  To.IsInner =
      Z.Inner.Begin && !(Site.Text && hasCall(Site.Text->Text, Z.Callee));
  if (To.IsInner) {
    Meant = Z.Inner;
    Site.Text = textOf(Meant, Sources, Language, Directory);
  }
  SourceText Begin = placeOf(Meant.Begin, Sources, Directory);
  SourceText End =
      placeOf(Meant.End ? Meant.End : Meant.Begin, Sources, Directory);
  SourceText Function = placeOf(Z.Within, Sources, Directory);
  To.File = Begin.File;
  To.Begin = {Begin.Line, Begin.Column};
  To.End = {End.Line, End.Column};
  To.FunctionFile = Function.File;
  To.FunctionFrom = Function.Line;
  To.FunctionTo = placeOf(Z.At.Begin, Sources, Directory).Line;
  To.FunctionName = baseName(Z.Function);
  To.Callee = Z.Callee;
  return Site;
}

std::string GccQuestion::preprocess() {
  std::string Output = Folder.path() + "/unit.i";
  std::vector<std::string> Words{"-w", "-E",   "-fdirectives-only",
                                 "-o", Output, Unit.File};
  if (!Level.empty())
    Words.push_back(Level);
  if (std::string Error = Gcc.run(Words); !Error.empty())
    return Error;
  auto Buffer = MemoryBuffer::getFile(Output);
  if (!Buffer)
    return "it writes no preprocessed file";
  Text.emplace((*Buffer)->getBuffer().str(), Unit.Directory);
  // Whoever keeps what was read has to know of these too.
  for (const std::string &Name : Text->files())
    (void)Files.getBufferForFile(Name);
  return "";
}

std::string GccQuestion::compile(StringRef Source, ObjectCode &Into) {
  std::string Input = Folder.path() + "/unit.ii";
  std::string Output = Folder.path() + "/unit.o";
  std::error_code EC;
  raw_fd_ostream OS(Input, EC);
  if (EC)
    return "no temporary file can be written: " + EC.message();
  OS << Source;
  OS.close();
  std::vector<std::string> Words{"-w",
                                 "-c",
                                 "-g",
                                 "-fno-lto",
                                 "-fno-ipa-icf",
                                 "-fpreprocessed",
                                 "-fdirectives-only",
                                 "-o",
                                 Output,
                                 "-x",
                                 IsCxx ? "c++-cpp-output" : "cpp-output",
                                 Input};
  if (!Level.empty())
    Words.push_back(Level);
  if (std::string Error = Gcc.run(Words); !Error.empty())
    return Error;
  auto Object = MemoryBuffer::getFile(Output);
  if (!Object)
    return "it writes no object file";
  Expected<ObjectCode> Code = readObjectCode(**Object);
  if (!Code)
    return toString(Code.takeError());
  Into = std::move(*Code);
  return "";
}

std::string GccQuestion::compileWithout(ArrayRef<unsigned> Left,
                                        ObjectCode &Into) {
  std::vector<const SourceText *> Parts;
  for (unsigned I : Left) {
    if (!Places[I].Text)
      return "it is part of a macro, and cannot be taken out alone";
    Parts.push_back(&*Places[I].Text);
  }
  std::optional<std::string> Source = Text->without(Parts);
  if (!Source)
    return "it cannot be taken out of what GCC has read";
  return compile(*Source, Into);
}

CompilerIdentity GccQuestion::identity() const {
  CompilerIdentity By;
  By.Version = Gcc.version();
  By.Compiler = "gcc " + StringRef(By.Version).rsplit('.').first.str();
  if (By.Version.empty())
    By.Compiler = "gcc";
  By.Level = Level.empty() ? levelOfFlags(Gcc.flags()) : Level;
  By.Target = Gcc.target().empty() ? "an unknown target" : Gcc.target();
  StringRef Arch = AsIs.Arch;
  if (Arch.empty())
    Arch = StringRef(By.Target).split('-').first;
  By.Arch = spellArch(Arch);
  return By;
}

/// Whether \p Index has code once the others that zeroize the same object are
/// taken out: then one of them does its work.
bool GccQuestion::isMerged(unsigned Index) {
  std::vector<unsigned> Others;
  for (unsigned I = 0; I != Sites.size(); ++I)
    if (I != Index && Sites[I].Function == Sites[Index].Function &&
        Sites[I].Object == Sites[Index].Object &&
        Sites[I].At.Begin != Sites[Index].At.Begin && Places[I].Text)
      Others.push_back(I);
  ObjectCode Alone;
  if (Others.empty() || !compileWithout(Others, Alone).empty())
    return false;
  return any_of(findInstances(Alone, Places[Index].Where),
                [](const Instance &I) { return I.What == Fate::Kept; });
}

/// What has no code must be missed by nobody; what is in a macro has the place
/// of all that the macro does.
bool GccQuestion::needsComparison(unsigned Index) const {
  const CodePlace &Where = Places[Index].Where;
  return any_of(Answers[Index].Instances, [&](const Instance &I) {
    return I.What == Fate::Removed ||
           (I.What == Fate::Kept && Where.Begin == Where.End);
  });
}

bool GccQuestion::isDoubtful(unsigned Index, const ObjectCode &Without) const {
  const CodePlace &Where = Places[Index].Where;
  bool IsStill = countCarriers(Without, Where) >= countCarriers(AsIs, Where);
  return any_of(Answers[Index].Instances, [&](const Instance &I) {
    return I.What == Fate::Removed
               ? writesMore(AsIs, Without, I.Function).value_or(true)
               : I.What == Fate::Kept && IsStill;
  });
}

void GccQuestion::conclude(unsigned Index, const ObjectCode &Without,
                           const std::string &Error) {
  Evidence &E = Answers[Index];
  bool Doubtful = Error.empty() && isDoubtful(Index, Without);
  bool Merged = Error.empty() && isMerged(Index);
  for (Instance &I : E.Instances) {
    if (I.What == Fate::Removed && Merged)
      I.What = Fate::Merged;
    else if ((I.What == Fate::Removed || I.What == Fate::Kept) &&
             (Doubtful || !Error.empty()))
      I.What = Fate::Unknown;
  }
  E.HasFailed |= !Error.empty();
  if (!Error.empty())
    E.Reason = Error;
  else if (Doubtful)
    E.Reason = "no code is known to be its own, but there is other code if it "
               "is taken out";
}

/// At most one in each function is taken out at the same time.
void GccQuestion::compareTogether(ArrayRef<unsigned> Left) {
  ObjectCode Without;
  std::string Error = compileWithout(Left, Without);
  for (unsigned Index : Left)
    if (Left.size() > 1 && (!Error.empty() || isDoubtful(Index, Without)))
      compareTogether(Index);
    else
      conclude(Index, Without, Error);
}

void GccQuestion::compare(std::vector<unsigned> Left) {
  while (!Left.empty()) {
    std::set<StringRef> Functions;
    std::vector<unsigned> Now, Later;
    for (unsigned Index : Left)
      (Functions.insert(Sites[Index].Function).second ? Now : Later)
          .push_back(Index);
    compareTogether(Now);
    Left = std::move(Later);
  }
}

void GccQuestion::finish(Evidence &E) {
  if (E.Instances.empty()) {
    bool IsInlined = isInlined(AsIs, Places[E.Id].Where);
    E.What = IsInlined ? Fate::Unknown : Fate::NotEmitted;
    E.Reason = IsInlined
                   ? "its function is inlined, and nothing there is known "
                     "to have been its code"
                   : "no code of its function is left";
    return;
  }
  for (const Instance &I : E.Instances)
    if (I.What == Fate::Unknown && E.Reason.empty())
      E.Reason = I.Reason;
  judge(E);
  if (E.What != Fate::Unknown)
    E.Reason.clear();
}

std::vector<Evidence> GccQuestion::ask() {
  std::string Error = Gcc.obstacle();
  if (Error.empty())
    Error = preprocess();
  if (Error.empty())
    Error = compile(*Text->without({}), AsIs);
  std::vector<unsigned> Unsure;
  for (unsigned I = 0; I != Sites.size(); ++I) {
    Evidence &E = Answers.emplace_back();
    E.Id = I;
    E.By = identity();
    E.Reason = Error;
    E.HasFailed = !Error.empty() && Gcc.obstacle().empty();
    if (Error.empty())
      E.Instances = findInstances(AsIs, Places[I].Where);
    if (needsComparison(I))
      Unsure.push_back(I);
  }
  compare(std::move(Unsure));
  if (Error.empty())
    for_each(Answers, [&](Evidence &E) { finish(E); });
  return std::move(Answers);
}

} // namespace

std::vector<std::vector<Evidence>>
askGcc(const Job &What, clang::CompilerInstance &Compiler,
       const std::vector<Zeroization> &Sites) {
  if (What.Unit.Build.empty() || Sites.empty() ||
      What.Settings.Optimizer == OptimizerChoice::Lto)
    return {};
  const clang::LangOptions &Language = Compiler.getLangOpts();
  std::vector<GccSite> Places;
  for (const Zeroization &Z : Sites)
    Places.push_back(
        siteOf(Z, Compiler.getSourceManager(), Language, What.Unit.Directory));
  GccCommand Gcc(What.Unit, What.Settings.Timeout);
  std::vector<std::string> Levels;
  for (AskLevel Level : levelsOf(What.Settings.Optimizer))
    Levels.push_back(flagOf(Level).str());
  if (Levels.size() == 1 && levelOfFlags(Gcc.flags()) == "-O0")
    Levels.push_back("-O2");
  std::vector<std::vector<Evidence>> All(Sites.size());
  for (const std::string &Level : Levels)
    for (Evidence &E :
         GccQuestion(Gcc, What.Unit, Language.CPlusPlus, Sites, Places, Level,
                     Compiler.getFileManager().getVirtualFileSystem())
             .ask())
      All[E.Id].push_back(std::move(E));
  return All;
}

} // namespace audit
} // namespace secret
