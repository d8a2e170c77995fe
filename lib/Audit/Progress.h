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
#include <map>
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

  /// \p Total files are to be analysed, or analysed again.
  void begin(size_t Total);
  /// A file is done. Counts the findings in its result, which is in
  /// \p ResultPath, if there is one, in place of those it had before. Paths in
  /// it are relative to \p Root.
  void add(llvm::StringRef ResultPath, llvm::StringRef Root);
  void update();
  /// Removes the line, so that something else can be said.
  void clear();
  double secondsSoFar() const;

private:
  /// Files, offsets and rules. Headers' findings come up in many results.
  using FindingSet = std::set<std::tuple<std::string, unsigned, std::string>>;
  size_t countFindings() const;

  Clock::time_point Start, Begun;
  bool Shown;
  size_t Done = 0, Total = 0;
  std::map<std::string, FindingSet> Findings; ///< by the results' paths
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PROGRESS_H
