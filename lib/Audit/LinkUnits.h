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

/// Judges \p NumJobs units together, from the facts that their steps stored,
/// and writes the slices of those that have other findings then, whose paths
/// are relative to \p Root. A unit whose step died says nothing to others. What
/// the limits leave out is said. What the same facts gave is taken from \p
/// Cache.
/// \returns the numbers of those whose slice has changed.
llvm::Expected<std::vector<size_t>>
linkUnits(size_t NumJobs, llvm::StringRef Root, llvm::StringRef WorkDir,
          const LinkLimits &Limits, const UnitCache *Cache = nullptr);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_LINKUNITS_H
