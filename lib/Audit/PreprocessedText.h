//===- PreprocessedText.h - A unit as one text ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// GCC's -fdirectives-only puts all that is included into one text and leaves
// every line as it was written, so that a zeroization can be taken out of it
// wherever it stands.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PREPROCESSEDTEXT_H
#define SECRET_TIDY_AUDIT_PREPROCESSEDTEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace secret {
namespace audit {

/// Some text of a source file.
struct SourceText {
  std::string File; ///< absolute, links resolved
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Text;
};

class PreprocessedText {
public:
  /// \p Text names files relative to \p Directory.
  PreprocessedText(std::string Text, llvm::StringRef Directory);

  /// The text without \p Parts: what is left has the lines and columns that it
  /// had. Nothing if one of them is not found.
  std::optional<std::string>
  without(llvm::ArrayRef<const SourceText *> Parts) const;

  /// All files that it names, absolute, links resolved; sorted.
  std::vector<std::string> files() const;

private:
  std::vector<size_t> find(const SourceText &Part) const;

  std::string Text;
  /// Where a line of a file begins: more than once if it is included again.
  std::map<std::pair<std::string, unsigned>, std::vector<size_t>> Lines;
};

/// What can stand in place of \p Statement or expression, does nothing, and
/// has its length and its lines.
std::string emptyLike(llvm::StringRef Statement);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PREPROCESSEDTEXT_H
