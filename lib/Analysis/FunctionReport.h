//===- FunctionReport.h - What is said of one function ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_FUNCTIONREPORT_H
#define SECRET_TIDY_ANALYSIS_FUNCTIONREPORT_H

#include "Dataflow/Solver.h"
#include "Rules/ClassVerdict.h"
#include "Rules/Finding.h"
#include "Summary/SummaryFormat.h"

namespace secret {

/// All that the rules say of a function, or of what the destructor of a class
/// does.
struct FunctionReport {
  std::vector<Finding> Findings;
  std::vector<Zeroization> Zeroizations;
  std::optional<ClassVerdict> Verdict;
  std::string Limit; ///< of the analysis, if one was hit
};

FunctionReport judge(const FunctionResult &Result,
                     const AnalysisOptions &Options);

/// A hash of what a user sees of the report, with places as \p Spell spells
/// them; 0 if there is nothing to see.
uint64_t outcomeOf(const FunctionReport &Report, SpellPlace Spell);

/// What a recursion takes the calls in it for at first.
FunctionSummary neverReturns();

/// Puts \p New into \p Table. \returns whether it says something new.
bool update(SummaryTable &Table, FunctionId Id, FunctionSummary New);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_FUNCTIONREPORT_H
