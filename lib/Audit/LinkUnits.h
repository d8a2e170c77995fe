//===- LinkUnits.h - Tell each unit what the others do ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Between the steps of the units: reads facts/N.facts of the work folder and
// writes slices/N.json. Steps whose slice has not changed are not run again.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_LINKUNITS_H
#define SECRET_TIDY_AUDIT_LINKUNITS_H

#include "Analysis/Link.h"
#include "Job.h"
#include "Plan.h"
#include "UnitCache.h"

namespace secret {
namespace audit {

/// Names in \p Jobs where their slices will be.
llvm::Error prepareLinking(llvm::MutableArrayRef<Job> Jobs,
                           llvm::StringRef WorkDir);

/// Writes the slices of the jobs \p Wanted as they are before anything is known
/// of others.
llvm::Error writeFirstSlices(llvm::ArrayRef<Job> Jobs,
                             llvm::ArrayRef<size_t> Wanted,
                             llvm::StringRef WorkDir);

/// Whether a work folder's units are linked, and what is to be run again is
/// planned. Without that its results are not those of the audit.
bool areLinked(llvm::StringRef WorkDir);
llvm::Error markLinked(llvm::StringRef WorkDir);

/// Judges the units of \p Plan together, from the facts that their steps
/// stored, and writes the slices of those that have other findings then. A unit
/// whose step died says nothing to others. What the limits leave out is said.
/// What the same facts gave is taken from \p Cache, which may be null.
/// \returns the numbers of those whose slice has changed, or whose result with
/// it is missing; nothing once \p IsStopped, which is asked between functions,
/// says so. Until markLinked() the units are not linked.
llvm::Expected<std::optional<std::vector<size_t>>>
linkUnits(const AuditPlan &Plan, llvm::StringRef WorkDir,
          const UnitCache *Cache, llvm::function_ref<bool()> IsStopped);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_LINKUNITS_H
