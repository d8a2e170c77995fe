//===- StepFailure.h - Results of steps that died ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_STEPFAILURE_H
#define SECRET_TIDY_AUDIT_STEPFAILURE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace secret {
namespace audit {

/// Of files that an interrupt has left without a result.
inline constexpr llvm::StringLiteral
    InterruptedText("the audit was interrupted");

/// Whether somebody ended a process with \p Signal on purpose.
bool isInterrupt(int Signal);

/// Says so on standard error. \returns the exit code.
int stepFailed(llvm::Error E);

// Both write the result of a step that could not, and say on standard error if
// that fails, too. They return the exit code: 0 if there is a result.

/// \p Why goes to the user as it is.
int recordFailure(llvm::StringRef JobPath, llvm::StringRef ResultPath,
                  llvm::StringRef Why);
/// \p Status is the shell's: 128 and the signal's number for a killed process.
int recordDeath(llvm::StringRef JobPath, llvm::StringRef ResultPath,
                llvm::StringRef LogPath, unsigned Status);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_STEPFAILURE_H
