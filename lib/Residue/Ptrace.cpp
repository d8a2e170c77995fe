//===- Ptrace.cpp - What differs between machines under ptrace ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Ptrace.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

ThreadRegisters::ThreadRegisters(int Thread) : Thread(Thread) {
  iovec Into = {&Values, sizeof Values};
  Valid = ptrace(PTRACE_GETREGSET, Thread, NT_PRSTATUS, &Into) == 0;
#if defined(__aarch64__)
  iovec Call = {&Syscall, sizeof Syscall};
  Syscall = -1;
  ptrace(PTRACE_GETREGSET, Thread, NT_ARM_SYSTEM_CALL, &Call);
#endif
}

bool ThreadRegisters::store() const {
  iovec From = {const_cast<user_regs_struct *>(&Values), sizeof Values};
  return ptrace(PTRACE_SETREGSET, Thread, NT_PRSTATUS, &From) == 0;
}

#if defined(__aarch64__)

const BreakpointCode secret::residue::TrapCode = {
    {0x00, 0x00, 0x20, 0xd4}, 4, 0};
uint64_t ThreadRegisters::programCounter() const { return Values.pc; }
void ThreadRegisters::setProgramCounter(uint64_t Value) { Values.pc = Value; }
uint64_t ThreadRegisters::stackPointer() const { return Values.sp; }
uint64_t ThreadRegisters::linkRegister() const { return Values.regs[30]; }
long ThreadRegisters::syscallNumber() const { return Syscall; }

#else

const BreakpointCode secret::residue::TrapCode = {{0xcc}, 1, 1};
uint64_t ThreadRegisters::programCounter() const { return Values.rip; }
void ThreadRegisters::setProgramCounter(uint64_t Value) { Values.rip = Value; }
uint64_t ThreadRegisters::stackPointer() const { return Values.rsp; }
uint64_t ThreadRegisters::linkRegister() const { return 0; }
long ThreadRegisters::syscallNumber() const { return long(Values.orig_rax); }

#endif

std::vector<int> secret::residue::listThreads(int Pid) {
  std::vector<int> Threads;
  std::error_code Code;
  std::string Folder = "/proc/" + std::to_string(Pid) + "/task";
  for (sys::fs::directory_iterator It(Folder, Code), End; It != End && !Code;
       It.increment(Code)) {
    int Thread = 0;
    if (!sys::path::filename(It->path()).getAsInteger(10, Thread))
      Threads.push_back(Thread);
  }
  std::sort(Threads.begin(), Threads.end());
  return Threads;
}

long secret::residue::statusNumber(int Pid, const char *Name) {
  auto Buffer =
      MemoryBuffer::getFileAsStream("/proc/" + std::to_string(Pid) + "/status");
  if (!Buffer)
    return -1;
  StringRef Rest = (*Buffer)->getBuffer();
  long Value = -1;
  while (!Rest.empty()) {
    auto [Line, Next] = Rest.split('\n');
    if (Line.consume_front(Name) && Line.consume_front(":") &&
        !Line.trim().split('\t').first.getAsInteger(10, Value))
      return Value;
    Rest = Next;
  }
  return -1;
}

/// The setting of Yama; 0 where the kernel has none.
static int ptraceScope() {
  auto Buffer =
      MemoryBuffer::getFileAsStream("/proc/sys/kernel/yama/ptrace_scope");
  int Scope = 0;
  if (Buffer)
    (*Buffer)->getBuffer().trim().getAsInteger(10, Scope);
  return Scope;
}

std::string secret::residue::explainRefusal(int Pid, int Cause) {
  std::string Who =
      Pid ? "process " + std::to_string(Pid) : "a program of its own";
  std::string Text = "ptrace of " + Who + " is not permitted: ";
  if (Cause == ESRCH)
    return "there is no process " + std::to_string(Pid);
  if (Pid == getpid())
    return Text + "it is secret-residue itself";
  long Tracer = Pid ? statusNumber(Pid, "TracerPid") : 0;
  if (Tracer > 0)
    return Text + "process " + std::to_string(Tracer) + " traces it already";
  int Scope = ptraceScope();
  if (Scope >= (Pid ? 1 : 3))
    return Text + "kernel.yama.ptrace_scope is " + std::to_string(Scope) +
           (Scope < 3 ? "; run as root, or set it to 0"
                      : ", which forbids it until the next boot");
  long Owner = Pid ? statusNumber(Pid, "Uid") : -1;
  if (Owner >= 0 && Owner != long(getuid()) && getuid() != 0)
    return Text + "it belongs to user " + std::to_string(Owner) +
           "; run as that user or as root";
  return Text + "CAP_SYS_PTRACE is missing (in a container: "
                "--cap-add=SYS_PTRACE), or the process is not dumpable "
                "(PR_SET_DUMPABLE)";
}
