//===- LinkTargets.h - What units store in tables ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_LINKTARGETS_H
#define SECRET_TIDY_ANALYSIS_LINKTARGETS_H

#include "Facts/StoredFacts.h"
#include "llvm/ADT/StringMap.h"

namespace secret {

/// The functions of all units that calls through tables may be of.
class LinkTargets {
public:
  /// \p Unit outlives this.
  void add(const StoredFacts &Unit);
  /// What other units than \p Unit store in \p Slot, and it does not: each
  /// function once, sorted.
  std::vector<SlotTarget> ofOthers(const StoredFacts &Unit,
                                   llvm::StringRef Slot) const;
  /// Adds them to the calls of a function of \p Unit, without ids. To be done
  /// once.
  void addTo(FunctionFacts &Facts, const StoredFacts &Unit) const;

private:
  using Stored = std::pair<const StoredFacts *, SlotTarget>;
  llvm::StringMap<std::vector<Stored>> Slots;
};

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_LINKTARGETS_H
