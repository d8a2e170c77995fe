//===- RecordType.h - The type of a record declaration ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_RECORDTYPE_H
#define SECRET_TIDY_COMPAT_RECORDTYPE_H

#include "clang/AST/ASTContext.h"
#include "llvm/Config/llvm-config.h"

namespace secret {

/// The canonical type that \p R declares.
inline clang::QualType recordType(const clang::ASTContext &Context,
                                  const clang::RecordDecl *R) {
#if LLVM_VERSION_MAJOR >= 22
  return Context.getCanonicalTagType(R);
#else
  return Context.getRecordType(R).getCanonicalType();
#endif
}

} // namespace secret

#endif // SECRET_TIDY_COMPAT_RECORDTYPE_H
