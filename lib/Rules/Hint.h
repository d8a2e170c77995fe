//===- Hint.h - Places and edits, as Clang wants them -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For doors that render findings through Clang's diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_HINT_H
#define SECRET_TIDY_RULES_HINT_H

#include "Fix.h"
#include "clang/Basic/Diagnostic.h"

namespace secret {

inline clang::SourceLocation location(Place P) {
  return clang::SourceLocation::getFromRawEncoding(P);
}

inline clang::FixItHint hint(const Edit &E) {
  clang::SourceLocation Begin = location(E.Begin);
  if (!E.Length)
    return clang::FixItHint::CreateInsertion(Begin, E.Text);
  clang::SourceLocation End =
      Begin.getLocWithOffset(static_cast<int>(E.Length));
  return clang::FixItHint::CreateReplacement(
      clang::CharSourceRange::getCharRange(Begin, End), E.Text);
}

} // namespace secret

#endif // SECRET_TIDY_RULES_HINT_H
