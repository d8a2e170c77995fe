//===- MadeObjects.h - Objects that a library makes of arguments -*- C++ -*-==//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_MADEOBJECTS_H
#define SECRET_TIDY_FACTS_MADEOBJECTS_H

#include "Types.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class CallExpr;
class CXXConstructorDecl;
class Expr;
} // namespace clang

namespace secret {

/// An object that a call makes inside of what it returns or is called on, as
/// `std::make_unique` and `emplace_back` do.
struct MadeObject {
  const Effect *How = nullptr;              ///< null if the call makes none
  clang::QualType Holder;                   ///< unique_ptr<T>, vector<T>
  clang::QualType Type;                     ///< T
  llvm::ArrayRef<const clang::Expr *> Args; ///< of its constructor
  /// Null if it is a template, or if there is no saying which one.
  const clang::CXXConstructorDecl *Constructor = nullptr;
};

/// \p Args are those of \p Call, without the object of an operator.
MadeObject madeBy(const clang::CallExpr *Call, const FunctionModel *Model,
                  llvm::ArrayRef<const clang::Expr *> Args, TypeBuilder &Types,
                  const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_FACTS_MADEOBJECTS_H
