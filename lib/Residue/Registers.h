//===- Registers.h - Names and places of registers --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_REGISTERS_H
#define SECRET_TIDY_RESIDUE_REGISTERS_H

#include "Residue/Target.h"

namespace secret {
namespace residue {

/// The register at \p Offset of \p Set, such as "xmm3"; "a register" if the
/// place is not known.
std::string registerName(Machine Arch, const RegisterSet &Set, uint32_t Offset);

/// The first byte of a set that is searched: what stands before it is in
/// another set, too.
uint32_t firstRegisterByte(const RegisterSet &Set);

/// The stack pointer in a set of general registers.
uint64_t stackPointerOf(Machine Arch, const RegisterSet &General);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_REGISTERS_H
