//===- WholeFile.h - Files that appear whole or not at all ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FILES_WHOLEFILE_H
#define SECRET_TIDY_FILES_WHOLEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// Writes what \p Print prints to a file beside \p Path, which then takes the
/// place of \p Path: so others see the old file or the new one, also if several
/// processes write it at once. A symbolic link stays one. What is there and no
/// regular file, such as a device or a pipe, is written to as it is; "-" is
/// standard output. Fails with one line that names \p Path, on a full disk too.
llvm::Error writeWholeFile(llvm::StringRef Path,
                           llvm::function_ref<void(llvm::raw_ostream &)> Print);

/// Writes a file that nobody reads yet; cheaper. Fails as above.
llvm::Error writeNewFile(llvm::StringRef Path,
                         llvm::function_ref<void(llvm::raw_ostream &)> Print);

} // namespace secret

#endif // SECRET_TIDY_FILES_WHOLEFILE_H
