//===- Solver.h - Analyse one function --------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_SOLVER_H
#define SECRET_TIDY_DATAFLOW_SOLVER_H

#include "Transfer.h"
#include <limits>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// What is known of one function after its analysis.
struct FunctionResult {
  FunctionResult(const FunctionFacts &Facts, const TypeTable &Types)
      : Facts(Facts), Types(Types), Space(Facts, Types) {}

  const FunctionFacts &Facts;
  const TypeTable &Types;
  StateSpace Space;
  Observations Seen;
  std::vector<State> AtExit;
  bool IsOpaque = false;
  bool MayThrow = false;
  /// A limit was hit: what is known holds, but not all was looked at.
  std::string Limit;
  /// MaxStates was hit: some paths were not told apart.
  bool PathsJoined = false;
  /// What it cost: how often a fact was applied to a state, and an effect of a
  /// callee's summary.
  uint64_t Work = 0;
};

/// More work than any function costs.
constexpr uint64_t AnyWork = std::numeric_limits<uint64_t>::max();

/// Runs the dataflow over \p Facts to a fixed point. Ends after at most
/// Options.MaxSteps block visits, or with the first one that makes the work
/// more than \p MaxWork. With \p Dump, prints the states at each block.
std::unique_ptr<FunctionResult>
solve(const FunctionFacts &Facts, const TypeTable &Types,
      const SummaryTable &Summaries, const AnalysisOptions &Options,
      llvm::raw_ostream *Dump = nullptr, uint64_t MaxWork = AnyWork);

void dump(const State &S, const StateSpace &Space, llvm::raw_ostream &Out);

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_SOLVER_H
