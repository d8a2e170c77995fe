//===- DebugLocation.h - Where debug information says code is ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Code in the argument of a macro was once said to be where the macro is.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_DEBUGLOCATION_H
#define SECRET_TIDY_COMPAT_DEBUGLOCATION_H

#include "clang/Basic/SourceManager.h"
#include "llvm/Config/llvm-config.h"

namespace secret::compat {

/// The location that generated code has for a token at \p At.
inline clang::SourceLocation debugLocation(const clang::SourceManager &Sources,
                                           clang::SourceLocation At) {
#if LLVM_VERSION_MAJOR >= 22
  return Sources.getFileLoc(At);
#else
  return Sources.getExpansionLoc(At);
#endif
}

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_DEBUGLOCATION_H
