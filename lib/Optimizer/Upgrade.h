//===- Upgrade.h - Put evidence into findings -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evidence never silences the rules: it sharpens what a finding says, and where
// it contradicts them, that is a finding of its own.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_UPGRADE_H
#define SECRET_TIDY_OPTIMIZER_UPGRADE_H

#include "Evidence.h"

namespace secret {

/// Whether asking is worth anything: a call of a function whose body is not
/// visible stays what it is.
bool isWorthAsking(const std::vector<Zeroization> &Sites);

/// \p Message of a finding on an elidable zeroization, with `is removed by ...`
/// for `may be removed by ...` where \p E says so.
std::string upgradedMessage(llvm::StringRef Message, const Evidence &E,
                            const Zeroization &Site);

/// True if the optimizer removed what the rules take for reliable; or for
/// needed, while nothing else took the place of the secret.
bool contradicts(const Evidence &E, const Zeroization &Site);

/// The finding on a contradiction.
Finding contradiction(const Evidence &E, const Zeroization &Site,
                      llvm::StringRef Wiper);

/// Changes the findings on \p Sites, adds the contradictions, and notes what
/// else was seen. \p All has an answer for each of \p Sites, in their order.
void applyEvidence(const std::vector<Zeroization> &Sites,
                   const std::vector<Evidence> &All, llvm::StringRef Wiper,
                   std::vector<Finding> &Findings);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_UPGRADE_H
