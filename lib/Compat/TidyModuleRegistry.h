//===- TidyModuleRegistry.h - Where clang-tidy's registry lives -*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM 22 declares ClangTidyModuleRegistry in ClangTidyModule.h and warns about
// the old header.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_TIDYMODULEREGISTRY_H
#define SECRET_TIDY_COMPAT_TIDYMODULEREGISTRY_H

#include "clang-tidy/ClangTidyModule.h"
#include "llvm/Config/llvm-config.h"
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#endif // SECRET_TIDY_COMPAT_TIDYMODULEREGISTRY_H
