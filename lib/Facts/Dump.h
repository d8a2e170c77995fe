//===- Dump.h - Print facts -------------------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_DUMP_H
#define SECRET_TIDY_FACTS_DUMP_H

#include "Fact.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// Prints \p F's facts by block, in the order of the analysis. The format is
/// for people and tests, not for programs.
void dump(const FunctionFacts &F, SpellPlace Spell, llvm::raw_ostream &Out);

} // namespace secret

#endif // SECRET_TIDY_FACTS_DUMP_H
