//===- EvidenceJson.h - Evidence as JSON ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_EVIDENCEJSON_H
#define SECRET_TIDY_OPTIMIZER_EVIDENCEJSON_H

#include "Evidence.h"
#include "llvm/Support/JSON.h"

namespace secret {

/// One object for each compiler and level that was asked.
llvm::json::Array evidenceToJson(llvm::ArrayRef<Evidence> All);
/// What evidenceToJson wrote; unknown words become Unknown.
std::vector<Evidence> evidenceFromJson(const llvm::json::Array &From);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_EVIDENCEJSON_H
