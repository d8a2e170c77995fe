//===- CheckOptions.h - Options of the checks -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every check has every option, so that `<check>.Name` works for each; a name
// that a check does not set is looked up as `secret.Name`.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TIDY_CHECKOPTIONS_H
#define SECRET_TIDY_TIDY_CHECKOPTIONS_H

#include "Analysis/Options.h"
#include "clang-tidy/ClangTidyCheck.h"

namespace secret::tidy {

/// Whether reading the options can give anything but the defaults, or has to
/// tell clang-tidy which there are (for --verify-config).
bool mustReadOptions(const clang::tidy::ClangTidyContext &Context);

/// The values that hold for the check whose \p View it is.
AnalysisOptions
readOptions(const clang::tidy::ClangTidyCheck::OptionsView &View);

/// Writes all of them, so that --dump-config shows them.
void storeOptions(const AnalysisOptions &Options,
                  const clang::tidy::ClangTidyCheck::OptionsView &View,
                  clang::tidy::ClangTidyOptions::OptionMap &Map);

/// What is wrong with an option of a configuration file that is ours by its
/// name (`secret.Name`, `secret-check.Name`), with the remedy; empty if it is
/// right, or not ours.
std::string faultOf(llvm::StringRef Key, llvm::StringRef Value);

/// Whether one analysis serves checks with these options. They may differ in
/// what only concerns fix-its.
bool sameAnalysis(const AnalysisOptions &A, const AnalysisOptions &B);

} // namespace secret::tidy

#endif // SECRET_TIDY_TIDY_CHECKOPTIONS_H
