//===- Link.h - Judge all units together ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Analyses the functions of all units that can meet a secret from their stored
// facts, callees before callers wherever they are, and tells which units would
// say something else if they knew the others' functions.
//
// The merge of definitions is commutative and associative. A weak definition
// says nothing, since another may take its place. Of strong ones that differ
// nobody knows which program has which, so they say nothing either.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_LINK_H
#define SECRET_TIDY_ANALYSIS_LINK_H

#include "Facts/StoredFacts.h"
#include "Summary/UnitSlice.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace secret {

struct LinkLimits {
  /// Functions with more effects say nothing to other units.
  size_t MaxEffects = 0;
  /// What the analysis of a function, or of functions that call each other,
  /// may cost (FunctionResult::Work). Beyond it they are taken for unknown.
  uint64_t MaxWork = 0;
};

/// What one unit gets.
struct LinkedUnit {
  /// Its findings are others with this slice than without it.
  bool IsAffected = false;
  /// The functions of others that it needs, sorted by USR.
  std::vector<ForeignFunction> Functions;
  /// Its own functions that call themselves through other units; sorted.
  std::vector<std::string> Recursive;
  /// Those that cost too much; sorted.
  std::vector<std::string> Alone;
  /// What others store in tables that it calls through; sorted.
  std::vector<SlotTarget> Targets;
};

struct LinkedUnits {
  /// In the order of the input. Functions of units that are not affected are
  /// left out.
  std::vector<LinkedUnit> Units;
  /// Functions that others call, but that are taken for unknown since they have
  /// too many effects.
  size_t TooMuch = 0;
  /// Functions that cost more than MaxWork.
  size_t TooCostly = 0;
};

/// Of \p Units, those that could not be analysed are empty. \p IsStopped is
/// asked between functions. \returns nothing once it says so.
std::optional<LinkedUnits>
linkUnits(std::vector<std::optional<StoredFacts>> Units,
          const LinkLimits &Limits, llvm::function_ref<bool()> IsStopped);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_LINK_H
