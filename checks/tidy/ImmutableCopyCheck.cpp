//===- ImmutableCopyCheck.cpp - secret-immutable-copy ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ImmutableCopyCheck.h"

namespace secret::tidy {

ImmutableCopyCheck::ImmutableCopyCheck(llvm::StringRef Name,
                                       clang::tidy::ClangTidyContext *Context,
                                       UnitAnalyses &Analyses)
    : SecretCheck(RuleId::ImmutableCopy, Name, Context, Analyses) {}

} // namespace secret::tidy
