//===- OptimizerChoice.h - What the optimizer is asked ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_OPTIMIZERCHOICE_H
#define SECRET_TIDY_AUDIT_OPTIMIZERCHOICE_H

#include "Optimizer/Optimizer.h"

namespace secret {
namespace audit {

/// The option --optimizer.
enum class OptimizerChoice : uint8_t { Off, Build, All, Lto };

/// The levels that a choice asks at; the unit's own first.
std::vector<AskLevel> levelsOf(OptimizerChoice Choice);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_OPTIMIZERCHOICE_H
