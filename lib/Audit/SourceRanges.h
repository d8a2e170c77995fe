//===- SourceRanges.h - The text of a zeroization ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_SOURCERANGES_H
#define SECRET_TIDY_AUDIT_SOURCERANGES_H

#include "PreprocessedText.h"
#include "Rules/Finding.h"
#include <optional>

namespace clang {
class LangOptions;
class SourceManager;
} // namespace clang

namespace secret {
namespace audit {

/// The text in a file that is \p At and nothing more: the use of a macro, where
/// the macro does nothing else. Nothing if there is no such text.
std::optional<SourceText> textOf(Span At, const clang::SourceManager &Sources,
                                 const clang::LangOptions &Language,
                                 llvm::StringRef Directory);

/// Where \p P is for a compiler that knows a macro's code by the place where
/// the macro is used. Text stays empty.
SourceText placeOf(Place P, const clang::SourceManager &Sources,
                   llvm::StringRef Directory);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_SOURCERANGES_H
