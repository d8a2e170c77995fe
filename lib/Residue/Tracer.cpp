//===- Tracer.cpp - Stops programs at the chosen moment -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Ptrace.h"
#include "Residue/TracerState.h"
#include "llvm/ADT/STLExtras.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

Error secret::residue::traceProgram(const TraceOptions &Options,
                                    function_ref<Error(const Stop &)> Look) {
  return Tracer(Options, Look).run();
}

Tracer::Tracer(const TraceOptions &Options,
               function_ref<Error(const Stop &)> Look)
    : Options(Options), Look(Look), Moments(Options.Moments) {
  if (Moments.empty())
    Moments.push_back(Moment());
}

Tracer::~Tracer() {
  if (StartPipe >= 0)
    close(StartPipe);
}

/// In the child: waits until it is traced, then becomes the program.
[[noreturn]] static void becomeProgram(ArrayRef<char *> Args, int Go,
                                       int Complain) {
  char Byte;
  if (read(Go, &Byte, 1) == 1)
    execvp(Args[0], Args.data());
  int Cause = errno;
  (void)!write(Complain, &Cause, sizeof Cause);
  _exit(127);
}

Error Tracer::start() {
  std::vector<char *> Args;
  for (const std::string &Word : Options.Command)
    Args.push_back(const_cast<char *>(Word.c_str()));
  Args.push_back(nullptr);
  int Go[2], Complain[2];
  if (pipe2(Go, O_CLOEXEC) != 0 || pipe2(Complain, O_CLOEXEC) != 0)
    return createStringError(Twine("cannot make a pipe: ") + strerror(errno));
  fflush(nullptr);
  int Child = fork();
  if (Child == 0) {
    close(Go[1]);
    becomeProgram(Args, Go[0], Complain[1]);
  }
  close(Go[0]);
  close(Complain[1]);
  StartPipe = Complain[0];
  Error Refused =
      Child < 0 ? createStringError(Twine("cannot fork: ") + strerror(errno))
                : attach(Child);
  if (!Refused && write(Go[1], "g", 1) != 1)
    Refused = createStringError("the program's process is gone");
  close(Go[1]);
  return Refused;
}

Error Tracer::attach(int Child) {
  long Flags = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC |
               PTRACE_O_TRACEEXIT | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
               PTRACE_O_TRACEVFORK;
  if (ptrace(PTRACE_SEIZE, Child, 0, Flags) != 0) {
    int Cause = errno;
    kill(Child, SIGKILL);
    waitpid(Child, nullptr, 0);
    return createStringError(explainRefusal(0, Cause));
  }
  Program = Child;
  Threads[Child] = {Child, true, false, {}};
  Processes[Child].Wanted = true;
  return Error::success();
}

/// The next stop or end of a thread; false if there are no more.
bool Tracer::next(int &Thread, int &Status) {
  if (!Deferred.empty()) {
    std::tie(Thread, Status) = Deferred.front();
    Deferred.pop_front();
    return true;
  }
  do
    Thread = waitpid(-1, &Status, __WALL);
  while (Thread < 0 && errno == EINTR);
  return Thread > 0;
}

bool Tracer::wantsSyscalls() const {
  return any_of(Moments, [](const Moment &M) {
    return !M.Done &&
           (M.What == Moment::Syscall || M.What == Moment::Checkpoint);
  });
}

void Tracer::resume(int Thread, int Signal) {
  ptrace(wantsSyscalls() ? PTRACE_SYSCALL : PTRACE_CONT, Thread, 0, Signal);
  Threads[Thread].Running = true;
}

static bool isStopSignal(int Signal) {
  return Signal == SIGSTOP || Signal == SIGTSTP || Signal == SIGTTIN ||
         Signal == SIGTTOU;
}

Error Tracer::handleEvent(int Thread, int Event, int Signal) {
  switch (Event) {
  case PTRACE_EVENT_EXIT:
    return onExit(Thread);
  case PTRACE_EVENT_EXEC:
    return onExec(Thread);
  case PTRACE_EVENT_STOP:
    if (!isStopSignal(Signal))
      break;
    // The whole process is stopped, and waits for SIGCONT.
    ptrace(PTRACE_LISTEN, Thread, 0, 0);
    Threads[Thread].Running = true;
    return Error::success();
  case PTRACE_EVENT_FORK:
  case PTRACE_EVENT_VFORK:
  case PTRACE_EVENT_CLONE: {
    unsigned long Child = 0;
    ptrace(PTRACE_GETEVENTMSG, Thread, 0, &Child);
    adopt(int(Child));
    break;
  }
  default:
    break;
  }
  resume(Thread);
  return Error::success();
}

Error Tracer::handle(int Thread, int Status) {
  if (!WIFSTOPPED(Status))
    return threadGone(Thread);
  adopt(Thread).Running = false;
  TracedProcess &P = Processes[Threads[Thread].Process];
  if (!P.Stacks.count(Thread))
    P.Stacks[Thread] = ThreadRegisters(Thread).stackPointer();
  int Signal = WSTOPSIG(Status);
  if (int Event = Status >> 16)
    return handleEvent(Thread, Event, Signal);
  if (Signal == (SIGTRAP | 0x80))
    return onSyscall(Thread);
  bool Ours = false;
  if (Signal == SIGTRAP)
    if (Error E = onTrap(Thread, Ours))
      return E;
  return Ours ? Error::success() : onSignal(Thread, Signal);
}

Error Tracer::checkMoments() {
  int Cause = 0;
  if (read(StartPipe, &Cause, sizeof Cause) == ssize_t(sizeof Cause))
    return createStringError("cannot start " + Options.Command[0] + ": " +
                             strerror(Cause));
  for (const Moment &M : Moments)
    if (!M.Done)
      return createStringError(
          "the program ended before " + M.Text +
          (M.Seen ? " (it came " + Twine(M.Seen) + " times)" : Twine()));
  return Error::success();
}

/// Children that nobody looks into must not end with the tracer.
void Tracer::letGo() {
  for (auto &[Thread, State] : Threads) {
    int Status;
    if (State.Running && (ptrace(PTRACE_INTERRUPT, Thread, 0, 0) != 0 ||
                          waitpid(Thread, &Status, __WALL) != Thread))
      continue;
    TracedProcess &P = Processes[State.Process];
    if (P.Memory)
      P.Points.removeAll(*P.Memory);
    ptrace(PTRACE_DETACH, Thread, 0, 0);
  }
}

Error Tracer::run() {
  if (Error E = start())
    return E;
  auto AnyWanted = [&] {
    return any_of(Processes, [](const auto &P) { return P.second.Wanted; });
  };
  int Thread, Status;
  while (AnyWanted() && next(Thread, Status)) {
    if (Error E = handle(Thread, Status)) {
      kill(Program, SIGKILL);
      return E;
    }
    if (Options.Kill && all_of(Moments, [](const Moment &M) { return M.Done; }))
      kill(Program, SIGKILL);
  }
  letGo();
  return checkMoments();
}
