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
#include <set>

namespace secret {

/// Reads the slice that AnalysisOptions::CrossUnit names, and writes what the
/// unit says to others. Without that option it does nothing.
class CrossUnit {
public:
  /// Gives the slice's functions ids in \p Scan, which outlives this object.
  CrossUnit(clang::ASTContext &Context, UnitScan &Scan,
            const AnalysisOptions &Options);

  /// Why the slice could not be read; empty if it could.
  const std::string &problem() const { return Problem; }

  /// Adds the summaries of the foreign functions that \p F calls.
  void addCallees(const FunctionFacts &F, SummaryTable &Summaries) const;
  /// Functions that call a foreign one which brings secrets.
  std::vector<FunctionId> calledWithSecrets();

  /// Whether it calls itself through other units.
  bool isRecursive(FunctionId Id);

  bool exports() const { return !Slice.Exports.empty(); }
  /// Functions that others can call and that can do something to their storage.
  std::vector<FunctionId> exported() const;
  /// Writes the summaries of exported() and what the functions in \p Secret,
  /// which meet secrets, need of others. \returns why it could not, or nothing.
  std::string write(const SummaryTable &Summaries,
                    const std::set<FunctionId> &Secret);

private:
  const std::string &usr(const clang::FunctionDecl *F);
  void addElsewhere(FunctionId Id, std::set<std::string> &Names);
  std::vector<std::string> callsOf(FunctionId Id);
  StoredFunction store(FunctionId Id, FunctionSummary S);

  clang::ASTContext &Context;
  UnitScan &Scan;
  bool SeesThrough; ///< link-time optimization does, too
  UnitSlice Slice;
  std::string Problem;
  std::map<const clang::FunctionDecl *, std::string> Usrs;
};

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CROSSUNIT_H
