//===- ModelDump.h - Models as JSON -----------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELDUMP_H
#define SECRET_TIDY_SECRETS_MODELDUMP_H

#include "Model.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// Writes what holds when later \p Layers win over earlier ones: one JSON
/// document in the words of model files, an entry a line, in the order of
/// names, each with its origin. An entry that a later one replaces is left out.
void dumpModels(llvm::ArrayRef<ModelTables> Layers, llvm::raw_ostream &OS);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELDUMP_H
