//===- Since.h - What changed since a revision ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_SINCE_H
#define SECRET_TIDY_AUDIT_SINCE_H

#include "Output/ChangedLines.h"

namespace secret {
namespace audit {

/// Reads a diff from a file, or from standard input if \p Path is `-`. Fails
/// with one line.
llvm::Expected<output::ChangedLines> readDiff(llvm::StringRef Path,
                                              llvm::StringRef Root);

/// Asks git what differs in \p Root from a revision, files that it does not
/// know yet included. Fails with git's own complaint.
llvm::Expected<output::ChangedLines> changesSince(llvm::StringRef Revision,
                                                  llvm::StringRef Root);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_SINCE_H
