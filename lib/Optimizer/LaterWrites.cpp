//===- LaterWrites.cpp - Whether memory is written again ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LaterWrites.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/AliasAnalysis.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/Analysis/MemoryBuiltins.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace secret;

/// Whether \p Pointer may lead to \p Object. What is loaded from memory does
/// not count: no optimizer may remove a write since that is written.
static bool mayLeadTo(const Value *Pointer, const Value *Object) {
  SmallVector<const Value *, 4> Objects;
  getUnderlyingObjects(Pointer, Objects);
  return is_contained(Objects, Object);
}

/// What a block is overwritten with once it is freed is left to chance.
static bool frees(const CallBase &Call) {
  TargetLibraryInfoImpl Names(Triple(Call.getModule()->getTargetTriple()));
  TargetLibraryInfo Library(Names);
  return getFreedOperand(&Call, &Library);
}

static bool overlap(const Write &A, const Write &B) {
  return !A.HasRange || !B.HasRange || (A.Begin < B.End && B.Begin < A.End);
}

/// Whether \p I may write bytes that \p W writes.
static bool mayWriteTo(const Instruction &I, const Write &W) {
  if (!I.mayWriteToMemory() || I.isDebugOrPseudoInst() ||
      I.isLifetimeStartOrEnd())
    return false;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call || isa<AnyMemIntrinsic>(Call)) {
    std::optional<Write> Own = writeOf(I);
    if (Own && Own->Object == W.Object)
      return overlap(*Own, W);
    const Value *To = getLoadStorePointerOperand(&I);
    if (const auto *Memory = dyn_cast<AnyMemIntrinsic>(&I))
      To = Memory->getRawDest();
    return !To || mayLeadTo(To, W.Object);
  }
  bool Takes = any_of(Call->args(), [&](const Use &Argument) {
    return Argument->getType()->isPointerTy() &&
           !Call->onlyReadsMemory(Call->getArgOperandNo(&Argument)) &&
           mayLeadTo(Argument, W.Object);
  });
  return Takes && !frees(*Call);
}

Value *secret::lastWritten(const Function &F, ArrayRef<Write> Carriers) {
  const Value *Object = Carriers.empty() ? nullptr : Carriers.front().Object;
  if (!Object || !(isa<AllocaInst>(Object) || isNoAliasCall(Object)) ||
      any_of(Carriers, [&](const Write &W) { return W.Object != Object; }))
    return nullptr;
  auto IsCarrier = [&](const Instruction &I) {
    return any_of(Carriers, [&](const Write &W) { return W.By == &I; });
  };
  for (const Instruction &I : instructions(F))
    for (const Write &W : Carriers)
      if (!IsCarrier(I) && mayWriteTo(I, W) && isPotentiallyReachable(W.By, &I))
        return nullptr;
  return const_cast<Value *>(Object);
}
