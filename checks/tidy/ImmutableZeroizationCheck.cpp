//===- ImmutableZeroizationCheck.cpp - secret-immutable-zeroization ------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ImmutableZeroizationCheck.h"

namespace secret::tidy {

ImmutableZeroizationCheck::ImmutableZeroizationCheck(
    llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
    UnitAnalyses &Analyses)
    : SecretCheck(RuleId::ImmutableZeroization, Name, Context, Analyses) {}

} // namespace secret::tidy
