//===- CallGraph.cpp - Callees before callers -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallGraph.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

/// Rounds over functions that call each other; two or three are the rule.
static constexpr unsigned MaxRounds = 8;
/// From this round on numbers no longer tell cases apart.
static constexpr unsigned WideRound = 3;

namespace {
struct Node {
  FunctionId Id = NoId;
  std::vector<Node *> Callees;
};
} // namespace

template <> struct llvm::GraphTraits<Node *> {
  using NodeRef = Node *;
  using ChildIteratorType = std::vector<Node *>::iterator;
  static NodeRef getEntryNode(Node *N) { return N; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Callees.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Callees.end(); }
};

std::vector<Component>
secret::componentsBottomUp(const std::vector<std::vector<FunctionId>> &Callees,
                           const std::vector<FunctionId> &Roots) {
  std::vector<Node> Nodes(Callees.size());
  for (FunctionId Id = 0; Id != Callees.size(); ++Id) {
    Nodes[Id].Id = Id;
    for (FunctionId Callee : Callees[Id])
      Nodes[Id].Callees.push_back(&Nodes[Callee]);
  }
  Node Entry;
  for (FunctionId Root : Roots)
    Entry.Callees.push_back(&Nodes[Root]);
  std::vector<Component> Out;
  for (auto It = llvm::scc_begin(&Entry); !It.isAtEnd(); ++It) {
    Component C;
    for (Node *N : *It)
      if (N->Id != NoId)
        C.Functions.push_back(N->Id);
    if (C.Functions.empty())
      continue;
    llvm::sort(C.Functions);
    C.IsRecursive = It.hasCycle();
    Out.push_back(std::move(C));
  }
  return Out;
}

EdgeLists secret::reversed(const EdgeLists &Edges) {
  EdgeLists Out(Edges.size());
  for (uint32_t From = 0; From != Edges.size(); ++From)
    for (uint32_t To : Edges[From])
      Out[To].push_back(From);
  return Out;
}

std::vector<bool> secret::reach(std::vector<bool> Found, const EdgeLists &Edges,
                                llvm::function_ref<bool(uint32_t)> Stop) {
  std::vector<uint32_t> Left;
  for (uint32_t Node = 0; Node != Found.size(); ++Node)
    if (Found[Node])
      Left.push_back(Node);
  while (!Left.empty()) {
    uint32_t Node = Left.back();
    Left.pop_back();
    for (uint32_t To : Edges[Node])
      if (!Stop(To) && !Found[To]) {
        Found[To] = true;
        Left.push_back(To);
      }
  }
  return Found;
}

void secret::settle(const Component &C,
                    llvm::function_ref<void(FunctionId)> Expect,
                    llvm::function_ref<bool(FunctionId, bool)> Analyze) {
  if (C.IsRecursive)
    llvm::for_each(C.Functions, Expect);
  for (unsigned Round = 0; Round != MaxRounds; ++Round) {
    bool Changed = false;
    for (FunctionId Id : C.Functions)
      Changed |= Analyze(Id, C.IsRecursive && Round >= WideRound);
    if (!C.IsRecursive || !Changed)
      return;
  }
}
