//===- LineHash.h - Hashes of lines that survive moves ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_LINEHASH_H
#define SECRET_TIDY_OUTPUT_LINEHASH_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace secret {
namespace output {

/// For each line of \p Text, what code hosts call primaryLocationLineHash: a
/// hash over the 100 characters from the line's start on, without blanks, and
/// behind a colon how many lines up to here had the same. The first line is at
/// index 0.
std::vector<std::string> hashLines(llvm::StringRef Text);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_LINEHASH_H
