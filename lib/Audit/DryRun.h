//===- DryRun.h - What an audit would cost to schedule ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_DRYRUN_H
#define SECRET_TIDY_AUDIT_DRYRUN_H

#include "Clock.h"
#include "llvm/Support/Error.h"

namespace secret {
namespace audit {

/// Has ninja look at the plan in \p WorkDir without running its steps, and
/// prints to standard output how many steps there are, how many files and bytes
/// the plan has, how long the planning took since \p Started, and the
/// scheduling. Fails if there is no ninja, or it does not accept the plan.
llvm::Error dryRun(llvm::StringRef WorkDir, Clock::time_point Started);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_DRYRUN_H
