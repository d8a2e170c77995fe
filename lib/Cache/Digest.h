//===- Digest.h - Names made of contents ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// BLAKE3 over texts, each with its length, so that no two lists of texts have
// the same bytes.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_DIGEST_H
#define SECRET_TIDY_CACHE_DIGEST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace secret {
namespace cache {

/// The digest of a list of texts, as 64 hexadecimal digits.
std::string digestOf(llvm::ArrayRef<llvm::StringRef> Texts);
std::string digestOf(llvm::ArrayRef<std::string> Texts);

/// The digest of the bytes of a file; empty if it cannot be read.
std::string digestOfFile(llvm::StringRef Path);

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_DIGEST_H
