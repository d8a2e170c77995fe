//===- ZeroLoops.h - Loops that zeroize -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop that only writes zeros to consecutive elements counts as one
// zeroization of each array that it writes to, so that no one has to find its
// length from its turns:
//
//   for (i = 0; i < n; i++) p[i] = 0;      while (n--) *p++ = 0;
//   for (i = n; i-- > 0;) *(p + i) = 0;    while (p < end) { *p = 0; p++; }
//   for (; n; n--, p++) *p = 0;            do *p++ = 0; while (--n);
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_ZEROLOOPS_H
#define SECRET_TIDY_FACTS_ZEROLOOPS_H

#include "Turn.h"

namespace secret {

/// What one loop zeroizes of one array: Length * Unit bytes from
/// Pointer + First * Scale + Offset on, with values of the loop's entry.
struct ZeroLoop {
  const clang::Expr *Pointer = nullptr;
  Sum First; ///< its number is in Offset
  int64_t Scale = 1;
  int64_t Offset = 0;
  Sum Length;
  int64_t Unit = 1;
  /// Whether Length is known; else a pointer ends the loop.
  bool IsCounted = false;
  bool IsVolatile = false;
};

struct ZeroLoops {
  std::vector<ZeroLoop> Zeroized;
  /// Names the variables that the loop steps, in the order of their first step.
  std::vector<const clang::Expr *> Stepped;
  /// The first store of a turn.
  const clang::Stmt *Store = nullptr;
};

/// The loops under \p Body that only write zeros, those over ranges aside.
llvm::DenseMap<const clang::Stmt *, ZeroLoops>
zeroLoopsIn(const clang::Stmt *Body, const clang::ASTContext &Context,
            TypeBuilder &Types);

/// `for (...; i < bound; i++)`
struct CountedLoop {
  const clang::ForStmt *Loop = nullptr;
  const clang::ValueDecl *Index = nullptr;
  Sum Bound;
};
/// \returns nothing if \p Loop does not count up by one.
std::optional<CountedLoop> countedLoop(const clang::ForStmt *Loop,
                                       const clang::ASTContext &Context,
                                       TypeBuilder &Types);

/// What the loop's first part gives \p Index, or null.
const clang::Expr *startOf(const clang::Stmt *Init,
                           const clang::ValueDecl *Index);

} // namespace secret

#endif // SECRET_TIDY_FACTS_ZEROLOOPS_H
