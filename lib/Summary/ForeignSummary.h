//===- ForeignSummary.h - Summaries for other units -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a unit may know of a function of another one is less than what the other
// knows itself.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_FOREIGNSUMMARY_H
#define SECRET_TIDY_SUMMARY_FOREIGNSUMMARY_H

#include "SummaryFormat.h"
#include <optional>
#include <string>

namespace secret {

/// How much there is to apply at each call.
size_t countEffects(const FunctionSummary &S);

/// What other units are told of \p S. Nothing if it has more than \p MaxEffects
/// effects, in all its cases: such a function is no helper, and each call of it
/// would cost the caller dearly.
std::optional<FunctionSummary> exportSummary(FunctionSummary S,
                                             size_t MaxEffects);

/// As JSON.
std::string toText(FunctionSummary Exported, SpellPlace Spell);

/// Reads what toText made. With \p SeesThrough the optimizer sees the
/// function's body (link-time optimization). Nothing if it is damaged.
std::optional<FunctionSummary> importSummary(llvm::StringRef Text,
                                             FindPlace Find, bool SeesThrough);

/// The same without the text.
FunctionSummary importSummary(FunctionSummary Exported, SpellPlace Spell,
                              FindPlace Find, bool SeesThrough);

/// Whether the two mean the same, whatever places and stories they have.
bool sameMeaning(llvm::StringRef A, llvm::StringRef B);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_FOREIGNSUMMARY_H
