//===- ClangdTidyProvider.h - What clangd's default checks are --*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The return type of clang::clangd::provideDefaultChecks, whose header is not
// shipped: something that adds to the options of a file.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_CLANGDTIDYPROVIDER_H
#define SECRET_TIDY_COMPAT_CLANGDTIDYPROVIDER_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Config/llvm-config.h"

namespace secret::compat {

#if LLVM_VERSION_MAJOR >= 22
using DefaultChecks = llvm::unique_function<void(
    clang::tidy::ClangTidyOptions &, llvm::StringRef) const>;
#else
using DefaultChecks =
    llvm::function_ref<void(clang::tidy::ClangTidyOptions &, llvm::StringRef)>;
#endif

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_CLANGDTIDYPROVIDER_H
