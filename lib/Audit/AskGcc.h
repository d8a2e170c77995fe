//===- AskGcc.h - Ask the build's own compiler ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// GCC does not say what it does, so that its code is looked at: what comes from
// the zeroization; and if nothing does, whether the code without it is the
// same.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_ASKGCC_H
#define SECRET_TIDY_AUDIT_ASKGCC_H

#include "Job.h"
#include "Rules/Finding.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace secret {
namespace audit {

/// Asks the compiler of What.Unit.Build about \p Sites, at the levels that the
/// settings say; if these are the build's alone, and that is -O0, at -O2 too.
/// There are as many answers for each of \p Sites, in their order. What cannot
/// be told is Unknown with the reason. Empty if the build does not use GCC.
std::vector<std::vector<Evidence>>
askGcc(const Job &What, clang::CompilerInstance &Compiler,
       const std::vector<Zeroization> &Sites);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_ASKGCC_H
