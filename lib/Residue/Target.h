//===- Target.h - A program's memory, whole ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is searched, wherever it comes from: memory, its mappings, the threads
// with their registers. It is plain data but for the reader.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_TARGET_H
#define SECRET_TIDY_RESIDUE_TARGET_H

#include "Residue/MemoryReader.h"
#include "Residue/SecureMemory.h"

namespace secret {
namespace residue {

enum class Machine : uint8_t { Unknown, X86_64, AArch64 };

struct Mapping {
  Span Where;
  /// The part of it that can be read here; a core leaves out the rest.
  Span Present;
  /// A path, a name in brackets ("[heap]"), or nothing.
  std::string File;
  uint64_t FileOffset = 0;
  bool Readable = false;
  bool Writable = false;
  bool Executable = false;
};

/// One set of registers of one thread, as the kernel lays it out.
struct RegisterSet {
  int Thread = 0;
  /// NT_PRSTATUS (the general registers only), NT_PRFPREG, NT_X86_XSTATE.
  uint32_t NoteType = 0;
  const uint8_t *Bytes = nullptr;
  uint32_t Size = 0;
};

struct ThreadState {
  int Id = 0;
  uint64_t StackPointer = 0;
  bool HasEnded = false;
};

struct Target {
  /// What reports call it: "core", "process 12", "dump.bin".
  std::string Name;
  int Pid = 0;
  Machine Arch = Machine::Unknown;
  std::unique_ptr<MemoryReader> Memory;
  /// By address.
  std::vector<Mapping> Mappings;
  /// The first one is the main thread, or the one that crashed.
  std::vector<ThreadState> Threads;
  std::vector<RegisterSet> Registers;
  /// The auxiliary vector as the kernel made it, or nothing.
  std::vector<uint64_t> Auxv;
  /// A raw dump has neither mappings nor threads.
  bool IsRaw = false;
  /// Bytes that a truncated file should have and has not.
  uint64_t MissingBytes = 0;
  std::vector<std::string> Warnings;

  /// The mapping at \p Address, or null.
  const Mapping *mappingAt(uint64_t Address) const;
  /// What there is to read, by address.
  std::vector<Span> spans() const;
};

/// Opens an ELF core file. What holds registers goes to \p Arena. Fails with
/// one line if it is no core, or one of another machine.
llvm::Expected<Target> openCore(const std::string &Path, SecureArena &Arena);

/// Opens a file of plain bytes; addresses are offsets.
llvm::Expected<Target> openDump(const std::string &Path);

/// Opens a process whose threads \p Threads are stopped under ptrace by this
/// process; \p Threads may be empty, then there are no registers.
llvm::Expected<Target> openProcess(int Pid, llvm::ArrayRef<int> Threads,
                                   SecureArena &Arena);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_TARGET_H
