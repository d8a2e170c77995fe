//===- RunSteps.h - Run what is planned -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The steps of all units, then the link, then the steps of those that it has
// news for. An interrupt ends this early; what is done is the result.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_RUNSTEPS_H
#define SECRET_TIDY_AUDIT_RUNSTEPS_H

#include "HeldInterrupts.h"
#include "Planning.h"
#include "Progress.h"
#include "UnitResult.h"

namespace secret {
namespace audit {

/// Prints the compile command of each job to standard error.
void printCommands(llvm::ArrayRef<Job> Jobs);

/// Has everything run in a work folder. Sets \p Interrupted if something is
/// missing for that reason; the results concerned say so. Fails with one line.
llvm::Expected<std::vector<UnitResult>>
runSteps(PlannedAudit &Planned, const AuditOptions &Options,
         HeldInterrupts &Interrupts, bool &Interrupted, Progress &Bar);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_RUNSTEPS_H
