//===- GccCommand.cpp - Runs the compiler of a build ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GccCommand.h"
#include "Compat/DriverOptions.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

constexpr FlagWithValues DroppedFlags[] = {
#define DROP_GCC_FLAG(Name, Values) {Name, Values},
#include "CompileFlags.def"
};

constexpr StringLiteral GccNames[] = {
#define GCC_NAME(Name) Name,
#include "CompileFlags.def"
};

/// `x86_64-linux-gnu-gcc-12` is `gcc` with a prefix and a version.
bool isGccName(StringRef Program) {
  StringRef Name = sys::path::filename(Program);
  Name.consume_back(".exe");
  StringRef Version = Name.rsplit('-').second;
  if (!Version.empty() &&
      all_of(Version, [](char C) { return isDigit(C) || C == '.'; }))
    Name = Name.drop_back(Version.size() + 1);
  return any_of(GccNames, [&](StringRef Gcc) {
    StringRef Prefix = Name;
    return Prefix.consume_back(Gcc) &&
           (Prefix.empty() || Prefix.ends_with("-"));
  });
}

std::string findProgram(StringRef Name, StringRef Directory) {
  if (Name.contains('/'))
    return absolutePath(Name, Directory);
  ErrorOr<std::string> Found = sys::findProgramByName(Name);
  return Found ? *Found : "";
}

const FlagWithValues *findDropped(StringRef Word) {
  const auto *Found = find_if(DroppedFlags, [&](const FlagWithValues &F) {
    bool IsBeginning = F.Name.ends_with("=") || F.Name.ends_with("-");
    return IsBeginning ? Word.starts_with(F.Name)
                       : Word == F.Name || (F.Values && F.Name.size() == 2 &&
                                            Word.starts_with(F.Name));
  });
  return Found == std::end(DroppedFlags) ? nullptr : Found;
}

/// The working folder of this process, for as long as a compiler runs.
class WorkingFolder {
public:
  explicit WorkingFolder(StringRef Path) {
    sys::fs::current_path(Before);
    sys::fs::set_current_path(Path);
  }
  ~WorkingFolder() { sys::fs::set_current_path(Before); }

private:
  SmallString<256> Before;
};

/// The first line that speaks of an error, or else the first one.
std::string firstComplaint(StringRef Log) {
  SmallVector<StringRef, 16> Lines;
  Log.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  const auto *Error =
      find_if(Lines, [](StringRef Line) { return Line.contains("error: "); });
  if (Error != Lines.end())
    return Error->trim().str();
  return Lines.empty() ? "it says nothing" : Lines.front().trim().str();
}

std::string readFile(const Twine &Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

/// The number that `#define NAME NUMBER` gives.
std::string macroValue(StringRef Macros, StringRef Name) {
  size_t At = Macros.find(("#define " + Name + " ").str());
  if (At == StringRef::npos)
    return "";
  return Macros.substr(At).split('\n').first.rsplit(' ').second.str();
}

} // namespace

bool namesGcc(const Arguments &Command) {
  if (Command.empty())
    return false;
  if (isGccName(Command.front()))
    return true;
  std::string Program = findProgram(Command.front(), "");
  SmallString<256> Real;
  return !Program.empty() && !sys::fs::real_path(Program, Real) &&
         isGccName(Real);
}

Arguments gccFlags(const Arguments &Command) {
  SmallVector<const char *, 64> Words;
  for (const std::string &Word : ArrayRef(Command).drop_front())
    Words.push_back(Word.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Parsed = compat::driverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount,
      opt::Visibility(compat::driver_options::ClangOption));
  std::vector<bool> IsInput(Words.size());
  for (const opt::Arg *A : Parsed)
    if (A->getOption().getKind() == opt::Option::InputClass)
      IsInput[A->getIndex()] = true;
  Arguments Result;
  for (size_t I = 0; I < Words.size(); ++I) {
    const FlagWithValues *Dropped = findDropped(Words[I]);
    if (Dropped)
      I += StringRef(Words[I]) == Dropped->Name ? Dropped->Values : 0;
    else if (!IsInput[I])
      Result.push_back(Words[I]);
  }
  return Result;
}

std::string levelOfFlags(const Arguments &Flags) {
  std::string Level = "-O0";
  for (StringRef Flag : Flags)
    if (Flag.starts_with("-O"))
      Level = Flag == "-O" ? "-O1" : Flag.str();
  return Level;
}

TemporaryFolder::TemporaryFolder() {
  SmallString<128> Made;
  if (!sys::fs::createUniqueDirectory("secret-audit-gcc", Made))
    Path = Made.str().str();
}

TemporaryFolder::~TemporaryFolder() {
  if (!Path.empty())
    sys::fs::remove_directories(Path);
}

GccCommand::GccCommand(const CompileUnit &Unit, unsigned Seconds)
    : Unit(Unit), Seconds(Seconds),
      Program(findProgram(Unit.Build.front(), Unit.Directory)),
      Flags(gccFlags(Unit.Build)) {
  if (Program.empty() || !sys::fs::can_execute(Program))
    Obstacle = "'" + Unit.Build.front() + "' is not installed";
  else if (Folder.path().empty())
    Obstacle = "no temporary folder can be made";
  else
    identify();
}

/// Runs the compiler. \p Output gets what it prints.
std::string GccCommand::execute(ArrayRef<std::string> Words,
                                std::string &Output) const {
  std::string Out = Folder.path() + "/out", Err = Folder.path() + "/err";
  SmallVector<StringRef, 64> Args{Program};
  llvm::append_range(Args, Words);
  std::optional<StringRef> Redirects[] = {StringRef(""), StringRef(Out),
                                          StringRef(Err)};
  // They are written over, and not cut off.
  sys::fs::remove(Out);
  sys::fs::remove(Err);
  std::string Failure;
  bool Failed = false;
  WorkingFolder Here(Unit.Directory);
  int Status =
      sys::ExecuteAndWait(Program, Args, /*Env=*/std::nullopt, Redirects,
                          Seconds, /*MemoryLimit=*/0, &Failure, &Failed);
  Output = readFile(Out);
  if (Failed || Status < 0)
    return "'" + Unit.Build.front() + "' cannot be run: " + Failure;
  if (Status)
    return "'" + Unit.Build.front() +
           "' fails: " + firstComplaint(readFile(Err));
  return "";
}

/// Clang calls itself GCC in more than one way, but not in its macros.
void GccCommand::identify() {
  std::string Macros;
  Obstacle = execute({"-E", "-dM", "-x", "c", "/dev/null"}, Macros);
  if (Obstacle.empty())
    Obstacle = execute({"-dumpmachine"}, Target);
  if (!Obstacle.empty())
    return;
  Target = StringRef(Target).trim().str();
  std::string Major = macroValue(Macros, "__GNUC__");
  if (Major.empty() || !macroValue(Macros, "__clang__").empty())
    Obstacle = "'" + Unit.Build.front() + "' is not GCC";
  else
    Version = Major + "." + macroValue(Macros, "__GNUC_MINOR__") + "." +
              macroValue(Macros, "__GNUC_PATCHLEVEL__");
}

std::string GccCommand::programOf(StringRef Name) const {
  if (!Obstacle.empty())
    return "";
  std::string Path;
  std::string Error = execute({("-print-prog-name=" + Name).str()}, Path);
  return Error.empty() ? StringRef(Path).trim().str() : "";
}

std::string GccCommand::run(ArrayRef<std::string> More) const {
  Arguments Words = Flags;
  Words.insert(Words.end(), More.begin(), More.end());
  std::string Output;
  return execute(Words, Output);
}

} // namespace audit
} // namespace secret
