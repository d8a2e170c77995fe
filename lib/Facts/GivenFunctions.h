//===- GivenFunctions.h - Functions that a call is given --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `std::invoke(f, key)` calls f, `std::function<void()> g = [&] { ... };` makes
// something that calls the closure later: the models say so (`calls`).
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_GIVENFUNCTIONS_H
#define SECRET_TIDY_FACTS_GIVENFUNCTIONS_H

#include "Secrets/Catalog.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class Expr;
class FunctionDecl;
} // namespace clang

namespace secret {

/// What an argument calls that is a function, or an object with one.
struct GivenFunction {
  const clang::FunctionDecl *Callee = nullptr; ///< null if it calls nothing
  const clang::Expr *Object = nullptr;         ///< the closure; null for none
};

/// \p Arg may be a function's name, a closure, an object with one operator(),
/// or something like std::function that is made of one of these.
GivenFunction givenFunction(const clang::Expr *Arg, Catalog &Secrets);

/// What the model's effect \p E calls at a call with \p Args.
GivenFunction givenFunction(const Effect &E,
                            llvm::ArrayRef<const clang::Expr *> Args,
                            Catalog &Secrets);

} // namespace secret

#endif // SECRET_TIDY_FACTS_GIVENFUNCTIONS_H
