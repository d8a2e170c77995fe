//===- TableWriter.h - Models as C++ source ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_TABLEWRITER_H
#define SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_TABLEWRITER_H

#include "Secrets/Model.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {

/// Writes C++ definitions of the constant arrays BuiltinEffects,
/// BuiltinFunctions, BuiltinTags and BuiltinTypes, for inclusion in namespace
/// secret. An empty table is an array with one unused element; the counts
/// (BuiltinFunctionCount, ...) tell.
void writeTables(llvm::ArrayRef<ModelTables> Files, llvm::raw_ostream &OS);

} // namespace secret

#endif // SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_TABLEWRITER_H
