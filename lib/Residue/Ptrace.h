//===- Ptrace.h - What differs between machines under ptrace ----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_PTRACE_H
#define SECRET_TIDY_RESIDUE_PTRACE_H

#include <cstdint>
#include <string>
#include <sys/user.h>
#include <vector>

namespace secret {
namespace residue {

/// The general registers of a stopped thread, with what a tracer needs of them.
class ThreadRegisters {
public:
  /// Reads them; valid() is false if the thread is gone.
  explicit ThreadRegisters(int Thread);
  bool valid() const { return Valid; }

  uint64_t programCounter() const;
  void setProgramCounter(uint64_t Value);
  uint64_t stackPointer() const;
  /// The link register, where the machine has one; 0 otherwise.
  uint64_t linkRegister() const;
  /// The system call that the thread is in or came from.
  long syscallNumber() const;
  /// Writes them back.
  bool store() const;

private:
  int Thread;
  bool Valid;
#if defined(__aarch64__)
  user_regs_struct Values;
  int Syscall;
#else
  user_regs_struct Values;
#endif
};

/// The instruction that stops a thread with SIGTRAP.
struct BreakpointCode {
  uint8_t Bytes[4];
  unsigned Size;
  /// From the instruction to where the program counter stands afterwards.
  unsigned Skip;
};
extern const BreakpointCode TrapCode;

/// All threads of a process, by id; none if it is gone.
std::vector<int> listThreads(int Pid);

/// A number in a line of /proc/PID/status, such as "Tgid"; -1 if there is none.
long statusNumber(int Pid, const char *Name);

/// Why ptrace refused to attach to a process, and what to do about it. \p Pid
/// is 0 for a child of our own; \p Cause is the error's number.
std::string explainRefusal(int Pid, int Cause);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_PTRACE_H
