//===- TracerThreads.cpp - Threads and processes that come and go ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Ptrace.h"
#include "Residue/TracerState.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <csignal>
#include <cstring>
#include <elf.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace llvm;
using namespace secret::residue;

/// The state of a thread, which may be new: its own first stop and its maker's
/// event come in any order.
TracedThread &Tracer::adopt(int Thread) {
  auto [It, New] = Threads.try_emplace(Thread);
  if (!New)
    return It->second;
  int Process = int(statusNumber(Thread, "Tgid"));
  It->second.Process = Process > 0 ? Process : Thread;
  It->second.Running = true;
  auto [P, NewProcess] = Processes.try_emplace(It->second.Process);
  if (!NewProcess)
    return It->second;
  P->second.Wanted = Options.Children;
  if (Expected<std::unique_ptr<ProcessMemory>> Memory =
          ProcessMemory::open(Thread))
    P->second.Memory = std::move(*Memory);
  else
    consumeError(Memory.takeError());
  auto Parent = Processes.find(int(statusNumber(Thread, "PPid")));
  if (Parent != Processes.end()) {
    P->second.HasProgram = Parent->second.HasProgram;
    P->second.Points = Parent->second.Points;
    P->second.Functions = Parent->second.Functions;
  }
  return It->second;
}

std::vector<int> Tracer::threadsOf(int Process) const {
  std::vector<int> Result;
  for (const auto &[Thread, State] : Threads)
    if (State.Process == Process)
      Result.push_back(Thread);
  return Result;
}

Error Tracer::threadGone(int Thread) {
  auto It = Threads.find(Thread);
  if (It == Threads.end())
    return Error::success();
  int Process = It->second.Process;
  Threads.erase(It);
  if (!threadsOf(Process).empty())
    return checkAllAtExit(Process);
  Processes.erase(Process);
  return Error::success();
}

/// Threads that end with their process are held until the last one is there, so
/// that all of them can be looked into. One that ends alone must not be held:
/// others may wait for it. (Nor one that is killed: that may be an exec.)
Error Tracer::onExit(int Thread) {
  unsigned long Status = 0;
  ptrace(PTRACE_GETEVENTMSG, Thread, 0, &Status);
  TracedThread &T = Threads[Thread];
  T.AtExit = true;
  int Process = T.Process;
  bool Alone = ThreadRegisters(Thread).syscallNumber() == SYS_exit ||
               (Status & 0x7f) == SIGKILL;
  bool Last = all_of(threadsOf(Process),
                     [&](int Other) { return Threads[Other].AtExit; });
  if (Alone && !Last) {
    resume(Thread);
    // It counts no more, but for its end; its stack may be another's soon.
    Threads.erase(Thread);
    Processes[Process].Stacks.erase(Thread);
    return Error::success();
  }
  return checkAllAtExit(Process);
}

Error Tracer::checkAllAtExit(int Process) {
  std::vector<int> All = threadsOf(Process);
  for (int Thread : All)
    if (!Threads[Thread].AtExit)
      return Error::success();
  TracedProcess &P = Processes[Process];
  for (Moment &M : Moments) {
    if (M.What != Moment::Exit || !P.Wanted || !P.HasProgram)
      continue;
    M.Done = true;
    if (Error E = look(All.front(), M))
      return E;
  }
  for (int Thread : All) {
    resume(Thread);
    Threads[Thread].AtExit = false;
  }
  return Error::success();
}

/// The program's first instruction, of the auxiliary vector.
static uint64_t entryOf(int Process) {
  auto Buffer = MemoryBuffer::getFileAsStream(
      "/proc/" + std::to_string(Process) + "/auxv");
  if (!Buffer)
    return 0;
  StringRef Bytes = (*Buffer)->getBuffer();
  for (; Bytes.size() >= 16; Bytes = Bytes.drop_front(16)) {
    uint64_t Entry[2];
    memcpy(Entry, Bytes.data(), sizeof Entry);
    if (Entry[0] == AT_ENTRY)
      return Entry[1];
  }
  return 0;
}

Error Tracer::onExec(int Process) {
  // Its other threads are gone, and this one may have had another number.
  for (int Thread : threadsOf(Process))
    if (Thread != Process)
      Threads.erase(Thread);
  Threads[Process] = {Process, false, false, {}};
  TracedProcess &P = Processes[Process];
  P.Points.forget();
  P.Stacks.clear();
  if (!P.Wanted) {
    ptrace(PTRACE_DETACH, Process, 0, 0);
    Threads.erase(Process);
    Processes.erase(Process);
    return Error::success();
  }
  Expected<std::unique_ptr<ProcessMemory>> Memory =
      ProcessMemory::open(Process);
  if (!Memory)
    return Memory.takeError();
  P.Memory = std::move(*Memory);
  P.HasProgram = true;
  P.Functions.clear();
  bool Returns = any_of(Moments, [](const Moment &M) {
    return M.What == Moment::Return && !M.Done;
  });
  P.Entry = Returns ? entryOf(Process) : 0;
  if (P.Entry)
    P.Points.insert(*P.Memory, P.Entry);
  resume(Process);
  return Error::success();
}

/// Stops the other threads of the process, looks, and lets those go on.
Error Tracer::look(int Thread, const Moment &At) {
  int Process = Threads[Thread].Process;
  Stop S{Process, {Thread}, {}, At.Text};
  std::vector<int> Interrupted;
  for (int Other : threadsOf(Process)) {
    if (Other == Thread)
      continue;
    int Status = 0;
    if (Threads[Other].Running) {
      if (ptrace(PTRACE_INTERRUPT, Other, 0, 0) != 0 ||
          waitpid(Other, &Status, __WALL) != Other)
        continue;
      Threads[Other].Running = false;
      if (WIFSTOPPED(Status) && Status >> 16 == PTRACE_EVENT_STOP)
        Interrupted.push_back(Other);
      else
        Deferred.push_back({Other, Status});
      if (!WIFSTOPPED(Status))
        continue;
    }
    S.Threads.push_back(Other);
  }
  for (const auto &[Other, Stack] : Processes[Process].Stacks)
    if (!is_contained(S.Threads, Other))
      S.Ended.push_back({Other, Stack, /*HasEnded=*/true});
  Error Result = Look(S);
  for (int Other : Interrupted)
    resume(Other);
  return Result;
}
