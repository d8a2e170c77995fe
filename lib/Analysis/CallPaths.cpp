//===- CallPaths.cpp - Which calls of a function matter -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallPaths.h"
#include "CallGraph.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

/// Calls \p Do with the block and the callee of each call.
static void forEachCall(const FunctionFacts &F,
                        llvm::function_ref<void(unsigned, FunctionId)> Do) {
  std::vector<bool> Seen(F.Calls.size());
  auto See = [&](unsigned Block, uint32_t Call) {
    Seen[Call] = true;
    const CallInfo &C = F.Calls[Call];
    if (C.Callee != NoId)
      Do(Block, C.Callee);
    for (const CallTarget &T : C.Targets) {
      Seen[T.Call] = true;
      if (F.Calls[T.Call].Callee != NoId)
        Do(Block, F.Calls[T.Call].Callee);
    }
  };
  for (const Block &B : F.Blocks)
    for (const Fact &Each : B.Facts)
      if (Each.Kind == FactKind::Call)
        See(B.Id, Each.Index);
  // What only unwinding runs is as good as on every path.
  for (uint32_t Call = 0; Call != Seen.size(); ++Call)
    if (!Seen[Call])
      See(F.Entry, Call);
}

/// By block: those that may come next.
static EdgeLists successorsOf(const FunctionFacts &F) {
  EdgeLists Out(F.Blocks.size());
  for (const Block &B : F.Blocks) {
    for (const Edge &E : B.Successors)
      Out[B.Id].push_back(E.To);
    for (uint32_t Try = B.Try; Try != NoId; Try = F.Tries[Try].Outer)
      Out[B.Id].push_back(F.Tries[Try].Handlers);
  }
  return Out;
}

std::vector<FunctionId>
secret::calledBesideSecrets(const FunctionFacts &F,
                            llvm::function_ref<bool(FunctionId)> Brings) {
  std::vector<bool> Bringing(F.Blocks.size());
  forEachCall(F, [&](unsigned Block, FunctionId Callee) {
    if (Brings(Callee))
      Bringing[Block] = true;
  });
  EdgeLists Next = successorsOf(F);
  std::vector<bool> After = reach(Bringing, Next);
  std::vector<bool> Before = reach(Bringing, reversed(Next));
  std::vector<FunctionId> Ids;
  forEachCall(F, [&](unsigned Block, FunctionId Callee) {
    if (After[Block] || Before[Block])
      Ids.push_back(Callee);
  });
  llvm::sort(Ids);
  Ids.erase(std::unique(Ids.begin(), Ids.end()), Ids.end());
  return Ids;
}
