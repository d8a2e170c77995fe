//===- Tails.h - Blocks that only return ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_TAILS_H
#define SECRET_TIDY_DATAFLOW_TAILS_H

#include "Facts/Fact.h"
#include <vector>

namespace secret {

/// By block of \p Facts: from its beginning on, nothing happens but a return.
std::vector<bool> findTails(const FunctionFacts &Facts);

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_TAILS_H
