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
