//===- Builtins.h - Builtins that not every LLVM has ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_BUILTINS_H
#define SECRET_TIDY_COMPAT_BUILTINS_H

#include "clang/Basic/Builtins.h"
#include "llvm/Config/llvm-config.h"

namespace secret {

/// Whether builtin number \p Id is va_start, in any of its forms.
inline bool isVaStart(unsigned Id) {
  switch (Id) {
  case clang::Builtin::BI__builtin_va_start:
  case clang::Builtin::BI__builtin_stdarg_start:
#if LLVM_VERSION_MAJOR >= 22
  case clang::Builtin::BI__builtin_c23_va_start:
#endif
    return true;
  default:
    return false;
  }
}

} // namespace secret

#endif // SECRET_TIDY_COMPAT_BUILTINS_H
