//===- RuleChoice.h - Which checks a run has --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Globs as of clang-tidy's -checks, over the names of our own rules.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_RULECHOICE_H
#define SECRET_TIDY_AUDIT_RULECHOICE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>

namespace secret {
namespace audit {

/// \p Globs are separated by commas, later ones win, a leading '-' removes. The
/// list starts full if the first one removes, else empty; no globs choose all.
/// \returns `-*,NAME,NAME` for clang-tidy. Fails, with the names that exist, on
/// a glob that matches nothing and when nothing is left.
llvm::Expected<std::string> chooseRules(llvm::StringRef Globs);

/// The names in a list that chooseRules made.
std::set<std::string> chosenRules(llvm::StringRef Checks);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_RULECHOICE_H
