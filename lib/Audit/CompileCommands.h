//===- CompileCommands.h - What there is to analyse -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a compilation database, keeps what the user asked for, and brings each
// command into a form that Clang parses.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_COMPILECOMMANDS_H
#define SECRET_TIDY_AUDIT_COMPILECOMMANDS_H

#include "CompileFlags.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace secret {
namespace audit {

/// Where sources and settings are read from.
using FilesPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// A file and one way to compile it.
struct CompileUnit {
  std::string File;      ///< absolute, without dots
  std::string Directory; ///< absolute
  Arguments Command;
  /// The build's own command, without launchers, if its compiler is to be asked
  /// too; else empty.
  Arguments Build;
};

/// All entries of the database at \p Path (a folder or the file itself; empty:
/// the nearest compile_commands.json upward from the working folder), in its
/// order, with response files read and launchers dropped. Fails with one line
/// that says what to do.
llvm::Expected<std::vector<CompileUnit>> loadDatabase(llvm::StringRef Path);

/// Entries for `FILE... -- FLAGS`, one for each of \p Files.
std::vector<CompileUnit> fixedCommands(llvm::ArrayRef<std::string> Files,
                                       llvm::ArrayRef<std::string> Flags);

/// Keeps the units that one of \p Patterns names: a path, a folder, or a glob
/// over the path as written or the absolute one. All if there is no pattern.
/// Fails if a pattern names nothing.
llvm::Error selectUnits(std::vector<CompileUnit> &Units,
                        llvm::ArrayRef<std::string> Patterns);

/// Drops the units that are not C, C++ or a language made of these, such as
/// assembly, by `-x` in the command or by the file's ending; files with an
/// ending that says nothing stay. Returns how many it dropped.
size_t dropOtherLanguages(std::vector<CompileUnit> &Units);

/// Normalizes every command and drops units that are the same afterwards.
/// Equal files with different flags stay.
void normalizeUnits(std::vector<CompileUnit> &Units,
                    llvm::StringRef ResourceDir);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_COMPILECOMMANDS_H
