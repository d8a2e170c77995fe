//===- LiveProcess.cpp - The memory of a process --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Registers.h"
#include "Residue/Target.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstring>
#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

using namespace llvm;
using namespace secret::residue;

static constexpr Machine HostMachine =
#if defined(__x86_64__)
    Machine::X86_64;
#elif defined(__aarch64__)
    Machine::AArch64;
#else
    Machine::Unknown;
#endif

static std::string procFile(int Pid, const char *Name) {
  return "/proc/" + std::to_string(Pid) + "/" + Name;
}

/// A file of /proc, whose size is not known beforehand.
static std::string readProc(int Pid, const char *Name) {
  auto Buffer = MemoryBuffer::getFileAsStream(procFile(Pid, Name));
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

/// A line "begin-end perms offset device inode   path".
static std::optional<Mapping> parseMapping(StringRef Line) {
  SmallVector<StringRef, 6> Words;
  Line.split(Words, ' ', 5, /*KeepEmpty=*/false);
  if (Words.size() < 5)
    return std::nullopt;
  Mapping M;
  auto [Begin, End] = Words[0].split('-');
  if (Begin.getAsInteger(16, M.Where.Begin) ||
      End.getAsInteger(16, M.Where.End) ||
      Words[2].getAsInteger(16, M.FileOffset))
    return std::nullopt;
  M.Readable = Words[1].contains('r');
  M.Writable = Words[1].contains('w');
  M.Executable = Words[1].contains('x');
  if (Words.size() > 5)
    M.File = Words[5].trim().str();
  // The kernel's own page of variables cannot be read.
  bool Read = M.Readable && !StringRef(M.File).starts_with("[vvar") &&
              M.File != "[vsyscall]";
  M.Present = Read ? M.Where : Span{M.Where.Begin, M.Where.Begin};
  return M;
}

static void readRegisters(Target &T, int Thread, SecureArena &Arena) {
  constexpr uint32_t Types[] = {NT_PRSTATUS, NT_PRFPREG, NT_X86_XSTATE};
  SecureBuffer Room(16384);
  for (uint32_t Type : Types) {
    iovec Into = {Room.data(), Room.size()};
    if (ptrace(PTRACE_GETREGSET, Thread, Type, &Into) != 0)
      continue;
    uint8_t *Bytes = Arena.allocate(Into.iov_len);
    memcpy(Bytes, Room.data(), Into.iov_len);
    RegisterSet Set{Thread, Type, Bytes, uint32_t(Into.iov_len)};
    T.Registers.push_back(Set);
    if (Type == NT_PRSTATUS)
      T.Threads.push_back({Thread, stackPointerOf(T.Arch, Set)});
  }
}

Expected<Target> secret::residue::openProcess(int Pid, ArrayRef<int> Threads,
                                              SecureArena &Arena) {
  Expected<std::unique_ptr<ProcessMemory>> Memory = ProcessMemory::open(Pid);
  if (!Memory)
    return Memory.takeError();
  Target T;
  T.Name = "process " + std::to_string(Pid);
  T.Pid = Pid;
  T.Arch = HostMachine;
  std::string Maps = readProc(Pid, "maps");
  SmallVector<StringRef, 64> Lines;
  StringRef(Maps).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    if (std::optional<Mapping> M = parseMapping(Line))
      T.Mappings.push_back(std::move(*M));
  std::vector<Span> Anonymous;
  for (const Mapping &M : T.Mappings)
    if (M.File.empty())
      Anonymous.push_back(M.Where);
  (*Memory)->setAnonymous(std::move(Anonymous));
  T.Memory = std::move(*Memory);
  std::string Auxv = readProc(Pid, "auxv");
  T.Auxv.resize(Auxv.size() / 8);
  memcpy(T.Auxv.data(), Auxv.data(), T.Auxv.size() * 8);
  for (int Thread : Threads)
    readRegisters(T, Thread, Arena);
  return std::move(T);
}
