//===- Baseline.h - Findings that are known already -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A sorted JSON file without counts or line numbers, so that it changes only
// where findings do.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_BASELINE_H
#define SECRET_TIDY_OUTPUT_BASELINE_H

#include "Model.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace secret {
namespace output {

/// Fails with one line that says what to do: no such file, no baseline, or one
/// of another format version.
llvm::Expected<std::vector<BaselineEntry>> readBaseline(llvm::StringRef Path);

llvm::Error writeBaseline(llvm::StringRef Path,
                          std::vector<BaselineEntry> Entries);

llvm::json::Object toJson(const BaselineEntry &E);

/// Sets the state of each finding of \p R, and what is fixed: entries that no
/// finding has, as far as \p WasLookedAt holds for them.
void compareWithBaseline(
    Report &R, const std::vector<BaselineEntry> &Baseline,
    llvm::function_ref<bool(const BaselineEntry &)> WasLookedAt);

enum class BaselineChange : uint8_t {
  None,
  Update, ///< adds what is new, removes what is fixed
  Prune,  ///< only removes what is fixed
};

/// The entries of \p Baseline after a change, once \p R was compared with it.
std::vector<BaselineEntry>
changedBaseline(const Report &R, const std::vector<BaselineEntry> &Baseline,
                BaselineChange Change);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_BASELINE_H
