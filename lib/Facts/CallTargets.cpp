//===- CallTargets.cpp - What a call through a table may call -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallTargets.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"

using namespace clang;
using namespace secret;

static void addTarget(FunctionFacts &F, uint32_t Call, CallInfo Target,
                      std::string Table) {
  // No compiler looks through the pointer.
  Target.KeptByCompiler = true;
  CallInfo &Base = F.Calls[Call];
  Target.Nth = Base.Targets.size();
  Base.Targets.push_back(
      {static_cast<uint32_t>(F.Calls.size()), Target.Name, std::move(Table)});
  ++Base.NumTargets;
  F.Calls.push_back(std::move(Target));
}

void secret::addTargets(
    FunctionFacts &F, uint32_t Call, llvm::ArrayRef<SlotTarget> Others,
    llvm::function_ref<FunctionId(const SlotTarget &)> IdOf) {
  if (llvm::any_of(Others, [](const SlotTarget &T) { return T.Usr.empty(); })) {
    F.Calls[Call].Targets.clear();
    F.Calls[Call].NumTargets = 0;
    return;
  }
  for (const SlotTarget &Each : Others) {
    CallInfo Target = F.Calls[Call];
    Target.Slot.clear();
    Target.Targets.clear();
    Target.Zeroizes = Target.ZeroizesByName = false;
    Target.Name = Each.Name;
    Target.Usr = Each.Usr;
    Target.Signature = Each.Signature;
    Target.Callee = IdOf(Each);
    addTarget(F, Call, std::move(Target), Each.Table);
  }
}

void secret::finishTargets(FunctionFacts &F, uint32_t Call,
                           unsigned MaxTargets) {
  CallInfo &Base = F.Calls[Call];
  if (Base.NumTargets > MaxTargets)
    Base.Targets.clear();
  // What can be seen is believed before what a name promises.
  if (!Base.Targets.empty() && Base.ZeroizesByName)
    Base.Zeroizes = Base.ZeroizesByName = false;
  std::string HowMany =
      Base.NumTargets == 1 ? "" : ", one of " + std::to_string(Base.NumTargets);
  for (const CallTarget &T : Base.Targets)
    F.Calls[T.Call].Name = Base.Name + " (" + T.Function + HowMany + ")";
}

/// Where the table lies that \p Callee reads the function from, or none.
ValueId FunctionLowering::tableOf(const Expr *Callee) {
  const Expr *Bare = peel(Callee);
  if (const auto *U = dyn_cast<UnaryOperator>(Bare))
    Bare = peel(U->getSubExpr());
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(Bare))
    Bare = peel(A->getBase());
  const auto *M = dyn_cast<MemberExpr>(Bare);
  return M ? valueOf(M->getBase()) : 0;
}

/// The call of \p F in the place of call number \p Call.
CallInfo FunctionLowering::targetCall(uint32_t Call, const FunctionDecl *F,
                                      llvm::ArrayRef<const Expr *> Args) {
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition))
    F = Definition;
  CallInfo Target;
  describeCallee(Target, F);
  const CallInfo &Base = Facts.Calls[Call];
  Target.MayThrow &= Base.MayThrow;
  Target.Thrown = Base.Thrown;
  for (unsigned I = 0; I != Args.size(); ++I)
    Target.Args.push_back(
        describeArgument(Args[I], Base.Args[I].Value,
                         I < F->getNumParams() ? F->getParamDecl(I) : nullptr));
  return Target;
}

void FunctionLowering::addTargetsHere(const FunctionSlot &Slot, uint32_t Call,
                                      llvm::ArrayRef<const Expr *> Args) {
  bool MayThrow = false;
  for (const FunctionSlot::Entry &E : Slot.Entries) {
    CallInfo Target = targetCall(Call, E.Function, Args);
    MayThrow |= Target.MayThrow;
    addTarget(Facts, Call, std::move(Target), usrOf(E.Table));
  }
  Facts.Calls[Call].MayThrow &= MayThrow;
}

void FunctionLowering::lowerTargets(uint32_t Call, const Expr *Callee,
                                    llvm::ArrayRef<const Expr *> Args) {
  const ValueDecl *Slot = slotOf(Callee);
  const CallInfo &Base = Facts.Calls[Call];
  if (!Slot || Base.Model || (Base.Zeroizes && !Base.ZeroizesByName))
    return;
  Facts.Calls[Call].Name = qualifiedName(Slot);
  const FunctionSlot *Here = Functions.Tables.find(Slot);
  if (Here && Here->IsOpen)
    return;
  Facts.Calls[Call].Table = tableOf(Callee);
  if (Functions.AreLinkedLater || !Functions.ForeignTargets.empty())
    Facts.Calls[Call].Slot = sharedUsrOf(Slot);
  if (Here && Here->Entries.size() > Functions.MaxTargets)
    Facts.Calls[Call].NumTargets = Here->Entries.size();
  else if (Here)
    addTargetsHere(*Here, Call, Args);
  auto Others = Functions.ForeignTargets.find(Facts.Calls[Call].Slot);
  if (Others != Functions.ForeignTargets.end())
    addTargets(Facts, Call, Others->second, [&](const SlotTarget &T) {
      auto It = Functions.Foreigners.find(T.Usr);
      return It == Functions.Foreigners.end() ? NoId : It->second.Id;
    });
  finishTargets(Facts, Call, Functions.MaxTargets);
}
