//===- SingleCommand.h - A database of one command --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's tools take their commands from a database; a step has one command.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_SINGLECOMMAND_H
#define SECRET_TIDY_AUDIT_SINGLECOMMAND_H

#include "CompileCommands.h"
#include "clang/Tooling/CompilationDatabase.h"

namespace secret {
namespace audit {

class SingleCommand : public clang::tooling::CompilationDatabase {
public:
  explicit SingleCommand(const CompileUnit &Unit)
      : Command(Unit.Directory, Unit.File, Unit.Command, /*Output=*/"") {}

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef) const override {
    return {Command};
  }

private:
  clang::tooling::CompileCommand Command;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_SINGLECOMMAND_H
