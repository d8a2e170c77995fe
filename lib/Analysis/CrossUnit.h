//===- CrossUnit.h - One unit's view of the others --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_CROSSUNIT_H
#define SECRET_TIDY_ANALYSIS_CROSSUNIT_H

#include "Facts/UnitScan.h"
#include "Options.h"
#include "Summary/Summary.h"
#include "Summary/UnitSummaries.h"
#include <optional>
#include <set>

namespace secret {

/// Reads the slice that AnalysisOptions::CrossUnit names, and writes what the
/// unit says to others. Without that option it does nothing.
class CrossUnit {
public:
  /// Gives the slice's functions ids in \p Scan. All arguments outlive this.
  CrossUnit(clang::ASTContext &Context, UnitScan &Scan,
            const AnalysisOptions &Options);

  /// Why the slice, or a summary in it, could not be read; empty if all could.
  const std::string &problem() const { return Problem; }

  /// Adds the summaries of the foreign functions that \p F calls.
  void addCallees(const FunctionFacts &F, SummaryTable &Summaries);
  /// Functions that call a foreign one which brings secrets.
  std::vector<FunctionId> calledWithSecrets();

  /// Whether it calls itself through other units.
  bool isRecursive(FunctionId Id);

  bool exports() const { return !Slice.Exports.empty(); }
  /// Writes the summaries of the functions that others can call, and what those
  /// in \p Secret, which meet secrets, need of others. \returns why it could
  /// not, or nothing.
  std::string write(const SummaryTable &Summaries,
                    const std::set<FunctionId> &Secret);

private:
  std::optional<FunctionSummary> read(const StoredFunction &F);
  const std::string &usr(const clang::FunctionDecl *F);
  void addElsewhere(FunctionId Id, std::set<std::string> &Names);
  std::vector<std::string> callsOf(FunctionId Id);
  StoredFunction store(FunctionId Id, FunctionSummary S);

  clang::ASTContext &Context;
  UnitScan &Scan;
  const AnalysisOptions &Options;
  UnitSlice Slice;
  std::string Problem;
  std::map<const clang::FunctionDecl *, std::string> Usrs;
};

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CROSSUNIT_H
