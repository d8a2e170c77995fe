//===- Places.h - Which candidate an instruction belongs to -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Debug locations are what survives of the source in optimized code: line,
// column, and the chain of calls that were inlined.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_PLACES_H
#define SECRET_TIDY_OPTIMIZER_PLACES_H

#include "Evidence.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace clang {
class FileManager;
class SourceManager;
} // namespace clang

namespace llvm {
class DIFile;
class DILocation;
} // namespace llvm

namespace secret {

/// One level of an instruction's location that lies in a candidate.
struct PlaceMatch {
  unsigned Candidate; ///< index
  /// The calls around it; null in the function that it was written in.
  const llvm::DILocation *Chain;
  /// The instruction comes from a function that the candidate calls.
  bool IsDeep;
  /// It is in, or was inlined into, the function that the candidate means.
  bool IsWithin;
};

class Places {
public:
  /// Both outlive this.
  Places(const clang::SourceManager &Sources,
         const std::vector<Candidate> &Candidates);

  /// In which candidates \p Location lies, at any level of inlining.
  llvm::SmallVector<PlaceMatch, 2> find(const llvm::DILocation *Location);

  /// Looks for the zeroization in the callee of candidate \p Index from now on.
  void useInner(unsigned Index);

private:
  /// Lines and columns in one file, both ends included.
  struct Range {
    const void *File = nullptr;
    std::pair<unsigned, unsigned> Begin, End;
    /// The function's first line, and its file; null is any function.
    const void *FunctionFile = nullptr;
    unsigned FunctionLine = 0;
  };

  Range rangeOf(Span At) const;
  bool isWithin(const llvm::DILocation *Location, const Range &R);
  const void *fileOf(const llvm::DIFile *File);
  const std::vector<unsigned> &at(const llvm::DILocation *Location);

  const clang::SourceManager &Sources;
  const std::vector<Candidate> &Candidates;
  std::vector<Range> Ranges;
  llvm::DenseMap<const llvm::DIFile *, const void *> Files;
  llvm::DenseMap<const llvm::DILocation *, std::vector<unsigned>> Known;
};

/// `file.c:10:3`; empty if \p Location is null or has no line.
std::string spellPlace(const llvm::DILocation *Location);

/// The same for each call of the chain, innermost first.
std::vector<std::string> spellChain(const llvm::DILocation *Chain);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_PLACES_H
