//===- Collect.h - All that an analysis of a unit says ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For doors that show everything at the end of the unit: finds the models that
// hold for the main file, analyses the unit, and keeps what comes out.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_COLLECT_H
#define SECRET_TIDY_ANALYSIS_COLLECT_H

#include "../Rules/Finding.h"
#include "../Secrets/Catalog.h"
#include "Options.h"
#include <memory>

namespace clang {
class ASTContext;
} // namespace clang

namespace secret {

struct UnitFindings {
  /// Never null after an analysis.
  std::shared_ptr<const ModelIndex> Models;
  /// One line each, with file and line.
  std::vector<std::string> ModelErrors;
  /// In source order.
  std::vector<Finding> Findings;
  /// All zeroizations of secrets, for those who ask the optimizer about them.
  std::vector<Zeroization> Sites;
  /// Limits that were hit.
  std::vector<Note> Remarks;
};

/// Never fails: what is wrong with models or cannot be analysed is in the
/// result.
UnitFindings collectFindings(clang::ASTContext &Context,
                             const AnalysisOptions &Options);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_COLLECT_H
