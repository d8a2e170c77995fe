//===- Query.h - Ask which models hold --------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_QUERY_H
#define SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_QUERY_H

#include "Secrets/Model.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {

/// Prints the user's model files that hold for \p SourceFile and the entries
/// they have for \p Name, best first; no built-in models. \p Models is as the
/// option `secret.Models`. False if a file had errors, which go to \p Errors.
bool printMatches(llvm::StringRef SourceFile, llvm::StringRef Models,
                  llvm::StringRef Name, llvm::raw_ostream &OS,
                  llvm::raw_ostream &Errors);

/// Prints what it costs, on the mean of \p Runs, to load \p Tables as the
/// built-in models are loaded and to look up 50 names in them.
void printLookupTime(llvm::ArrayRef<ModelTables> Tables, unsigned Runs,
                     llvm::raw_ostream &OS);

} // namespace secret

#endif // SECRET_TIDY_TOOLS_SECRETMODELCOMPILER_QUERY_H
