//===- Places.h - Places in other processes' files --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_PLACES_H
#define SECRET_TIDY_ANALYSIS_PLACES_H

#include "Rules/Finding.h"

namespace clang {
class SourceManager;
} // namespace clang

namespace secret {

/// `FILE:LINE:COLUMN`, FILE relative to \p Root if it lies below. Of a place in
/// a macro, where the macro is used. Empty if it is in no file.
std::string spellPlace(Place P, const clang::SourceManager &Sources,
                       llvm::StringRef Root);

/// The place that spellPlace spelled, in a file that the unit need not have
/// included; it is opened then. 0 if there is no such place.
Place findPlace(llvm::StringRef Text, clang::SourceManager &Sources,
                llvm::StringRef Root);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_PLACES_H
