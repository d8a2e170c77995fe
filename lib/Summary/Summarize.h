//===- Summarize.h - From a function's analysis to its summary --*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_SUMMARIZE_H
#define SECRET_TIDY_SUMMARY_SUMMARIZE_H

#include "Dataflow/Solver.h"
#include "Summary.h"

namespace secret {

/// What \p R's function does, as its callers see it. Changes the states at
/// R's exit: where there are more than a summary has cases, some are joined.
/// With \p Widen, cases that differ only in numbers become one, so that the
/// rounds over a recursion end.
FunctionSummary summarize(FunctionResult &R, bool Widen = false);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_SUMMARIZE_H
