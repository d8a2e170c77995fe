//===- FixPlace.h - What stands around a place in a file --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether an edit keeps its meaning depends on the tokens next to it: a
// statement put before the only statement of an `if` would change the branch.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIXPLACE_H
#define SECRET_TIDY_RULES_FIXPLACE_H

#include "Finding.h"
#include "clang/Basic/SourceLocation.h"
#include <optional>
#include <string>

namespace clang {
class ASTContext;
class LangOptions;
} // namespace clang

namespace secret {

/// A span of one file's text, no part of it from a macro.
struct TextRange {
  clang::FileID File;
  llvm::StringRef Text; ///< of the whole file
  size_t Begin = 0;
  size_t End = 0; ///< past the last token
  /// The tokens before and after, directives skipped; empty if none.
  llvm::StringRef Before;
  llvm::StringRef After;
  size_t AfterEnd = 0; ///< past the token after
};

/// The text that \p S stands for; nothing if it is not in one file.
std::optional<TextRange> textOf(Span S, const clang::ASTContext &Context);

/// A new statement may stand before \p R, which begins one (or is the closing
/// brace of a block).
bool takesStatementBefore(const TextRange &R);
/// The call at \p R is a statement of its own, its value unused.
bool isWholeStatement(const TextRange &R);

/// A variable called \p Name may be declared behind \p R: its block declares
/// none before, and does not speak of another one behind.
bool takesName(const TextRange &R, llvm::StringRef Name,
               const clang::LangOptions &LangOpts);

/// How a statement next to one that has its line for itself is laid out.
struct Layout {
  size_t LineBegin = 0; ///< offset of that line
  std::string Indent;
  std::string Break; ///< as in the rest of the file
};

/// Nothing if \p R is not the first on its line.
std::optional<Layout> layoutAt(const TextRange &R);

} // namespace secret

#endif // SECRET_TIDY_RULES_FIXPLACE_H
