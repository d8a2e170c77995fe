//===- KnownZeros.h - Registers that hold zero ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OBJECTCODE_KNOWNZEROS_H
#define SECRET_TIDY_OBJECTCODE_KNOWNZEROS_H

#include "Compat/Disassembler.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCInst.h"

namespace secret {

/// Reads a function's instructions in the order of their addresses. Jumps are
/// not followed: good enough to compare two versions of one function.
class KnownZeros {
public:
  /// \p Tools outlives this.
  explicit KnownZeros(const compat::Disassembler &Tools) : Tools(Tools) {}

  /// Whether \p I stores zero; to be asked before it is read.
  bool storesZero(const llvm::MCInst &I) const;
  void read(const llvm::MCInst &I);
  /// Before another function is read.
  void clear() { Zeros.clear(); }

private:
  bool isZero(llvm::MCRegister R) const;
  bool makesZero(const llvm::MCInst &I) const;
  void forget(llvm::MCRegister R);

  const compat::Disassembler &Tools;
  llvm::SmallVector<llvm::MCRegister, 8> Zeros;
};

/// A store to memory, and not only to keep a register or to pass an argument.
bool isPlainStore(const llvm::MCInst &I, const compat::Disassembler &Tools);

} // namespace secret

#endif // SECRET_TIDY_OBJECTCODE_KNOWNZEROS_H
