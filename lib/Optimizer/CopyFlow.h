//===- CopyFlow.h - Where bytes of secrets are, block by block --*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_COPYFLOW_H
#define SECRET_TIDY_OPTIMIZER_COPYFLOW_H

#include "ResidualCopies.h"
#include "llvm/CodeGen/MachineFunction.h"
#include <map>
#include <set>

namespace secret {

/// Objects whose copies are looked for, and the candidates that zeroize them.
using SecretObjects = std::map<const llvm::Value *, std::set<unsigned>>;

/// Whether \p V is memory that the compiler has for an argument.
bool isArgumentSlot(const llvm::Value *V);

/// What is in the frame of \p F when it returns, for each candidate.
void followCopies(const llvm::MachineFunction &F, const SecretObjects &Objects,
                  std::vector<std::vector<ResidualCopy>> &To);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_COPYFLOW_H
