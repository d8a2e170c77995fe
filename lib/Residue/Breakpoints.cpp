//===- Breakpoints.cpp - Stops at functions and their returns -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Breakpoints.h"
#include "Residue/Ptrace.h"

using namespace secret::residue;

bool Breakpoints::insert(const ProcessMemory &Memory, uint64_t Address) {
  if (contains(Address))
    return true;
  std::array<uint8_t, 4> Code;
  if (Memory.read(Address, Code.data(), TrapCode.Size) != TrapCode.Size ||
      !Memory.write(Address, TrapCode.Bytes, TrapCode.Size))
    return false;
  Saved[Address] = Code;
  return true;
}

void Breakpoints::remove(const ProcessMemory &Memory, uint64_t Address) {
  auto It = Saved.find(Address);
  if (It == Saved.end())
    return;
  Memory.write(Address, It->second.data(), TrapCode.Size);
  Saved.erase(It);
}

void Breakpoints::removeAll(const ProcessMemory &Memory) {
  while (!Saved.empty())
    remove(Memory, Saved.begin()->first);
}
