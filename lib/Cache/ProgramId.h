//===- ProgramId.h - Which program this is ----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_PROGRAMID_H
#define SECRET_TIDY_CACHE_PROGRAMID_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace secret {
namespace cache {

/// A digest of the bytes of this program, whose path is \p Program, and of the
/// libraries that it has loaded.
std::string programId(llvm::StringRef Program);

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_PROGRAMID_H
