//===- HiddenCopyCheck.cpp - secret-hidden-copy --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HiddenCopyCheck.h"

namespace secret::tidy {

HiddenCopyCheck::HiddenCopyCheck(llvm::StringRef Name,
                                 clang::tidy::ClangTidyContext *Context,
                                 UnitAnalyses &Analyses)
    : SecretCheck(RuleId::HiddenCopy, Name, Context, Analyses) {}

} // namespace secret::tidy
