//===- Link.h - From all units' summaries to slices -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The merge of definitions is commutative and associative. A strong definition
// beats weak ones, and a weak one alone says nothing, since another may take
// its place. Of strong ones that differ nobody knows which program has which,
// so they say nothing either.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_LINK_H
#define SECRET_TIDY_ANALYSIS_LINK_H

#include "Summary/UnitSummaries.h"
#include "llvm/ADT/ArrayRef.h"

namespace secret {

/// What one unit gets.
struct LinkedUnit {
  /// The functions of others that matter to it: that code which meets secrets
  /// reaches; sorted.
  std::vector<StoredFunction> Functions;
  /// Its own functions that call themselves through other units; sorted.
  std::vector<std::string> Recursive;
};

/// Slices for the next round of analysis, in the order of \p Units.
std::vector<LinkedUnit> linkSummaries(llvm::ArrayRef<UnitSummaries> Units);

/// Whether the two mean the same, wherever they are defined and whatever story
/// they tell.
bool sameMeaning(const StoredFunction &A, const StoredFunction &B);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_LINK_H
