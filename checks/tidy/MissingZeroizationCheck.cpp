//===- MissingZeroizationCheck.cpp - secret-missing-zeroization -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MissingZeroizationCheck.h"

namespace secret::tidy {

MissingZeroizationCheck::MissingZeroizationCheck(
    llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
    UnitAnalyses &Analyses)
    : SecretCheck(RuleId::MissingZeroization, Name, Context, Analyses) {}

} // namespace secret::tidy
