//===- Paths.h - Absolute paths ---------------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PATHS_H
#define SECRET_TIDY_AUDIT_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace secret {
namespace audit {

/// \p Path without dots and without a slash at the end. A relative one starts
/// at \p Directory.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory);
/// A relative one starts at the working folder.
std::string absolutePath(llvm::StringRef Path);
/// An absolute \p Path relative to \p Root if it is below.
std::string relativePath(llvm::StringRef Path, llvm::StringRef Root);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PATHS_H
