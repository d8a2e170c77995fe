//===- Unit.h - Analyse one translation unit --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Joins the stages: catalog, facts, dataflow, summaries, rules. Every door
// calls this once per translation unit.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_UNIT_H
#define SECRET_TIDY_ANALYSIS_UNIT_H

#include "../Rules/Finding.h"
#include "../Secrets/Catalog.h"
#include "Options.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// What to print besides findings; null streams print nothing.
struct Dumps {
  llvm::raw_ostream *Facts = nullptr;
  llvm::raw_ostream *States = nullptr;
  llvm::raw_ostream *Summaries = nullptr;
};

/// Analyses every function of the unit that can meet a secret and hands the
/// findings, in source order, to \p To. Never fails: what cannot be analysed is
/// a remark. Does nothing to the AST.
void analyzeUnit(clang::ASTContext &Context, const ModelIndex &Models,
                 const AnalysisOptions &Options, Reporter &To,
                 const Dumps &Print = {});

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_UNIT_H
