//===- main.cpp - secret-clangd: clangd with the checks linked in ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clangd loads no plugins, but its main function is in a library. What it needs
// to be told about our checks is in Defaults.cpp and DocLinks.cpp.
//
//===----------------------------------------------------------------------===//

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <cstdio>
#include <string>
#include <vector>

namespace clang::clangd {
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

static bool starts(llvm::ArrayRef<char *> Arguments, llvm::StringRef Word) {
  return llvm::any_of(Arguments, [&](const char *Argument) {
    return llvm::StringRef(Argument).starts_with(Word);
  });
}

int main(int Argc, char **Argv) {
  std::vector<char *> Arguments(Argv, Argv + Argc);
  // Clients look for clangd's own version, which it prints itself.
  if (starts(Arguments, "--version"))
    std::printf("secret-clangd %s: clangd with the checks of secret-tidy\n",
                SECRET_TIDY_VERSION);
  std::fflush(stdout);
  // clangd looks for its headers beside itself.
  std::string Headers = "--resource-dir=" SECRET_TIDY_RESOURCE_DIR;
  if (!starts(Arguments, "--resource-dir") &&
      !starts(Arguments, "-resource-dir"))
    Arguments.push_back(Headers.data());
  const int Count = static_cast<int>(Arguments.size());
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Arguments.data());
}
