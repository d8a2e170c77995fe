//===- LaterWrites.h - Whether memory is written again ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A zeroization that is removed does no harm if other bytes take the place of
// the secret later.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_LATERWRITES_H
#define SECRET_TIDY_OPTIMIZER_LATERWRITES_H

#include "Writes.h"
#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class Function;
class Value;
} // namespace llvm

namespace secret {

/// The memory that all of \p Carriers, which are in \p F, write, if it belongs
/// to \p F alone and nothing may write the same bytes after them. Null
/// otherwise, and where that is not known.
llvm::Value *lastWritten(const llvm::Function &F,
                         llvm::ArrayRef<Write> Carriers);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_LATERWRITES_H
