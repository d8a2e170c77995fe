//===- ExposureCheck.cpp - secret-exposure -------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExposureCheck.h"

namespace secret::tidy {

ExposureCheck::ExposureCheck(llvm::StringRef Name,
                             clang::tidy::ClangTidyContext *Context,
                             UnitAnalyses &Analyses)
    : SecretCheck(RuleId::Exposure, Name, Context, Analyses) {}

} // namespace secret::tidy
