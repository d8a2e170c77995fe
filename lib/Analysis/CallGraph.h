//===- CallGraph.h - Callees before callers ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_CALLGRAPH_H
#define SECRET_TIDY_ANALYSIS_CALLGRAPH_H

#include "Facts/Fact.h"
#include "llvm/ADT/STLFunctionalExtras.h"

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

/// A graph: by node, where its edges lead.
using EdgeLists = std::vector<std::vector<uint32_t>>;

EdgeLists reversed(const EdgeLists &Edges);

/// Adds to \p Found what edges lead to from there, but no node for which
/// \p Stop is true.
std::vector<bool> reach(
    std::vector<bool> Found, const EdgeLists &Edges,
    llvm::function_ref<bool(uint32_t)> Stop = [](uint32_t) { return false; });

/// Analyses the functions of \p C until nothing changes, or a fixed number of
/// rounds is over. \p Expect is called first for each function of a recursion,
/// and must take calls of it for ones that never return: each round then adds
/// what the one before found. \p Analyze tells whether the function's summary
/// has changed; told to widen, it must let no number change again and again.
void settle(const Component &C, llvm::function_ref<void(FunctionId)> Expect,
            llvm::function_ref<bool(FunctionId, bool Widen)> Analyze);

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_CALLGRAPH_H
