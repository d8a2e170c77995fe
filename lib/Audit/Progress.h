//===- Progress.h - The progress line of a terminal -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line that is rewritten in place. Nothing at all in a pipe or a file.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PROGRESS_H
#define SECRET_TIDY_AUDIT_PROGRESS_H

#include <chrono>

namespace secret {
namespace audit {

class Progress {
public:
  /// Shows nothing if \p Wanted is false or standard error is no terminal.
  explicit Progress(bool Wanted);
  /// Removes the line.
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  void update(unsigned Done, unsigned Total);
  double secondsSoFar() const;

private:
  std::chrono::steady_clock::time_point Start;
  bool Shown;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PROGRESS_H
