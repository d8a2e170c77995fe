//===- UnitSummaries.h - What units tell each other -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit's analysis reads a slice (what functions of other units do) and writes
// what its own functions do. Both are JSON files with a version, which appear
// whole or not at all.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_UNITSUMMARIES_H
#define SECRET_TIDY_SUMMARY_UNITSUMMARIES_H

#include "llvm/Support/Error.h"
#include <string>
#include <tuple>
#include <vector>

namespace secret {

/// A function that other units can call.
struct StoredFunction {
  std::string Usr;
  /// The machine's view of its type: a declaration with another one does not
  /// mean this function.
  std::string Signature;
  bool IsWeak = false; ///< another definition may take its place
  bool BringsSecrets = false;
  /// Functions of other units that it needs, itself or through its callees.
  std::vector<std::string> Calls;
  std::string Summary; ///< JSON, see SummaryFormat.h

  auto tied() const {
    return std::tie(Usr, Signature, IsWeak, BringsSecrets, Calls, Summary);
  }
  bool operator==(const StoredFunction &O) const { return tied() == O.tied(); }
  bool operator<(const StoredFunction &O) const { return tied() < O.tied(); }
};

/// What a unit's analysis says to others.
struct UnitSummaries {
  /// Functions of other units that code which meets secrets calls; sorted.
  std::vector<std::string> Wanted;
  /// Those that any of its code calls; sorted.
  std::vector<std::string> Calls;
  std::vector<StoredFunction> Functions; ///< sorted
};

/// What others say to a unit's analysis.
struct UnitSlice {
  std::string Root;    ///< places are relative to this folder
  std::string Exports; ///< where the unit's own summaries go; empty: nowhere
  std::vector<StoredFunction> Functions; ///< sorted; without Calls
  /// The unit's functions that call themselves through others; sorted.
  std::vector<std::string> Recursive;
};

// All fail with one line that names the file and what is wrong.
llvm::Error writeSummaries(const UnitSummaries &What, llvm::StringRef Path);
llvm::Expected<UnitSummaries> readSummaries(llvm::StringRef Path);
llvm::Error writeSlice(const UnitSlice &What, llvm::StringRef Path);
llvm::Expected<UnitSlice> readSlice(llvm::StringRef Path);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_UNITSUMMARIES_H
