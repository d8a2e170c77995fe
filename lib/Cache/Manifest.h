//===- Manifest.h - Questions as they are stored ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Text: one line for each question, in the order of the paths, which share
// their beginnings with the line before.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_MANIFEST_H
#define SECRET_TIDY_CACHE_MANIFEST_H

#include "Questions.h"
#include "llvm/ADT/ArrayRef.h"

namespace secret {
namespace cache {

/// Answers are cut short: they serve to say what has changed.
std::string writeManifest(llvm::ArrayRef<std::vector<Question>> Sets);

/// What cannot be read is left out.
std::vector<std::vector<Question>> readManifest(llvm::StringRef Text);

/// The same questions, whatever the answers.
bool asksTheSame(llvm::ArrayRef<Question> A, llvm::ArrayRef<Question> B);

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_MANIFEST_H
