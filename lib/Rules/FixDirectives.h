//===- FixDirectives.h - A file's preprocessor directives -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a new `#include` goes is a question about the text of a file, not about
// what the preprocessor made of it.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIXDIRECTIVES_H
#define SECRET_TIDY_RULES_FIXDIRECTIVES_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang {
class LangOptions;
} // namespace clang

namespace secret {

/// The directives of one file's text, which must outlive it.
class Directives {
public:
  Directives(llvm::StringRef Text, const clang::LangOptions &LangOpts);

  /// `#include <Header>` or `#include "Header"`, under whatever condition.
  bool includes(llvm::StringRef Header) const;
  /// Offset of the line where an `#include` that is needed at \p Before goes:
  /// after the last unconditional one, else after the macros that the file
  /// begins with.
  size_t includeOffset(size_t Before) const;
  /// The `#define` and `#undef` lines before the first `#include` that hold
  /// unconditionally: they choose what system headers declare.
  std::string leadingMacros() const;

private:
  struct Directive {
    llvm::StringRef Name;
    llvm::StringRef Line; ///< from the '#' to the end of the (spliced) line
    unsigned Depth;       ///< conditions it is under, an include guard left out
    size_t End;           ///< offset of what follows the line
    bool BetweenDeclarations; ///< not inside of one, nor of braces
  };
  /// What the code before a directive leaves open.
  struct Code {
    unsigned Braces = 0;
    bool Ended = true; ///< the last token ends a declaration
  };
  void add(size_t Begin, size_t End, const Code &Before);
  bool isGuard(size_t Index) const;

  llvm::StringRef Text;
  std::vector<Directive> All;
  unsigned Depth = 0;
  /// Offset of the line of the first token that is in no directive.
  size_t FirstCode = 0;
};

} // namespace secret

#endif // SECRET_TIDY_RULES_FIXDIRECTIVES_H
