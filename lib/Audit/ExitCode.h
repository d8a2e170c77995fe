//===- ExitCode.h - The exit codes of secret-audit --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_EXITCODE_H
#define SECRET_TIDY_AUDIT_EXITCODE_H

namespace secret {
namespace audit {

enum ExitCode : int {
  NothingFound = 0,
  FindingsReported = 1,
  WrongUsage = 2,
  NotAllAnalysed = 3,
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_EXITCODE_H
