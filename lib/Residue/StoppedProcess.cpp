//===- StoppedProcess.cpp - Holds a running process -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Ptrace.h"
#include "Residue/Tracer.h"
#include "llvm/ADT/STLExtras.h"
#include <cerrno>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

/// Attaches to one thread and waits until it stands; the error's number, or 0.
static int stopThread(int Thread) {
  if (ptrace(PTRACE_SEIZE, Thread, 0, 0) != 0 ||
      ptrace(PTRACE_INTERRUPT, Thread, 0, 0) != 0)
    return errno;
  int Status = 0;
  if (waitpid(Thread, &Status, __WALL) != Thread)
    return errno;
  return WIFSTOPPED(Status) ? 0 : ESRCH;
}

Expected<StoppedProcess> StoppedProcess::stop(int Pid) {
  auto Refuse = [&](int Cause) {
    return createStringError(explainRefusal(Pid, Cause));
  };
  if (Pid == getpid())
    return Refuse(EPERM);
  StoppedProcess P;
  // New threads may appear as long as one runs.
  for (bool Again = true; Again;) {
    Again = false;
    for (int Thread : listThreads(Pid)) {
      if (is_contained(P.Threads, Thread))
        continue;
      int Cause = stopThread(Thread);
      if (Cause == ESRCH && Thread != Pid)
        continue;
      if (Cause)
        return Refuse(Cause);
      P.Threads.push_back(Thread);
      Again = true;
    }
  }
  if (P.Threads.empty())
    return Refuse(ESRCH);
  return std::move(P);
}

StoppedProcess::StoppedProcess(StoppedProcess &&Other) noexcept
    : Threads(std::move(Other.Threads)) {
  Other.Threads.clear();
}

StoppedProcess::~StoppedProcess() {
  for (int Thread : Threads)
    ptrace(PTRACE_DETACH, Thread, 0, 0);
}
