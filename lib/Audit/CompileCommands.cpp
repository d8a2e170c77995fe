//===- CompileCommands.cpp - What there is to analyse ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompileCommands.h"
#include "GccCommand.h"
#include "Paths.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
namespace types = clang::driver::types;
using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;

namespace secret {
namespace audit {
namespace {

constexpr StringLiteral FileName = "compile_commands.json";
constexpr StringLiteral HowToGet =
    "make one with 'cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON', 'meson setup', "
    "'bear -- make' or 'ninja -t compdb', and name its folder with -p; or give "
    "the flags: secret-audit FILE -- FLAGS";

Error failure(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

/// The nearest database upward from the working folder, or an empty string.
std::string nearestDatabase() {
  SmallString<256> Folder;
  sys::fs::current_path(Folder);
  for (StringRef Dir = Folder; !Dir.empty();
       Dir = sys::path::parent_path(Dir)) {
    SmallString<256> Candidate(Dir);
    sys::path::append(Candidate, FileName);
    if (sys::fs::exists(Candidate))
      return Candidate.str().str();
  }
  return "";
}

Expected<std::string> findDatabase(StringRef Path) {
  if (Path.empty()) {
    std::string Nearest = nearestDatabase();
    if (!Nearest.empty())
      return Nearest;
    return failure("no " + FileName + " here or in a folder above; " +
                   HowToGet);
  }
  if (!sys::fs::is_directory(Path)) {
    if (sys::fs::exists(Path))
      return Path.str();
    return failure("'" + Path + "' does not exist; " + HowToGet);
  }
  SmallString<256> File(Path);
  sys::path::append(File, FileName);
  if (sys::fs::exists(File))
    return File.str().str();
  return failure("no " + FileName + " in '" + Path + "'; " + HowToGet);
}

/// `[3:7, byte=20]: Expected ...` becomes `FILE:3:7: error: Expected ...`.
Error syntaxError(StringRef Path, Error Cause) {
  std::string Text = toString(std::move(Cause));
  auto [Position, Message] = StringRef(Text).split("]: ");
  StringRef LineColumn = Position.ltrim('[').split(',').first;
  return failure(Path + ":" + LineColumn + ": error: " + Message +
                 "; expected a JSON compilation database");
}

/// Says what is wrong with the shape of the database, with the entry's number.
Error checkEntries(StringRef Path, const json::Value &Root) {
  const json::Array *Entries = Root.getAsArray();
  if (!Entries)
    return failure(Path + ": error: expected a list of entries with "
                          "'directory', 'file' and 'command'");
  if (Entries->empty())
    return failure(Path +
                   ": error: it has no entry; build the project first "
                   "if it makes the database as it builds, or " +
                   HowToGet);
  unsigned Number = 0;
  for (const json::Value &Value : *Entries) {
    ++Number;
    const json::Object *Entry = Value.getAsObject();
    const char *Missing = nullptr;
    if (!Entry || !Entry->getString("file"))
      Missing = "'file'";
    else if (!Entry->getString("directory"))
      Missing = "'directory'";
    else if (!Entry->getString("command") && !Entry->getArray("arguments"))
      Missing = "'command' or 'arguments'";
    if (Missing)
      return failure(Path + ": error: entry " + Twine(Number) + " lacks " +
                     Missing);
  }
  return Error::success();
}

Expected<std::unique_ptr<CompilationDatabase>> parseDatabase(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure("cannot read '" + Path +
                   "': " + Buffer.getError().message());
  Expected<json::Value> Root = json::parse((*Buffer)->getBuffer());
  if (!Root)
    return syntaxError(Path, Root.takeError());
  if (Error E = checkEntries(Path, *Root))
    return std::move(E);
  std::string Message;
  std::unique_ptr<CompilationDatabase> Database =
      clang::tooling::JSONCompilationDatabase::loadFromBuffer(
          (*Buffer)->getBuffer(), Message,
          clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return failure(Path + ": error: " + Message);
  return clang::tooling::expandResponseFiles(std::move(Database),
                                             vfs::createPhysicalFileSystem());
}

CompileUnit makeUnit(CompileCommand Entry, StringRef DatabaseFolder) {
  CompileUnit Unit;
  Unit.Directory = absolutePath(Entry.Directory, DatabaseFolder);
  Unit.File = absolutePath(Entry.Filename, Unit.Directory);
  Unit.Command = withoutLaunchers(std::move(Entry.CommandLine));
  if (!Unit.Command.empty()) {
    // `aarch64-linux-gnu-g++` says the target and the language.
    std::string Program = Unit.Command.front();
    clang::tooling::addTargetAndModeForProgramName(Unit.Command, Program);
  }
  return Unit;
}

/// One argument that says which files are wanted.
class Pattern {
public:
  static Expected<Pattern> create(StringRef Text) {
    Pattern P;
    P.Path = absolutePath(Text);
    for (StringRef Spelling : {Text, StringRef(P.Path)}) {
      Expected<GlobPattern> Glob = GlobPattern::create(Spelling);
      if (!Glob)
        return failure("'" + Text + "' is not a file or a glob: " +
                       toString(Glob.takeError()));
      P.Globs.push_back(std::move(*Glob));
    }
    return P;
  }

  bool matches(StringRef File) const {
    if (File == Path)
      return true;
    if (File.starts_with(Path) && File.drop_front(Path.size()).starts_with("/"))
      return true;
    return any_of(Globs, [&](const GlobPattern &G) { return G.match(File); });
  }

private:
  std::string Path;
  std::vector<GlobPattern> Globs;
};

/// The language that the last `-x` of a command names; none if it has none.
types::ID namedLanguage(const Arguments &Command) {
  types::ID Language = types::TY_INVALID;
  for (size_t I = 1; I < Command.size(); ++I) {
    StringRef Word = Command[I];
    if (!Word.consume_front("-x"))
      continue;
    if (Word.empty() && I + 1 < Command.size())
      Word = Command[++I];
    Language = types::lookupTypeForTypeSpecifier(Word.str().c_str());
  }
  return Language;
}

/// Whether neither the command nor the file's ending says C or C++, but one of
/// them another language.
bool isOtherLanguage(const CompileUnit &Unit) {
  types::ID Language = namedLanguage(Unit.Command);
  StringRef Ending = sys::path::extension(Unit.File);
  if (Language == types::TY_INVALID && Ending.consume_front("."))
    Language = types::lookupTypeForExtension(Ending);
  return Language != types::TY_INVALID && !types::isDerivedFromC(Language);
}

std::string unitKey(const CompileUnit &Unit) {
  std::string Key = Unit.Directory;
  for (const std::string &Word : Unit.Command) {
    Key.push_back('\0');
    Key += Word;
  }
  return Key;
}

} // namespace

Expected<std::vector<CompileUnit>> loadDatabase(StringRef Path) {
  Expected<std::string> File = findDatabase(Path);
  if (!File)
    return File.takeError();
  auto Database = parseDatabase(*File);
  if (!Database)
    return Database.takeError();
  std::string Folder = sys::path::parent_path(absolutePath(*File)).str();
  std::vector<CompileUnit> Units;
  for (CompileCommand &Entry : (*Database)->getAllCompileCommands())
    Units.push_back(makeUnit(std::move(Entry), Folder));
  return Units;
}

std::vector<CompileUnit> fixedCommands(ArrayRef<std::string> Files,
                                       ArrayRef<std::string> Flags) {
  SmallString<256> Directory;
  sys::fs::current_path(Directory);
  std::vector<CompileUnit> Units;
  for (const std::string &File : Files) {
    CompileUnit Unit;
    Unit.File = absolutePath(File);
    Unit.Directory = Directory.str().str();
    Unit.Command.push_back("clang");
    Unit.Command.insert(Unit.Command.end(), Flags.begin(), Flags.end());
    Units.push_back(std::move(Unit));
  }
  return Units;
}

Error selectUnits(std::vector<CompileUnit> &Units,
                  ArrayRef<std::string> Patterns) {
  if (Patterns.empty())
    return Error::success();
  std::vector<bool> Wanted(Units.size());
  for (const std::string &Text : Patterns) {
    Expected<Pattern> P = Pattern::create(Text);
    if (!P)
      return P.takeError();
    bool Any = false;
    for (size_t I = 0; I < Units.size(); ++I)
      if (P->matches(Units[I].File))
        Wanted[I] = Any = true;
    if (!Any)
      return failure("'" + Text +
                     "' names no file of the database; name a source file, a "
                     "folder or a glob, or give the flags: secret-audit FILE "
                     "-- FLAGS");
  }
  size_t I = 0;
  erase_if(Units, [&](const CompileUnit &) { return !Wanted[I++]; });
  return Error::success();
}

size_t dropOtherLanguages(std::vector<CompileUnit> &Units) {
  size_t Before = Units.size();
  erase_if(Units, isOtherLanguage);
  return Before - Units.size();
}

void normalizeUnits(std::vector<CompileUnit> &Units, StringRef ResourceDir) {
  StringSet<> Seen;
  for (CompileUnit &Unit : Units) {
    if (namesGcc(Unit.Command))
      Unit.Build = Unit.Command;
    Unit.Command =
        normalizeCommand(Unit.Command, Unit.File, Unit.Directory, ResourceDir);
  }
  erase_if(Units, [&](const CompileUnit &Unit) {
    return !Seen.insert(unitKey(Unit)).second;
  });
}

} // namespace audit
} // namespace secret
