//===- ModelName.h - Names and globs in models ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One meaning of a glob for the parser, which rejects bad ones, and the index,
// which matches them.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELNAME_H
#define SECRET_TIDY_SECRETS_MODELNAME_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"

namespace secret {

/// Whether \p Name has a character that is special in a glob. `operator[]` is
/// written `operator\[\]`.
inline bool isGlob(llvm::StringRef Name) {
  return Name.find_first_of("*?[{\\") != llvm::StringRef::npos;
}

/// Fails on an unmatched bracket or brace and on too many alternatives.
inline llvm::Expected<llvm::GlobPattern> compileGlob(llvm::StringRef Pattern) {
  return llvm::GlobPattern::create(Pattern, /*MaxSubPatterns=*/64);
}

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELNAME_H
