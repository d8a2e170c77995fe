//===- Explain.h - Why a line is reported or silent -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shows the findings, facts and states of one line, with the tags and models
// that they come from.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_EXPLAIN_H
#define SECRET_TIDY_AUDIT_EXPLAIN_H

#include "Analysis/Unit.h"
#include "Job.h"

namespace secret {
namespace audit {

/// Analyses the unit and prints what concerns line Settings.ExplainLine of
/// Settings.ExplainFile to \p OS.
void explainLine(clang::ASTContext &Context, const ModelIndex &Models,
                 const AnalysisOptions &Options, const JobSettings &Settings,
                 llvm::raw_ostream &OS);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_EXPLAIN_H
