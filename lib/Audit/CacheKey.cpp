//===- CacheKey.cpp - What a result depends on besides files --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CacheKey.h"
#include "Cache/Digest.h"
#include "Cache/ProgramId.h"
#include "Cache/Questions.h"
#include "GccCommand.h"
#include "Summary/UnitSlice.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using secret::cache::belowRoot;
using secret::cache::digestOf;
using secret::cache::digestOfFile;

namespace secret {
namespace audit {
namespace {

/// What Clang's and GCC's drivers read of the environment.
constexpr StringLiteral Variables[] = {"CPATH",
                                       "C_INCLUDE_PATH",
                                       "CPLUS_INCLUDE_PATH",
                                       "OBJC_INCLUDE_PATH",
                                       "OBJCPLUS_INCLUDE_PATH",
                                       "SDKROOT",
                                       "GCC_EXEC_PREFIX",
                                       "COMPILER_PATH"};

constexpr StringRef SettingsFiles[] = {".clang-tidy", ".secret-tidy.yaml"};

StringRef spell(bool Value) { return Value ? "yes" : "no"; }

/// Whether a path that begins at \p At of a flag is a whole one: `-I/a/b` and
/// `--sysroot=/a` have one, the `/b` in them is none.
bool beginsPath(StringRef Word, size_t At) {
  StringRef Before = Word.take_front(At);
  return Before.empty() || Before.ends_with("=") || Before.ends_with(",") ||
         Before.ends_with(":") ||
         (Before.starts_with("-") && !Before.contains('/'));
}

} // namespace

ArrayRef<StringRef> settingsFileNames() { return SettingsFiles; }

CacheKey::CacheKey(const JobSettings &Settings, StringRef Program)
    : Settings(Settings) {
  add("the program", cache::programId(Program));
  addSettings();
  addEnvironment();
  addFilesAbove();
}

void CacheKey::add(StringRef Name, StringRef Value) {
  Common.push_back({Name.str(), digestOf(Value)});
}

void CacheKey::addSettings() {
  const JobSettings &S = Settings;
  add("the option --checks", S.Checks);
  std::vector<std::string> Models;
  for (const std::string &Path : S.Models)
    Models.push_back(belowRoot(Path, S.Root));
  add("the option --models", digestOf(Models));
  add("the option --no-builtin-models", spell(S.BuiltinModels));
  add("the option --infer", spell(S.InferFromNames));
  add("the option --assume-lto", spell(S.AssumeLTO));
  add("the option --optimizer", std::to_string(static_cast<int>(S.Optimizer)));
  add("the option --residual-copies", spell(S.ResidualCopies));
  std::vector<std::string> Linked;
  for (const CompileUnit &Unit : S.LinkWith)
    Linked.push_back(commandDigest(Unit));
  add("the option --lto-with", digestOf(Linked));
  add("the option --link", spell(!S.CrossUnit.empty()));
}

void CacheKey::addEnvironment() {
  std::vector<std::string> Values;
  for (StringRef Name : Variables)
    if (auto Value = sys::Process::GetEnv(Name))
      Values.push_back((Name + "=" + portable(*Value)).str());
  add("the environment", digestOf(Values));
}

void CacheKey::addFilesAbove() {
  std::vector<std::string> Found;
  std::string Up = "../";
  for (StringRef Folder = sys::path::parent_path(Settings.Root);
       !Folder.empty(); Folder = sys::path::parent_path(Folder), Up += "../")
    for (StringRef Name : SettingsFiles) {
      std::string Digest = digestOfFile((Folder + "/" + Name).str());
      if (!Digest.empty())
        Found.push_back((Up + Name + "=" + Digest).str());
    }
  add("a .clang-tidy or .secret-tidy.yaml file above --root", digestOf(Found));
}

std::string CacheKey::portable(StringRef Word) const {
  StringRef Root = Settings.Root;
  size_t At = Root.size() > 1 ? Word.find(Root) : StringRef::npos;
  if (At == StringRef::npos || !beginsPath(Word, At))
    return Word.str();
  StringRef Rest = Word.drop_front(At + Root.size());
  if (!Rest.empty() && !StringRef("/,:").contains(Rest.front()))
    return Word.str();
  // No command has this character.
  return (Word.take_front(At) + "\1" + Rest).str();
}

std::string CacheKey::commandDigest(const CompileUnit &Unit) const {
  std::vector<std::string> Words{belowRoot(Unit.File, Settings.Root),
                                 portable(Unit.Directory)};
  for (const std::string &Word : Unit.Command)
    Words.push_back(portable(Word));
  Words.push_back("\1");
  for (const std::string &Word : Unit.Build)
    Words.push_back(portable(Word));
  return digestOf(Words);
}

const std::string &CacheKey::compilerDigest(const CompileUnit &Unit) {
  // A name without a folder means the same everywhere.
  StringRef Name = Unit.Build.front();
  bool IsBelow = Name.contains('/') && !Name.starts_with("/");
  auto [It, IsNew] =
      Compilers.try_emplace({Name.str(), IsBelow ? Unit.Directory : ""});
  if (!IsNew)
    return It->second;
  GccCommand Gcc(Unit, Settings.Timeout);
  std::vector<std::string> Parts{Gcc.obstacle(), Gcc.version(), Gcc.target(),
                                 std::to_string(Settings.Timeout)};
  Parts.push_back(digestOfFile(Gcc.program()));
  for (const char *Name : {"cc1", "cc1plus"})
    Parts.push_back(digestOfFile(Gcc.programOf(Name)));
  It->second = digestOf(Parts);
  return It->second;
}

std::vector<Ingredient> CacheKey::ingredientsOf(const CompileUnit &Unit) {
  std::vector<Ingredient> All = Common;
  All.push_back({"the command", commandDigest(Unit)});
  bool AsksIt = !Unit.Build.empty() &&
                Settings.Optimizer != OptimizerChoice::Off &&
                Settings.Optimizer != OptimizerChoice::Lto;
  All.push_back({"the build's compiler", AsksIt ? compilerDigest(Unit) : ""});
  return All;
}

std::string baseOf(ArrayRef<Ingredient> Ingredients) {
  std::vector<StringRef> Texts;
  for (const Ingredient &I : Ingredients) {
    Texts.push_back(I.Name);
    Texts.push_back(I.Digest);
  }
  return digestOf(Texts);
}

/// One that is not written yet will ask for the unit's facts.
static Expected<UnitSlice> sliceOf(const Job &What) {
  if (sys::fs::exists(What.Settings.CrossUnit))
    return readSlice(What.Settings.CrossUnit);
  UnitSlice First;
  First.Facts = "to be stored";
  return First;
}

Expected<std::string> sliceDigest(const Job &What) {
  if (What.Settings.CrossUnit.empty())
    return "";
  Expected<UnitSlice> Slice = sliceOf(What);
  if (!Slice)
    return Slice.takeError();
  std::vector<StringRef> Texts{Slice->Facts.empty() ? "" : "with its facts"};
  for (const ForeignFunction &F : Slice->Functions) {
    Texts.insert(Texts.end(), {F.Usr, F.Signature,
                               F.BringsSecrets ? "secret" : "", F.Summary});
    Texts.push_back(";");
  }
  for (const SlotTarget &T : Slice->Targets) {
    Texts.insert(Texts.end(), {"target", T.Slot, T.Name, T.Usr, T.Signature,
                               T.Zeroizes ? "zeroizes" : ""});
    Texts.insert(Texts.end(), T.Tables.begin(), T.Tables.end());
  }
  Texts.push_back("recursive");
  for (const std::string &Usr : Slice->Recursive)
    Texts.push_back(Usr);
  Texts.push_back("alone");
  for (const std::string &Usr : Slice->Alone)
    Texts.push_back(Usr);
  return digestOf(Texts);
}

} // namespace audit
} // namespace secret
