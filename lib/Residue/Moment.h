//===- Moment.h - When to look ----------------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_MOMENT_H
#define SECRET_TIDY_RESIDUE_MOMENT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace secret {
namespace residue {

struct Moment {
  enum Kind { Exit, Return, Signal, Syscall, Checkpoint } What = Exit;
  /// As the user wrote it.
  std::string Text = "exit";
  /// A function or a label.
  std::string Name;
  /// Of a signal or system call.
  long Number = 0;
  /// Which of several occasions, from 1.
  unsigned Occasion = 1;

  unsigned Seen = 0;
  bool Done = false;

  /// Counts an occasion; true if it is the one that was asked for.
  bool reached();
};

/// Reads `exit`, `return:FUNCTION`, `signal:NAME`, `syscall:NAME` or
/// `checkpoint:LABEL`, each but the first with `:N` for the N-th occasion.
/// Fails with one line that says what was expected.
llvm::Expected<Moment> parseMoment(llvm::StringRef Text);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_MOMENT_H
