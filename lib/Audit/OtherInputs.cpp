//===- OtherInputs.cpp - What a compiler reads besides sources ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OtherInputs.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

constexpr StringLiteral Naming[] = {
#define READS_FILE(Beginning) Beginning,
#include "CompileFlags.def"
};

constexpr StringLiteral NotNaming[] = {
#define READS_FILES(Name) Name,
#include "CompileFlags.def"
};

/// False if it is a folder: which of its files are read nobody knows.
bool readInput(StringRef Path, vfs::FileSystem &Files) {
  ErrorOr<vfs::Status> Status = Files.status(Path);
  if (Status && Status->isDirectory())
    return false;
  // What cannot be read is an answer, too.
  (void)Files.getBufferForFile(Path);
  return true;
}

bool readInputsOf(const Arguments &Command, vfs::FileSystem &Files) {
  for (StringRef Word : Command) {
    if (is_contained(NotNaming, Word))
      return false;
    for (StringRef Beginning : Naming) {
      StringRef Path = Word;
      if (Path.consume_front(Beginning) && !readInput(Path, Files))
        return false;
    }
  }
  return true;
}

} // namespace

bool readOtherInputs(const CompileUnit &Unit, vfs::FileSystem &Files) {
  return readInputsOf(Unit.Command, Files) && readInputsOf(Unit.Build, Files);
}

} // namespace audit
} // namespace secret
