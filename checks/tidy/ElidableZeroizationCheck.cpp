//===- ElidableZeroizationCheck.cpp - secret-elidable-zeroization ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ElidableZeroizationCheck.h"

namespace secret::tidy {

ElidableZeroizationCheck::ElidableZeroizationCheck(
    llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
    UnitAnalyses &Analyses)
    : SecretCheck(RuleId::ElidableZeroization, Name, Context, Analyses) {}

} // namespace secret::tidy
