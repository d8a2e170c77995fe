//===- CompileFlags.cpp - A build's command, for Clang to parse -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompileFlags.h"
#include "Compat/DriverOptions.h"
#include "Paths.h"
#include "clang/Driver/Driver.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

struct Launcher {
  StringLiteral Name;
  StringLiteral End;
};

constexpr Launcher Launchers[] = {
#define LAUNCHER(Name, End) {Name, End},
#include "CompileFlags.def"
};

constexpr StringLiteral DroppedFlags[] = {
#define DROP_FLAG(Name, Why) Name,
#include "CompileFlags.def"
};

constexpr FlagWithValues DroppedCc1Flags[] = {
#define DROP_CC1_FLAG(Name, Values) {Name, Values},
#include "CompileFlags.def"
};

constexpr StringLiteral AddedFlags[] = {
#define ADD_FLAG(Flag, Why) Flag,
#include "CompileFlags.def"
};

/// Names that end in '=' hold for every word that begins so, since Clang's
/// table has one option for all of -W.
bool isDropped(StringRef Name, StringRef Word) {
  return any_of(DroppedFlags, [&](StringRef Flag) {
    return Flag == Name || Flag == Word ||
           (Flag.ends_with("=") && Word.starts_with(Flag));
  });
}

const Launcher *launcherOf(StringRef Program) {
  StringRef Stem = sys::path::stem(Program);
  const auto *Found =
      find_if(Launchers, [&](const Launcher &L) { return L.Name == Stem; });
  return Found == std::end(Launchers) ? nullptr : Found;
}

/// Number of words that belong to the launcher at the front of \p Command.
size_t launcherLength(ArrayRef<std::string> Command, const Launcher &Which) {
  size_t I = 1;
  if (!Which.End.empty()) {
    while (I < Command.size() && Command[I] != Which.End)
      ++I;
    return I + 1;
  }
  while (I < Command.size() && (StringRef(Command[I]).starts_with("-") ||
                                StringRef(Command[I]).contains('=')))
    ++I;
  return I;
}

/// Builds the new command option by option.
class Normalizer {
public:
  Normalizer(ArrayRef<std::string> Command, StringRef File, StringRef Directory)
      : Command(Command), File(File), Directory(Directory) {
    for (const std::string &Word : Command.drop_front())
      Words.push_back(Word.c_str());
    IsCL = clang::driver::IsClangCL(
        clang::driver::getDriverMode(Command.front(), Words));
  }

  Arguments run(StringRef ResourceDir);

private:
  void visit(const opt::Arg &A, size_t End);
  void keep(const opt::Arg &A, size_t End);
  bool visitCc1(StringRef Word);
  bool visitInclude(const opt::Arg &A);

  ArrayRef<std::string> Command;
  StringRef File;
  StringRef Directory;
  SmallVector<const char *, 64> Words;
  Arguments Result;
  bool IsCL = false;
  /// Values of a dropped -Xclang flag that are still to come.
  unsigned Cc1ValuesToDrop = 0;
};

void Normalizer::keep(const opt::Arg &A, size_t End) {
  for (size_t I = A.getIndex(); I < End; ++I)
    Result.push_back(Words[I]);
}

/// Whether the flag after -Xclang is dropped.
bool Normalizer::visitCc1(StringRef Word) {
  if (Cc1ValuesToDrop) {
    --Cc1ValuesToDrop;
    return true;
  }
  const auto *Found = find_if(
      DroppedCc1Flags, [&](const FlagWithValues &F) { return F.Name == Word; });
  if (Found == std::end(DroppedCc1Flags))
    return false;
  Cc1ValuesToDrop = Found->Values;
  return true;
}

/// The driver reads X.pch or X.gch for `-include X`, whoever made it; the front
/// end, asked directly, reads X itself.
bool Normalizer::visitInclude(const opt::Arg &A) {
  if (A.getOption().getPrefixedName() != "-include")
    return false;
  std::string Header = absolutePath(A.getValue(), Directory);
  if (!sys::fs::exists(Header + ".gch") && !sys::fs::exists(Header + ".pch"))
    return false;
  for (StringRef Word : {"-Xclang", "-include", "-Xclang"})
    Result.push_back(Word.str());
  Result.push_back(Header);
  return true;
}

void Normalizer::visit(const opt::Arg &A, size_t End) {
  const opt::Option &Opt = A.getOption();
  if (Opt.getKind() == opt::Option::UnknownClass ||
      Opt.getKind() == opt::Option::InputClass)
    return;
  StringRef Name = Opt.getPrefixedName();
  if (Name == "--" || isDropped(Name, Words[A.getIndex()]))
    return;
  if (Name == "-Xclang" && visitCc1(A.getValue()))
    return;
  if (!visitInclude(A))
    keep(A, End);
}

Arguments Normalizer::run(StringRef ResourceDir) {
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Parsed = compat::driverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount,
      opt::Visibility(IsCL ? compat::driver_options::CLOption
                           : compat::driver_options::ClangOption));
  Result.push_back(Command.front());
  if (IsCL)
    Result.push_back("--driver-mode=cl");
  size_t Last = MissingCount ? MissingIndex : Words.size();
  for (auto It = Parsed.begin(), E = Parsed.end(); It != E; ++It) {
    auto Next = std::next(It);
    visit(**It, Next == E ? Last : (*Next)->getIndex());
  }
  if (!IsCL)
    Result.insert(Result.end(), std::begin(AddedFlags), std::end(AddedFlags));
  if (!ResourceDir.empty())
    Result.push_back(("-resource-dir=" + ResourceDir).str());
  if (IsCL)
    Result.push_back("--");
  Result.push_back(File.str());
  return std::move(Result);
}

} // namespace

Arguments withoutLaunchers(Arguments Command) {
  while (!Command.empty()) {
    const Launcher *Which = launcherOf(Command.front());
    if (!Which)
      break;
    size_t Length = launcherLength(Command, *Which);
    if (Length >= Command.size())
      break;
    Command.erase(Command.begin(), Command.begin() + Length);
  }
  return Command;
}

Arguments normalizeCommand(const Arguments &Command, StringRef File,
                           StringRef Directory, StringRef ResourceDir) {
  if (Command.empty())
    return {};
  return Normalizer(Command, File, Directory).run(ResourceDir);
}

std::string findResourceDir(StringRef Program) {
  std::string Major = std::to_string(compat::LLVMMajor);
  SmallString<256> Beside(sys::path::parent_path(Program));
  sys::path::append(Beside, "..", "lib", "clang");
  sys::path::append(Beside, Major);
  std::string Installed = "/usr/lib/llvm-" + Major + "/lib/clang/" + Major;
  for (StringRef Dir : {StringRef(SECRET_TIDY_RESOURCE_DIR),
                        StringRef(Installed), StringRef(Beside)})
    if (sys::fs::exists(Dir + "/include/stddef.h"))
      return Dir.str();
  return "";
}

} // namespace audit
} // namespace secret
