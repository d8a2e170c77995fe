//===- UnitSlice.h - What a unit is told of the others ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A JSON file with a version, which appears whole or not at all.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_UNITSLICE_H
#define SECRET_TIDY_SUMMARY_UNITSLICE_H

#include "Facts/CallTargets.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace secret {

/// A function that another unit defines.
struct ForeignFunction {
  std::string Usr;
  /// The machine's view of its type: a declaration with another one does not
  /// mean this function.
  std::string Signature;
  bool BringsSecrets = false;
  std::string Summary; ///< see ForeignSummary.h

  auto tied() const { return std::tie(Usr, Signature, BringsSecrets, Summary); }
  bool operator==(const ForeignFunction &O) const { return tied() == O.tied(); }
};

struct UnitSlice {
  std::string Root;  ///< places are relative to this folder
  std::string Facts; ///< where the unit's own facts go; empty: nowhere
  std::vector<ForeignFunction> Functions; ///< sorted by USR
  /// The unit's functions that call themselves through others; sorted.
  std::vector<std::string> Recursive;
  /// Those that cost too much with what others do: they know nothing of it.
  std::vector<std::string> Alone; ///< sorted
  /// What other units store in tables that the unit calls through; sorted.
  std::vector<SlotTarget> Targets;

  auto tied() const {
    return std::tie(Root, Facts, Functions, Recursive, Alone, Targets);
  }
  bool operator==(const UnitSlice &O) const { return tied() == O.tied(); }
};

// Both fail with one line that names the file and what is wrong.
/// As a file has it.
llvm::json::Object sliceToJson(const UnitSlice &What);
/// Nothing if it is damaged.
std::optional<UnitSlice> sliceFromJson(const llvm::json::Object &O);

llvm::Error writeSlice(const UnitSlice &What, llvm::StringRef Path);
llvm::Expected<UnitSlice> readSlice(llvm::StringRef Path);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_UNITSLICE_H
