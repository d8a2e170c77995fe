//===- Sources.h - Texts of the files that a report speaks of ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_SOURCES_H
#define SECRET_TIDY_OUTPUT_SOURCES_H

#include "Model.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <memory>

namespace secret {
namespace output {

/// A file, by lines.
class SourceText {
public:
  explicit SourceText(std::unique_ptr<llvm::MemoryBuffer> Buffer);

  llvm::StringRef text() const { return Buffer->getBuffer(); }
  unsigned numLines() const { return static_cast<unsigned>(Starts.size()); }
  /// Line \p Number, from 1 on, without its end; empty if there is none.
  llvm::StringRef line(unsigned Number) const;
  /// The region of some bytes; without a length, that of the word there.
  Region region(unsigned Offset, unsigned Length) const;
  /// See hashLines; empty if there is no such line.
  llvm::StringRef hashOf(unsigned Line);
  /// The name of the function, or class, that the line looks to be in: that of
  /// the last line before it that starts with a name, as `git diff` has it.
  /// Empty if there is none.
  std::string functionAt(unsigned Line) const;

private:
  unsigned columnOf(unsigned Line, size_t Offset) const;

  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  std::vector<size_t> Starts; ///< of the lines
  std::vector<std::string> Hashes;
};

/// Reads each file once.
class Sources {
public:
  explicit Sources(std::string Root) : Root(std::move(Root)) {}

  /// \p File is relative to the root or absolute. Null if it cannot be read.
  SourceText *find(llvm::StringRef File);
  llvm::StringRef root() const { return Root; }

private:
  std::string Root;
  std::map<std::string, std::unique_ptr<SourceText>, std::less<>> Known;
};

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_SOURCES_H
