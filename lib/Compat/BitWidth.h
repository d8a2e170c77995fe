//===- BitWidth.h - The width of a bit-field --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_BITWIDTH_H
#define SECRET_TIDY_COMPAT_BITWIDTH_H

#include "clang/AST/Decl.h"
#include "llvm/Config/llvm-config.h"

namespace secret {

/// Number of bits of the bit-field \p F.
inline unsigned bitWidth([[maybe_unused]] const clang::ASTContext &Context,
                         const clang::FieldDecl *F) {
#if LLVM_VERSION_MAJOR >= 20
  return F->getBitWidthValue();
#else
  return F->getBitWidthValue(Context);
#endif
}

} // namespace secret

#endif // SECRET_TIDY_COMPAT_BITWIDTH_H
