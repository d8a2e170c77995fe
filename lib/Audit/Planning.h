//===- Planning.h - What steps an audit takes -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From the command line and the compilation database to jobs.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PLANNING_H
#define SECRET_TIDY_AUDIT_PLANNING_H

#include "Audit.h"
#include "Plan.h"
#include "UnitCache.h"

namespace secret {
namespace audit {

struct PlannedAudit {
  AuditPlan Plan;
  std::vector<Job> Jobs; ///< one for each of the plan's Files
  std::optional<UnitCache> Cache;
  /// The numbers of the jobs that have to be run.
  std::vector<size_t> Wanted;
};

/// Makes the paths in \p Options absolute, checks everything and reads the
/// database. Fails with one line that says what to do.
llvm::Expected<PlannedAudit> planAudit(AuditOptions &Options);

/// Who does what comes after the plan. To others, jobs that need no step may
/// become wanted, once the units are linked.
enum class WorkFolderUse { OneProcess, ManyProcesses };

/// Writes the plan, the jobs, build.ninja and what is in the cache to an empty
/// folder.
llvm::Error writeWorkFolder(PlannedAudit &Planned, WorkFolderUse Use,
                            llvm::StringRef WorkDir, llvm::StringRef Program);

/// Tells the units what the others do, takes from the cache what is stored for
/// that, and writes to build.ninja and \p Planned's Wanted what is left to be
/// run. Jobs and a cache that are not in \p Planned are those that the plan's
/// process has written. \returns false once \p IsStopped says so.
llvm::Expected<bool> linkAgain(PlannedAudit &Planned, llvm::StringRef WorkDir,
                               llvm::StringRef Program,
                               llvm::function_ref<bool()> IsStopped);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PLANNING_H
