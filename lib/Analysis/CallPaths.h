//===- CallPaths.h - Which calls of a function matter -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who dispatches calls one function in each case of a switch, and mostly only
// a few of them meet secrets.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_CALLPATHS_H
#define SECRET_TIDY_ANALYSIS_CALLPATHS_H

#include "Facts/Fact.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace secret {

/// The functions that \p F calls on a path which also calls one that \p Brings
/// secrets, before or after; sorted, each once. No other summaries are needed
/// if nothing else in \p F is secret, and nobody uses that of \p F.
std::vector<FunctionId>
calledBesideSecrets(const FunctionFacts &F,
                    llvm::function_ref<bool(FunctionId)> Brings);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CALLPATHS_H
