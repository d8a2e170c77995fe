//===- UnitResult.h - What one unit's analysis found ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The output of one step: findings as clang-tidy gives them, in a JSON file
// with paths relative to the project's root, without clock or machine.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_UNITRESULT_H
#define SECRET_TIDY_AUDIT_UNITRESULT_H

#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace secret {
namespace audit {

struct UnitResult {
  std::string File; ///< absolute
  /// Why the file was not, or not completely, analysed; empty if it was.
  std::string Failure;
  /// Faults of model files and options, one line each.
  std::vector<std::string> Misconfigured;
  std::vector<clang::tooling::Diagnostic> Findings;
  /// Text of a dump or an explanation.
  std::string Output;
};

/// A finding as it is stored; equal findings have equal texts. Paths below
/// \p Root become relative.
llvm::json::Object toJson(const clang::tooling::Diagnostic &D,
                          llvm::StringRef Root);

llvm::Error writeUnitResult(const UnitResult &Result, llvm::StringRef Root,
                            llvm::StringRef Path);
llvm::Expected<UnitResult> readUnitResult(llvm::StringRef Path,
                                          llvm::StringRef Root);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_UNITRESULT_H
