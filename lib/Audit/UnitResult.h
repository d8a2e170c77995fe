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

#include "Optimizer/Evidence.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <map>
#include <string>
#include <vector>

namespace secret {
namespace audit {

/// A file, absolute, and an offset in it.
using EvidencePlace = std::pair<std::string, unsigned>;
using EvidenceTable = std::map<EvidencePlace, std::vector<Evidence>>;

/// Where a finding stands.
EvidencePlace placeOf(const clang::tooling::Diagnostic &D);

struct UnitResult {
  std::string File; ///< absolute
  /// Why the file was not, or not completely, analysed; empty if it was.
  std::string Failure;
  /// Faults of model files and options, one line each.
  std::vector<std::string> Misconfigured;
  /// What could not be looked at though it was asked for, one line each.
  std::vector<std::string> Remarks;
  std::vector<clang::tooling::Diagnostic> Findings;
  /// What comments suppress.
  std::vector<clang::tooling::Diagnostic> Suppressed;
  /// What the optimizer did to zeroizations, reported or not.
  EvidenceTable Evidence;
  /// Text of a dump or an explanation.
  std::string Output;
};

/// What was seen of the zeroization that \p D speaks of; null if nothing.
const std::vector<Evidence> *evidenceOn(const clang::tooling::Diagnostic &D,
                                        const EvidenceTable &Table);

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
