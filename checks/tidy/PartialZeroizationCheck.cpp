//===- PartialZeroizationCheck.cpp - secret-partial-zeroization -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PartialZeroizationCheck.h"

namespace secret::tidy {

PartialZeroizationCheck::PartialZeroizationCheck(
    llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
    UnitAnalyses &Analyses)
    : SecretCheck(RuleId::PartialZeroization, Name, Context, Analyses) {}

} // namespace secret::tidy
