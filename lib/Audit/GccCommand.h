//===- GccCommand.h - Runs the compiler of a build --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_GCCCOMMAND_H
#define SECRET_TIDY_AUDIT_GCCCOMMAND_H

#include "CompileCommands.h"

namespace secret {
namespace audit {

/// Whether \p Command names GCC, by its name or, for others such as `cc`, by
/// that of the file that this is a link to.
bool namesGcc(const Arguments &Command);

/// \p Command's flags, without inputs, outputs and phases; CompileFlags.def
/// says which go.
Arguments gccFlags(const Arguments &Command);

/// The level that the flags say: `-O2`; `-O0` if they say none.
std::string levelOfFlags(const Arguments &Flags);

/// A temporary folder, removed with all that is in it in the end.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  /// Empty if it could not be made.
  const std::string &path() const { return Path; }

private:
  std::string Path;
};

/// A compiler that is named by a build.
class GccCommand {
public:
  /// \p Unit has a Build. No process may take longer than \p Seconds; 0 is no
  /// limit.
  GccCommand(const CompileUnit &Unit, unsigned Seconds);

  /// Why it cannot be run, or is another compiler; empty if all is well.
  const std::string &obstacle() const { return Obstacle; }
  /// `12.2.0` and `x86_64-linux-gnu`; empty if there is an obstacle.
  const std::string &version() const { return Version; }
  const std::string &target() const { return Target; }
  const Arguments &flags() const { return Flags; }

  /// Its own path; empty if it is not installed.
  const std::string &program() const { return Program; }
  /// The path of a program that it starts, such as `cc1`; empty if there is
  /// none, or an obstacle.
  std::string programOf(llvm::StringRef Name) const;

  /// Runs it in the unit's folder with the flags and \p More.
  /// \returns why it failed, in one line; empty if it did not.
  std::string run(llvm::ArrayRef<std::string> More) const;

private:
  std::string execute(llvm::ArrayRef<std::string> Words,
                      std::string &Output) const;
  void identify();

  const CompileUnit &Unit;
  unsigned Seconds;
  std::string Program, Obstacle, Version, Target;
  Arguments Flags;
  TemporaryFolder Folder;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_GCCCOMMAND_H
