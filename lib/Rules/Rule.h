//===- Rule.h - From observations to findings -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule is a function over what the dataflow saw in one function. One file per
// rule; Rules.def lists them.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_RULE_H
#define SECRET_TIDY_RULES_RULE_H

#include "Dataflow/Solver.h"
#include "Finding.h"

namespace secret {

struct RuleInput {
  const FunctionFacts &Facts;
  const FunctionResult &Result;
  const AnalysisOptions &Options;
};

#define SECRET_RULE(Class, ...)                                                \
  void find##Class(const RuleInput &In, std::vector<Finding> &Out);
#include "Rules.def"

/// Runs every rule of the table.
std::vector<Finding> runRules(const RuleInput &In);

/// A finding with its object and function filled in, and the story as notes.
Finding makeFinding(const RuleInput &In, RuleId Rule, Span At, RegionId Object,
                    OriginId Story);
void addNote(Finding &F, Span At, std::string Text);
/// "'key'", or "the block that 'p' points to".
std::string nameOf(const RuleInput &In, RegionId Object);
/// What a call that zeroizes all of \p Object takes; empty if that cannot be
/// written down.
WipeText wipeTextOf(const RuleInput &In, RegionId Object);
/// Reports what a rule found inside visible callees, at their calls.
void addCalleeFindings(const RuleInput &In, RuleId Rule,
                       std::vector<Finding> &Out);

/// All zeroizations of secrets in the function.
std::vector<Zeroization> listZeroizations(const RuleInput &In);

} // namespace secret

#endif // SECRET_TIDY_RULES_RULE_H
