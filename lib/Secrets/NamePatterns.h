//===- NamePatterns.h - What a function's name promises ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The patterns are in NamePatterns.def.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_NAMEPATTERNS_H
#define SECRET_TIDY_SECRETS_NAMEPATTERNS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"
#include <cstdint>
#include <utility>
#include <vector>

namespace secret {

enum class NamePromise : uint8_t { Zeroizes, Destroys, Initializes };

/// The table of patterns, compiled when first asked: most units never ask.
class NamePatterns {
public:
  /// Whether a function called \p Name, unqualified, promises \p P. Letter case
  /// does not matter.
  bool promises(llvm::StringRef Name, NamePromise P) const;

private:
  void compile() const;

  mutable std::vector<std::pair<NamePromise, llvm::GlobPattern>> Patterns;
};

} // namespace secret

#endif // SECRET_TIDY_SECRETS_NAMEPATTERNS_H
