//===- FitsDeclaration.h - Can a model be true of it? -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Holds the positions of a model against the types of a declaration: what is
// zeroized, filled or freed must be a pointer, a length an integer.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_FITSDECLARATION_H
#define SECRET_TIDY_SECRETS_FITSDECLARATION_H

#include "Model.h"
#include <string>
#include <vector>

namespace clang {
class FunctionDecl;
} // namespace clang

namespace secret {

/// What cannot be true of \p Model, which speaks of \p F: one clause each, such
/// as "parameter 1 is 'int', expected a pointer to what is zeroized".
std::vector<std::string> misfits(const FunctionModel &Model,
                                 const clang::FunctionDecl *F);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_FITSDECLARATION_H
