//===- Registers.cpp - Names and places of registers ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Registers.h"
#include <cstring>
#include <elf.h>

using namespace secret::residue;

namespace {

struct Layout {
  Machine Arch;
  uint32_t NoteType;
  uint32_t Offset;
  uint32_t Size;
  uint32_t Number; // 0: one register, whose name is the prefix
  const char *Prefix;
};

constexpr Layout Layouts[] = {
#define SECRET_REGISTER(Arch, Note, Offset, Size, Name)                        \
  {Machine::Arch, Note, Offset, Size, 0, Name},
#define SECRET_REGISTER_RANGE(Arch, Note, Offset, Size, Number, Prefix)        \
  {Machine::Arch, Note, Offset, Size, Number, Prefix},
#include "Residue/Registers.def"
};

} // namespace

std::string secret::residue::registerName(Machine Arch, const RegisterSet &Set,
                                          uint32_t Offset) {
  for (const Layout &L : Layouts) {
    if (L.Arch != Arch || L.NoteType != Set.NoteType || Offset < L.Offset)
      continue;
    uint32_t Index = (Offset - L.Offset) / L.Size;
    if (Index >= std::max(L.Number, 1u))
      continue;
    return L.Number ? L.Prefix + std::to_string(Index) : L.Prefix;
  }
  return "a register";
}

uint32_t secret::residue::firstRegisterByte(const RegisterSet &Set) {
  // The legacy area of XSAVE is NT_PRFPREG, then comes its header.
  return Set.NoteType == NT_X86_XSTATE ? std::min(Set.Size, 576u) : 0;
}

uint64_t secret::residue::stackPointerOf(Machine Arch,
                                         const RegisterSet &General) {
  uint32_t Offset = Arch == Machine::AArch64 ? 248 : 152;
  uint64_t Value = 0;
  if (Offset + sizeof Value <= General.Size)
    memcpy(&Value, General.Bytes + Offset, sizeof Value);
  return Value;
}
