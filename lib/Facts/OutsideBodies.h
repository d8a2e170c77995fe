//===- OutsideBodies.h - Code that is in no function's body -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lambdas may be written where no function is: in the initializer of a variable
// or field, in a default argument, in a constructor's initializers.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_OUTSIDEBODIES_H
#define SECRET_TIDY_FACTS_OUTSIDEBODIES_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class Decl;
class Stmt;
} // namespace clang

namespace secret {

/// The initializer of a variable or field, the default arguments and the
/// initializers of a function; empty for other declarations and for templates'
/// patterns.
llvm::SmallVector<const clang::Stmt *, 4>
codeOutsideBodies(const clang::Decl *D);

} // namespace secret

#endif // SECRET_TIDY_FACTS_OUTSIDEBODIES_H
