//===- LoadGuard.cpp - Refuse to load into another LLVM ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plugin made for one LLVM major loads silently into another and crashes
// later, or never runs. This constructor runs before those that make registry
// entries, asks the host which LLVM it is, and ends the process with one line
// if it is not ours. It uses nothing of LLVM but what it looks up by name.
//
//===----------------------------------------------------------------------===//

#include "llvm/Config/llvm-config.h"
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string>

namespace {

/// The exit code of wrong usage in all of the project's tools.
constexpr int WrongUsage = 2;

/// LLVM's C interface knows its version since 16.
unsigned majorByCInterface() {
  using GetVersion = void(unsigned *, unsigned *, unsigned *);
  auto *Get =
      reinterpret_cast<GetVersion *>(dlsym(RTLD_DEFAULT, "LLVMGetVersion"));
  if (!Get)
    return 0;
  unsigned Major = 0, Minor = 0, Patch = 0;
  Get(&Major, &Minor, &Patch);
  return Major;
}

/// Every Clang knows its full version: "... clang version 14.0.6".
unsigned majorByClang() {
  using GetVersion = std::string();
  auto *Get = reinterpret_cast<GetVersion *>(
      dlsym(RTLD_DEFAULT, "_ZN5clang19getClangFullVersionB5cxx11Ev"));
  if (!Get)
    return 0;
  const std::string Text = Get();
  const std::string Mark = "version ";
  size_t At = Text.find(Mark);
  if (At == std::string::npos)
    return 0;
  return static_cast<unsigned>(
      std::strtoul(Text.c_str() + At + Mark.size(), nullptr, 10));
}

unsigned hostMajor() {
  unsigned Major = majorByCInterface();
  return Major ? Major : majorByClang();
}

__attribute__((constructor(101))) void refuseOtherMajor() {
  unsigned Host = hostMajor();
  if (Host == LLVM_VERSION_MAJOR)
    return;
  const std::string Name = Host ? "LLVM " + std::to_string(Host)
                                : std::string("no LLVM that it knows");
  std::fprintf(stderr,
               "error: this secret-tidy was built for LLVM %d, but the program "
               "that loads it has %s; use clang-tidy-%d or clang-%d, or build "
               "secret-tidy for the other LLVM\n",
               LLVM_VERSION_MAJOR, Name.c_str(), LLVM_VERSION_MAJOR,
               LLVM_VERSION_MAJOR);
  std::_Exit(WrongUsage);
}

} // namespace
