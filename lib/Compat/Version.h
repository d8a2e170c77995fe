//===- Version.h - The LLVM that this is built for --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_VERSION_H
#define SECRET_TIDY_COMPAT_VERSION_H

#include "llvm/Config/llvm-config.h"

namespace secret::compat {

/// The installation this program was built for: `22.1.8`, and its major.
constexpr const char *LLVMVersion = LLVM_VERSION_STRING;
constexpr unsigned LLVMMajor = LLVM_VERSION_MAJOR;

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_VERSION_H
