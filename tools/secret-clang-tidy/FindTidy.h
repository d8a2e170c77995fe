//===- FindTidy.h - Where the clang-tidy for the plugin is ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_FINDTIDY_H
#define SECRET_TIDY_TOOLS_FINDTIDY_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace secret {

struct FoundTidy {
  std::string Program; ///< empty: there is none
  std::string Problem; ///< then, why: one line with the remedy
};

/// Looks for the clang-tidy of this build's LLVM: the one that the environment
/// variable SECRET_CLANG_TIDY names; `clang-tidy-MAJOR` in PATH; the one of the
/// LLVM that this was built with; `clang-tidy` in PATH, if its version fits.
/// \p Self is this program, which is never taken for a clang-tidy.
FoundTidy findTidy(llvm::StringRef Self);

} // namespace secret

#endif // SECRET_TIDY_TOOLS_FINDTIDY_H
