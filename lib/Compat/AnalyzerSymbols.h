//===- AnalyzerSymbols.h - What other LLVMs lack ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions are bound when they are called, but tables of virtual functions
// when the plugin is loaded. What only some LLVMs have of the latter is weak
// here, so that the load guard gets to speak in the others. Include it where
// checkers are defined.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_ANALYZERSYMBOLS_H
#define SECRET_TIDY_COMPAT_ANALYZERSYMBOLS_H

#include "llvm/Config/llvm-config.h"

#if LLVM_VERSION_MAJOR >= 22
asm(".weak _ZNK5clang4ento11CheckerBase11getDebugTagEv\n"
    ".weak _ZNK5clang4ento14CheckerBackend10printStateERN4llvm11raw_ostream"
    "ENS2_18IntrusiveRefCntPtrIKNS0_12ProgramStateEEEPKcSA_\n"
    ".weak _ZTVN5clang4ento14CheckerBackendE\n");
#else
asm(".weak _ZNK5clang4ento11CheckerBase17getTagDescriptionEv\n");
#endif

#endif // SECRET_TIDY_COMPAT_ANALYZERSYMBOLS_H
