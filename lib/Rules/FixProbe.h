//===- FixProbe.h - What would this header declare here? --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Strict language modes and feature macros hide declarations of system headers,
// so the only sound answer is to compile a file that includes the header.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIXPROBE_H
#define SECRET_TIDY_RULES_FIXPROBE_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace secret {

/// Whether `#include <Header>` after the lines \p Macros declares the function
/// or defines the macro \p Name, under the options of the unit that \p Context
/// and \p PP belong to. Compiles a file in memory; false if that has no such
/// header.
bool headerDeclares(llvm::StringRef Header, llvm::StringRef Name,
                    llvm::StringRef Macros, const clang::ASTContext &Context,
                    const clang::Preprocessor &PP);

} // namespace secret

#endif // SECRET_TIDY_RULES_FIXPROBE_H
