//===- FailOn.h - Which findings make a run fail ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_FAILON_H
#define SECRET_TIDY_OUTPUT_FAILON_H

#include "Model.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace secret {
namespace output {

/// What `--fail-on` says: words, separated by commas.
class FailOn {
public:
  /// A word is a glob over the names of the rules, a number (the least
  /// severity), `any` or `none`. Empty is `any`. Fails with one line.
  static llvm::Expected<FailOn> parse(llvm::StringRef Words);

  bool matches(llvm::StringRef Rule) const;

private:
  std::vector<std::string> Rules;
};

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_FAILON_H
