//===- CallGraph.h - Callees before callers ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_CALLGRAPH_H
#define SECRET_TIDY_ANALYSIS_CALLGRAPH_H

#include "Facts/Fact.h"

namespace secret {

/// Functions that call each other, in ascending order of id.
struct Component {
  std::vector<FunctionId> Functions;
  bool IsRecursive = false;
};

/// The components that \p Roots reach, callees before callers. Does not
/// recurse; the order depends on nothing but the arguments.
std::vector<Component>
componentsBottomUp(const std::vector<std::vector<FunctionId>> &Callees,
                   const std::vector<FunctionId> &Roots);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CALLGRAPH_H
