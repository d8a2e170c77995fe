//===- main.cpp - secret-residue: look into memory ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"

using namespace secret::residue;

int main(int Argc, char **Argv) {
  std::optional<SessionOptions> Options =
      parseCommandLine(llvm::ArrayRef<const char *>(Argv, Argc));
  return Options ? runSession(*Options) : WrongUsage;
}
