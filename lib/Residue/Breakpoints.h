//===- Breakpoints.h - Stops at functions and their returns -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_BREAKPOINTS_H
#define SECRET_TIDY_RESIDUE_BREAKPOINTS_H

#include "Residue/MemoryReader.h"
#include <array>
#include <map>

namespace secret {
namespace residue {

/// The breakpoints of one process.
class Breakpoints {
public:
  /// Writes the trap there, unless it is there already; false if the memory
  /// cannot be written.
  bool insert(const ProcessMemory &Memory, uint64_t Address);
  /// Puts the program's own code back.
  void remove(const ProcessMemory &Memory, uint64_t Address);
  void removeAll(const ProcessMemory &Memory);
  /// The process has another program now.
  void forget() { Saved.clear(); }
  bool contains(uint64_t Address) const { return Saved.count(Address); }

private:
  std::map<uint64_t, std::array<uint8_t, 4>> Saved;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_BREAKPOINTS_H
