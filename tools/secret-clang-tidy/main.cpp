//===- main.cpp - secret-clang-tidy: clang-tidy with the plugin -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For front ends that can only set the path of clang-tidy: becomes the
// clang-tidy of the right LLVM, with `--load` before all other arguments.
//
//===----------------------------------------------------------------------===//

#include "FindTidy.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <vector>

using namespace llvm;

/// The exit code of wrong usage in all of the project's tools.
static constexpr int WrongUsage = 2;

static int complain(const Twine &Problem) {
  errs() << "secret-clang-tidy: error: " << Problem << '\n';
  return WrongUsage;
}

/// An installation has it beside the programs' folder, a build in lib. If it is
/// in neither, where it should be.
static SmallString<128> pluginOf(StringRef Self) {
  StringRef Folder = sys::path::parent_path(sys::path::parent_path(Self));
  SmallString<128> Built(Folder);
  sys::path::append(Built, "lib", "SecretTidy.so");
  if (sys::fs::exists(Built))
    return Built;
  SmallString<128> Installed(Folder);
  sys::path::append(Installed, "SecretTidy.so");
  return Installed;
}

int main(int Argc, char **Argv) {
  SmallString<128> Self;
  if (std::error_code Error = sys::fs::real_path(
          sys::fs::getMainExecutable(Argv[0], reinterpret_cast<void *>(&main)),
          Self))
    return complain("cannot find itself: " + Error.message());
  SmallString<128> Plugin = pluginOf(Self);
  if (!sys::fs::exists(Plugin))
    return complain("no plugin at " + Plugin + "; install secret-tidy again");
  secret::FoundTidy Tidy = secret::findTidy(Self);
  if (Tidy.Program.empty())
    return complain(Tidy.Problem);

  std::string Load = ("--load=" + Plugin).str();
  std::vector<char *> Arguments = {Tidy.Program.data(), Load.data()};
  Arguments.insert(Arguments.end(), Argv + (Argc ? 1 : 0), Argv + Argc);
  Arguments.push_back(nullptr);
  execv(Tidy.Program.c_str(), Arguments.data());
  return complain("cannot run " + Tidy.Program + ": " + std::strerror(errno));
}
