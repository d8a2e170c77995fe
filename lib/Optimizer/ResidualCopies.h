//===- ResidualCopies.h - Copies that the compiler makes --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that zeroizes a secret may leave bytes of it in its stack frame,
// where no variable of the source is: registers that were saved across a call,
// or a temporary for an argument. Only moves of whole registers are followed.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_RESIDUALCOPIES_H
#define SECRET_TIDY_OPTIMIZER_RESIDUALCOPIES_H

#include "Watcher.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace secret {

enum class CopyKind : uint8_t {
  Spill,    ///< a register that is needed later
  Slot,     ///< another slot that no variable has
  Argument, ///< a temporary for what is passed by value
};

/// Bytes of a secret that are in a stack frame when its function returns.
struct ResidualCopy {
  CopyKind Kind = CopyKind::Spill;
  std::string Function; ///< as it is called in the object file
  /// `file:line:column` where they are read; empty if it is not known.
  std::string Place;
  ByteRange Bytes; ///< of the secret
};

/// The answer for one candidate.
struct Residue {
  unsigned Id = 0;
  CompilerIdentity By;
  std::vector<ResidualCopy> Copies; ///< by function, bytes and place
};

/// Whether code for \p Triple can be looked at.
bool knowsCopies(const llvm::Triple &Triple);

/// Looks at the machine code of \p M, which is optimized. For each candidate,
/// by index, the copies of the objects that it zeroizes there are in \p To.
/// \returns why nothing can be said; empty if all is well.
std::string findCopies(llvm::Module &M, const clang::CompilerInstance &Compiler,
                       const Watcher &Watch,
                       std::vector<std::vector<ResidualCopy>> &To);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_RESIDUALCOPIES_H
