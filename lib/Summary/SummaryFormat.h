//===- SummaryFormat.h - Summaries as JSON ----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place has a meaning only in the process that parsed, so whoever writes or
// reads says how places are spelled. UnitSlice.cpp has the version.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_SUMMARYFORMAT_H
#define SECRET_TIDY_SUMMARY_SUMMARYFORMAT_H

#include "Summary.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/JSON.h"

namespace secret {

/// Takes what SpellPlace returned; returns 0 if there is no such place.
using FindPlace = llvm::function_ref<Place(llvm::StringRef)>;

/// The summary as nested arrays. Whether it is foreign is not written.
llvm::json::Value toJson(FunctionSummary S, SpellPlace Spell);

/// Reads what toJson wrote. With \p IsForeign for another unit, where names of
/// static variables mean other ones. \returns false if it is damaged; \p To is
/// then unspecified.
bool fromJson(const llvm::json::Value &From, FunctionSummary &To,
              FindPlace Find, bool IsForeign);

/// \p S as the unit gets it that \p Find is of, which \p Spell's unit wrote:
/// what fromJson makes of what toJson does.
FunctionSummary translated(FunctionSummary S, SpellPlace Spell, FindPlace Find,
                           bool IsForeign);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_SUMMARYFORMAT_H
