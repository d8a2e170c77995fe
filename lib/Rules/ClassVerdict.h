//===- ClassVerdict.h - Does a class zeroize itself? ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the end of an object's life does to its secrets, judged once for each
// class by its destructor, bases and members included.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_CLASSVERDICT_H
#define SECRET_TIDY_RULES_CLASSVERDICT_H

#include "Rule.h"

namespace secret {

enum class ZeroizesItself : uint8_t { Yes, Elidably, No };

struct ClassVerdict {
  ZeroizesItself How = ZeroizesItself::Yes;
  std::string Why; ///< as a clause behind "because"; empty for Yes
  Span At;         ///< the class

  /// "'session' zeroizes itself: no, because ...".
  std::string describe(llvm::StringRef Class) const;
};

/// The verdict on the class whose destructor \p In is of; nothing if \p In is
/// no destructor, or its class holds no secret of its own.
std::optional<ClassVerdict> judgeClass(const RuleInput &In);

} // namespace secret

#endif // SECRET_TIDY_RULES_CLASSVERDICT_H
