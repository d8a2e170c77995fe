//===- ChildProcess.h - Run a program and hear of its end -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_CHILDPROCESS_H
#define SECRET_TIDY_AUDIT_CHILDPROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace secret {
namespace audit {

struct ChildEnd {
  /// As the shell says it: 128 and the signal's number for a killed process,
  /// 127 if it could not be started.
  unsigned Status = 0;
  /// This process was told to stop, and has passed that on.
  bool Interrupted = false;
};

/// Runs \p Words, the first of which is looked up in PATH, without input; both
/// outputs go to the end of the file \p Log. The child ends when this process
/// does. Fails if the log cannot be written or there cannot be another process.
/// Works only before this process has started any thread.
llvm::Expected<ChildEnd> runChild(llvm::ArrayRef<std::string> Words,
                                  llvm::StringRef Log);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_CHILDPROCESS_H
