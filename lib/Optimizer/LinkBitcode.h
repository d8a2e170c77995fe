//===- LinkBitcode.h - Code of several units, together ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_LINKBITCODE_H
#define SECRET_TIDY_OPTIMIZER_LINKBITCODE_H

#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace llvm {
class Module;
} // namespace llvm

namespace secret {

/// The code of another unit, or why there is none.
struct LinkedCode {
  std::string File; ///< as messages name it
  std::string Bitcode;
  std::string Error;
};

std::string toBitcode(const llvm::Module &M);

/// Adds to \p M the functions and variables of \p Others that it uses, and what
/// these use. \returns why that is not possible; empty if it is.
std::string linkBitcode(llvm::Module &M, llvm::ArrayRef<LinkedCode> Others);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_LINKBITCODE_H
