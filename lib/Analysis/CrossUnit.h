//===- CrossUnit.h - One unit's view of the others --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_CROSSUNIT_H
#define SECRET_TIDY_ANALYSIS_CROSSUNIT_H

#include "Facts/StoredFacts.h"
#include "Facts/UnitScan.h"
#include "FunctionReport.h"
#include "Summary/UnitSlice.h"

namespace secret {

/// Reads the slice that AnalysisOptions::CrossUnit names, and stores the unit's
/// facts for those who look at all units. Without that option it does nothing.
class CrossUnit {
public:
  /// Gives the slice's functions ids in \p Scan. All arguments outlive this.
  CrossUnit(clang::ASTContext &Context, Catalog &Secrets, UnitScan &Scan,
            const AnalysisOptions &Options);

  /// Why the slice, or a summary in it, could not be read; empty if all could.
  const std::string &problem() const { return Problem; }

  /// Adds the summaries of the foreign functions that \p F calls.
  void addCallees(const FunctionFacts &F, SummaryTable &Summaries);
  /// Functions that call a foreign one which brings secrets.
  std::vector<FunctionId> calledWithSecrets();

  /// Whether it calls itself through other units.
  bool isRecursive(FunctionId Id);
  /// Whether it is to be analysed without them.
  bool isAlone(FunctionId Id);
  /// Takes foreign functions that \p F calls for unknown.
  void forgetCallees(FunctionFacts &F) const;

  bool exports() const { return !Slice.Facts.empty(); }
  /// Functions whose facts are to be stored: those that other units can reach,
  /// or that may get secrets from other units, and what they call.
  std::vector<FunctionId> toStore();
  /// The facts as a file's content. Entries are the unit's functions, by id,
  /// and then the scan's classes; \p FactsOf and \p ReportOf give null for
  /// those that have none.
  std::string store(llvm::function_ref<FunctionFacts *(size_t)> FactsOf,
                    llvm::function_ref<const FunctionReport *(size_t)> ReportOf,
                    const TypeTable &Types);
  void write(llvm::StringRef Content);

private:
  const std::string &usr(const clang::FunctionDecl *F);
  std::string nameForOthers(const clang::FunctionDecl *F);
  StoredTarget target(const std::string &Slot, const FunctionSlot::Entry &E);
  std::vector<StoredTarget> targets();
  std::vector<StoredEntry> entries();
  std::string spell(Place P) const;

  clang::ASTContext &Context;
  Catalog &Secrets;
  UnitScan &Scan;
  const AnalysisOptions &Options;
  UnitSlice Slice;
  std::string Problem;
  std::map<const clang::FunctionDecl *, std::string> Usrs;
};

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CROSSUNIT_H
