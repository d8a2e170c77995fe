//===- Search.h - All places of all patterns --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Streams memory through small buffers, on several threads, and finds every
// piece of every pattern that is long enough. The memory that this needs does
// not depend on how much is searched.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_SEARCH_H
#define SECRET_TIDY_RESIDUE_SEARCH_H

#include "Residue/Encoding.h"
#include "Residue/GramFilter.h"
#include "Residue/MemoryReader.h"

namespace secret {
namespace residue {

/// A place where a secret, or a part of one, was found.
struct Match {
  uint64_t Address = 0;
  /// In memory.
  uint32_t Size = 0;
  uint32_t SecretIndex = 0;
  Encoding Form = Encoding::Raw;
  /// For Encoding::Xor.
  SECRET_PUBLIC uint8_t XorKey = 0;
  bool Whole = false;
  SecretRange Range;
};

struct SearchResult {
  /// By address. No match lies within another one of the same secret.
  std::vector<Match> Matches;
  /// What could not be read, by address.
  std::vector<Span> Unread;
  /// There were more matches than are kept.
  bool Overflow = false;
};

class Searcher {
public:
  /// \p Patterns and \p Arena must outlive the searcher.
  Searcher(llvm::ArrayRef<Pattern> Patterns, SecureArena &Arena);

  /// Searches \p Spans, which are sorted and do not overlap; what touches
  /// belongs together. \p Threads is at least 1.
  SearchResult search(const MemoryReader &Memory, llvm::ArrayRef<Span> Spans,
                      unsigned Threads) const;

  llvm::ArrayRef<Pattern> patterns() const { return Patterns; }

  /// Matches beyond this number are not kept.
  static constexpr size_t MaxMatches = 100000;

private:
  llvm::ArrayRef<Pattern> Patterns;
  GramFilter Bytes;
  GramFilter Differences;

  friend class SearchWorker;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_SEARCH_H
