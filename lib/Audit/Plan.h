//===- Plan.h - What an audit is about --------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// plan.json in the work folder: what the later steps have to know besides the
// jobs.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PLAN_H
#define SECRET_TIDY_AUDIT_PLAN_H

#include "Analysis/Link.h"
#include "Launch.h"
#include "UnitResult.h"

namespace secret {
namespace audit {

struct AuditPlan {
  std::string Root;   ///< absolute; stored paths are relative to it
  std::string Checks; ///< as chooseRules says
  bool IsWhole = true;
  bool ReportsFindings = true;
  bool IsLinked = false;
  LinkLimits Linking;
  LauncherOptions Launch;
  /// The source files of the jobs, by their number; absolute.
  std::vector<std::string> Files;
  /// Files that nothing can be done with, and why.
  std::vector<std::pair<std::string, std::string>> Obstacles;
};

/// Fails with one line.
llvm::Error writePlanFile(const AuditPlan &Plan, llvm::StringRef WorkDir);
llvm::Expected<AuditPlan> readPlanFile(llvm::StringRef WorkDir);

/// The result of every unit of the plan, first the obstacles, then by number.
/// Those that have none are failures, for the reason \p Lost, with what was
/// found before the units were linked.
std::vector<UnitResult> collectResults(const AuditPlan &Plan,
                                       llvm::StringRef WorkDir,
                                       llvm::StringRef Lost);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PLAN_H
