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

#include "Clock.h"
#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <tuple>

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

  /// Counts the findings of a step, whose result is in \p ResultPath, if there
  /// is one. Paths in it are relative to \p Root.
  void addResult(llvm::StringRef ResultPath, llvm::StringRef Root);
  void update(unsigned Done, unsigned Total);
  double secondsSoFar() const;

private:
  Clock::time_point Start;
  bool Shown;
  /// What was found so far: files, offsets and rules. Headers' findings come up
  /// in many steps.
  std::set<std::tuple<std::string, unsigned, std::string>> Findings;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PROGRESS_H
