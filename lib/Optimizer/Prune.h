//===- Prune.h - Leave out what does not matter -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_PRUNE_H
#define SECRET_TIDY_OPTIMIZER_PRUNE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace secret {

/// Deletes the bodies of all functions but \p Seeds, their callers, what all of
/// these call, and who else uses a function or variable of theirs that is local
/// to the unit: whether it is read, or called once, decides about code.
/// \returns the number of bodies that are left.
unsigned prune(llvm::Module &M, llvm::ArrayRef<llvm::Function *> Seeds);

/// Deletes the bodies of functions that \p IsUnwanted, but for those that have
/// another name.
void deleteBodies(llvm::Module &M,
                  llvm::function_ref<bool(const llvm::Function &)> IsUnwanted);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_PRUNE_H
