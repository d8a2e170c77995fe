//===- ChangedLines.h - What a change touches -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_CHANGEDLINES_H
#define SECRET_TIDY_OUTPUT_CHANGEDLINES_H

#include "Sources.h"
#include "llvm/Support/Error.h"
#include <map>

namespace secret {
namespace output {

/// The lines of files that a change adds, and those beside what it removes.
class ChangedLines {
public:
  /// Reads a unified diff. Paths in it are relative to \p Root, with or without
  /// a first folder such as `b/`. Fails with one line if there is no hunk in a
  /// text that is not empty.
  static llvm::Expected<ChangedLines> parse(llvm::StringRef Diff,
                                            llvm::StringRef Root);

  /// All lines of a file.
  void addWhole(llvm::StringRef File);
  bool touches(llvm::StringRef File, unsigned First, unsigned Last) const;

  /// Whether the change touches the story of a finding: in some function, a
  /// line between the first and the last place that it speaks of.
  bool introduces(const Finding &F, Sources &Texts) const;

private:
  void addHunk(llvm::StringRef Numbers);

  struct FileLines {
    bool Whole = false;
    /// First and last lines.
    std::vector<std::pair<unsigned, unsigned>> Ranges;
  };
  void addLines(llvm::StringRef Line);

  std::map<std::string, FileLines, std::less<>> Files;
  FileLines *Current = nullptr; ///< the file that is being read
  unsigned Next = 0;            ///< its next line
  unsigned OldLeft = 0;         ///< lines of the hunk that are still to come
  unsigned NewLeft = 0;
  bool HasHunk = false;
};

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_CHANGEDLINES_H
