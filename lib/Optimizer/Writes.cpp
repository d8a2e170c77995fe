//===- Writes.cpp - Instructions that may carry a zeroization -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Writes.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"
#include <cstdlib>

using namespace llvm;
using namespace secret;

std::string secret::baseName(StringRef Name) {
  std::string Result = Name.str();
  ItaniumPartialDemangler Demangler;
  if (!Demangler.partialDemangle(Result.c_str()) && Demangler.isFunction()) {
    size_t Size = 0;
    if (char *Base = Demangler.getFunctionBaseName(nullptr, &Size)) {
      Result = Base;
      std::free(Base);
    }
  }
  StringRef Rest = Result;
  if (size_t Colons = Rest.rfind("::"); Colons != StringRef::npos)
    Rest = Rest.drop_front(Colons + 2);
  Rest = Rest.take_until([](char C) { return C == '<'; }).ltrim('_');
  Rest.consume_front("builtin_");
  Rest = Rest.ltrim('_');
  Rest.consume_back("_chk");
  return Rest.str();
}

bool secret::isMemset(StringRef BaseName) {
  return StringSwitch<bool>(BaseName)
      .Cases("memset", "bzero", "explicit_bzero", "memset_s", true)
      .Cases("memset_explicit", "wmemset", "explicit_memset", true)
      .Default(false);
}

PointerBase secret::baseOf(const Value *Pointer, const DataLayout &Layout) {
  APInt Offset(Layout.getIndexTypeSizeInBits(Pointer->getType()), 0);
  const Value *Base = Pointer->stripAndAccumulateConstantOffsets(
      Layout, Offset, /*AllowNonInbounds=*/true);
  return {Base, Offset.getSExtValue()};
}

static void locate(const Value *Pointer, std::optional<uint64_t> Size,
                   const DataLayout &Layout, Write &W) {
  PointerBase Base = baseOf(Pointer, Layout);
  W.Object = getUnderlyingObject(Base.Object);
  W.HasRange = Size && W.Object == Base.Object;
  if (!W.HasRange)
    return;
  W.Begin = Base.Offset;
  W.End = W.Begin + static_cast<int64_t>(*Size);
}

static bool isPlainConstant(const Value *V) {
  const auto *C = dyn_cast<Constant>(V);
  return C && !isa<GlobalValue>(C) && !isa<ConstantExpr>(C);
}

static bool isZeroSource(const Value *V) {
  const auto *G = dyn_cast<GlobalVariable>(getUnderlyingObject(V));
  return G && G->isConstant() && G->hasDefinitiveInitializer() &&
         G->getInitializer()->isNullValue();
}

static Write writeOfStore(const StoreInst &S, const DataLayout &Layout) {
  Write W;
  if (isPlainConstant(S.getValueOperand()))
    W.Kind = WriteKind::Constant;
  TypeSize Size = Layout.getTypeStoreSize(S.getValueOperand()->getType());
  locate(S.getPointerOperand(),
         Size.isScalable() ? std::nullopt
                           : std::optional<uint64_t>(Size.getFixedValue()),
         Layout, W);
  const auto *A = dyn_cast_or_null<AllocaInst>(W.Object);
  if (W.Kind == WriteKind::Constant && A && isAllocaPromotable(A))
    W.Kind = WriteKind::Promotable;
  return W;
}

static std::optional<uint64_t> constantLength(const Value *V) {
  const auto *C = dyn_cast<ConstantInt>(V);
  if (!C)
    return std::nullopt;
  return C->getZExtValue();
}

static std::optional<Write> writeOfIntrinsic(const IntrinsicInst &I,
                                             const DataLayout &Layout) {
  Write W;
  if (const auto *Set = dyn_cast<AnyMemSetInst>(&I)) {
    W.Callee = "memset";
    W.Kind = isPlainConstant(Set->getValue()) ? WriteKind::Constant
                                              : WriteKind::Other;
    locate(Set->getRawDest(), constantLength(Set->getLength()), Layout, W);
    return W;
  }
  if (const auto *Copy = dyn_cast<AnyMemTransferInst>(&I)) {
    W.Callee = isa<AnyMemMoveInst>(Copy) ? "memmove" : "memcpy";
    W.Kind = isZeroSource(Copy->getRawSource()) ? WriteKind::Constant
                                                : WriteKind::Other;
    locate(Copy->getRawDest(), constantLength(Copy->getLength()), Layout, W);
    return W;
  }
  if (I.getIntrinsicID() == Intrinsic::masked_store) {
    if (isPlainConstant(I.getArgOperand(0)))
      W.Kind = WriteKind::Constant;
    locate(I.getArgOperand(1), std::nullopt, Layout, W);
    return W;
  }
  return std::nullopt;
}

/// A call writes to what it can: the first object it has a pointer to.
static std::optional<Write> writeOfCall(const CallBase &Call) {
  Write W;
  W.Kind = WriteKind::Call;
  if (const Function *F = Call.getCalledFunction())
    W.Callee = baseName(F->getName());
  for (unsigned I = 0; I != Call.arg_size() && !W.Object; ++I) {
    const Value *Argument = Call.getArgOperand(I);
    if (!Argument->getType()->isPointerTy() || Call.onlyReadsMemory(I))
      continue;
    const Value *Object = getUnderlyingObject(Argument);
    const auto *Global = dyn_cast<GlobalVariable>(Object);
    if (!isa<Function>(Object) && !(Global && Global->isConstant()))
      W.Object = Object;
  }
  return W;
}

std::optional<Write> secret::writeOf(const Instruction &I) {
  if (!I.mayWriteToMemory() || I.isDebugOrPseudoInst())
    return std::nullopt;
  const DataLayout &Layout = I.getModule()->getDataLayout();
  std::optional<Write> W;
  if (const auto *S = dyn_cast<StoreInst>(&I))
    W = writeOfStore(*S, Layout);
  else if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&I))
    W = writeOfIntrinsic(*Intrinsic, Layout);
  else if (const auto *Call = dyn_cast<CallBase>(&I))
    W = writeOfCall(*Call);
  if (!W)
    return std::nullopt;
  W->By = &I;
  W->In = I.getParent();
  W->Where = I.getDebugLoc().get();
  return W;
}
