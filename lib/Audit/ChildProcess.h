//===- ChildProcess.h - Run a program and hear of its end -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_CHILDPROCESS_H
#define SECRET_TIDY_AUDIT_CHILDPROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
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

// All run another process without input, which ends when this one does. They
// fail if its output cannot go anywhere, or if there cannot be another process.
// They work only before this process has started any thread.

/// Has this process told to stop when the one that started it ends.
void endWithParent();

/// Runs \p Words, the first of which is looked up in PATH; both outputs go to
/// the end of the file \p Log.
llvm::Expected<ChildEnd> runChild(llvm::ArrayRef<std::string> Words,
                                  llvm::StringRef Log);

/// The same, and \p OnLine gets each line of both outputs when it is there. The
/// child is in a process group of its own: a terminal's interrupts come to it
/// from this process.
llvm::Expected<ChildEnd>
runChild(llvm::ArrayRef<std::string> Words,
         llvm::function_ref<void(llvm::StringRef Line)> OnLine);

/// Runs \p Body in a copy of this process, whose status is what it returns;
/// both outputs go to the end of the file \p Log.
llvm::Expected<ChildEnd> runCopy(llvm::function_ref<int()> Body,
                                 llvm::StringRef Log);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_CHILDPROCESS_H
