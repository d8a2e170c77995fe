//===- TracerMoments.cpp - What may be a moment ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Modules.h"
#include "Residue/Ptrace.h"
#include "Residue/TracerState.h"
#include "secret-tidy/residue.h"
#include "llvm/ADT/STLExtras.h"
#include <csignal>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace llvm;
using namespace secret::residue;

Error Tracer::onSignal(int Thread, int Signal) {
  if (Processes[Threads[Thread].Process].Wanted)
    for (Moment &M : Moments)
      if (M.What == Moment::Signal && M.Number == Signal && M.reached())
        if (Error E = look(Thread, M))
          return E;
  resume(Thread, Signal);
  return Error::success();
}

/// The label of a checkpoint: a call of prctl with a number that is ours.
std::string Tracer::checkpointLabel(int Thread, uint64_t Address) {
  const TracedProcess &P = Processes[Threads[Thread].Process];
  return P.Memory ? P.Memory->string(Address, 256) : std::string();
}

Error Tracer::onSyscall(int Thread) {
  struct __ptrace_syscall_info Info = {};
  long Size = ptrace(PTRACE_GET_SYSCALL_INFO, Thread, sizeof Info, &Info);
  const TracedProcess &P = Processes[Threads[Thread].Process];
  if (Size <= 0 || Info.op != PTRACE_SYSCALL_INFO_ENTRY || !P.Wanted) {
    resume(Thread);
    return Error::success();
  }
  bool IsCheckpoint = Info.entry.nr == SYS_prctl &&
                      Info.entry.args[0] == SECRET_RESIDUE_CHECKPOINT_OPTION;
  std::string Label =
      IsCheckpoint ? checkpointLabel(Thread, Info.entry.args[1]) : "";
  for (Moment &M : Moments) {
    bool Matches =
        M.What == Moment::Syscall
            ? long(Info.entry.nr) == M.Number
            : M.What == Moment::Checkpoint && IsCheckpoint && M.Name == Label;
    if (Matches && M.reached())
      if (Error E = look(Thread, M))
        return E;
  }
  resume(Thread);
  return Error::success();
}

/// A trap at a breakpoint of ours; \p Ours is false for any other.
Error Tracer::onTrap(int Thread, bool &Ours) {
  TracedProcess &P = Processes[Threads[Thread].Process];
  ThreadRegisters Registers(Thread);
  if (!Registers.valid() || !P.Memory)
    return Error::success();
  uint64_t Address = Registers.programCounter() - TrapCode.Skip;
  if (!P.Points.contains(Address))
    return Error::success();
  Ours = true;
  Registers.setProgramCounter(Address);
  Registers.store();
  if (Address == P.Entry)
    return onEntry(Thread);
  if (is_contained(P.Functions, Address)) {
    onCall(Thread, Address);
    return Error::success();
  }
  return onReturn(Thread, Address);
}

/// All libraries are there: functions can be found.
Error Tracer::onEntry(int Thread) {
  int Process = Threads[Thread].Process;
  TracedProcess &P = Processes[Process];
  P.Points.remove(*P.Memory, P.Entry);
  P.Entry = 0;
  SecureArena Unused;
  Expected<Target> Of = openProcess(Process, {}, Unused);
  if (!Of)
    return Of.takeError();
  Modules Mods(*Of);
  for (Moment &M : Moments) {
    if (M.What != Moment::Return)
      continue;
    std::optional<uint64_t> Address = Mods.find(M.Name, /*OnlyFunctions=*/true);
    if (!Address || !P.Points.insert(*P.Memory, *Address))
      return createStringError(
          "--at " + M.Text + ": no function '" + M.Name +
          "' in the program and its libraries; is it inlined or stripped?");
    M.Number = long(*Address);
    P.Functions.push_back(*Address);
  }
  resume(Thread);
  return Error::success();
}

void Tracer::onCall(int Thread, uint64_t Function) {
  TracedProcess &P = Processes[Threads[Thread].Process];
  ThreadRegisters Registers(Thread);
  uint64_t Return = Registers.linkRegister();
  if (!Return)
    Return = P.Memory->number(Registers.stackPointer());
  if (P.Points.insert(*P.Memory, Return))
    Threads[Thread].Calls.push_back(
        {Function, Return, Registers.stackPointer()});
  stepOver(Thread, Function);
}

Error Tracer::onReturn(int Thread, uint64_t Address) {
  TracedThread &T = Threads[Thread];
  TracedProcess &P = Processes[T.Process];
  uint64_t Stack = ThreadRegisters(Thread).stackPointer();
  // Calls above this one ended without a return (longjmp, an exception).
  while (!T.Calls.empty() && T.Calls.back().Return != Address &&
         T.Calls.back().StackPointer < Stack)
    T.Calls.pop_back();
  if (!T.Calls.empty() && T.Calls.back().Return == Address &&
      T.Calls.back().StackPointer <= Stack) {
    uint64_t Function = T.Calls.back().Function;
    T.Calls.pop_back();
    for (Moment &M : Moments)
      if (M.What == Moment::Return && P.Wanted &&
          uint64_t(M.Number) == Function && M.reached())
        if (Error E = look(Thread, M))
          return E;
  }
  stepOver(Thread, Address);
  return Error::success();
}

/// Runs the program's own instruction, with the breakpoint away meanwhile.
void Tracer::stepOver(int Thread, uint64_t Address) {
  TracedProcess &P = Processes[Threads[Thread].Process];
  P.Points.remove(*P.Memory, Address);
  int Status = 0;
  if (ptrace(PTRACE_SINGLESTEP, Thread, 0, 0) != 0 ||
      waitpid(Thread, &Status, __WALL) != Thread)
    return;
  P.Points.insert(*P.Memory, Address);
  if (WIFSTOPPED(Status) && WSTOPSIG(Status) == SIGTRAP && !(Status >> 16))
    resume(Thread);
  else
    Deferred.push_back({Thread, Status});
}
