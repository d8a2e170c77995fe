//===- InjectFault.cpp - Faults for tests ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InjectFault.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <chrono>
#include <csignal>
#include <thread>

using namespace llvm;

namespace secret {
namespace audit {

static std::string fault() {
  return sys::Process::GetEnv("SECRET_AUDIT_INJECT_FAULT").value_or("");
}

void injectFault(StringRef File) {
  const std::string Fault = fault();
  const auto [Kind, Name] = StringRef(Fault).split(':');
  if (Name != sys::path::filename(File))
    return;
  if (Kind == "crash")
    LLVM_BUILTIN_TRAP;
  if (Kind == "exit")
    sys::Process::Exit(7);
  if (Kind == "kill")
    raise(SIGKILL);
  for (volatile bool Hang = Kind == "hang"; Hang;) {
  }
}

void injectWait(const Twine &Marker, function_ref<bool()> IsStopped) {
  if (fault() != "wait:link")
    return;
  (void)sys::fs::create_directory(Marker);
  while (!IsStopped())
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

} // namespace audit
} // namespace secret
