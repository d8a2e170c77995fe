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
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace secret;

int64_t secret::numberForName(llvm::StringRef Name) {
  return static_cast<int64_t>(llvm::xxh3_64bits(Name) >> 1) | 1;
}

static void addTarget(FunctionFacts &F, uint32_t Call, CallInfo Target,
                      std::vector<std::string> Tables) {
  // No compiler looks through the pointer.
  Target.KeptByCompiler = true;
  CallInfo &Base = F.Calls[Call];
  Target.Nth = Base.Targets.size();
  Base.Targets.push_back(
      {static_cast<uint32_t>(F.Calls.size()), Target.Name, std::move(Tables)});
  ++Base.NumTargets;
  F.Calls.push_back(std::move(Target));
}

/// The call of a function that only another unit knows.
static CallInfo foreignTarget(CallInfo Base, const SlotTarget &What,
                              FunctionId Id) {
  Base.Slot.clear();
  Base.Targets.clear();
  Base.NumTargets = 0;
  Base.Name = What.Name;
  Base.Usr = What.Usr;
  Base.Signature = What.Signature;
  Base.Callee = Id;
  Base.Zeroizes = What.Zeroizes;
  Base.ZeroizesByName = false;
  return Base;
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
    std::vector<CallTarget> &Here = F.Calls[Call].Targets;
    auto Known = llvm::find_if(Here, [&](const CallTarget &T) {
      return F.Calls[T.Call].Usr == Each.Usr;
    });
    if (Known == Here.end())
      addTarget(F, Call, foreignTarget(F.Calls[Call], Each, IdOf(Each)),
                Each.Tables);
    else
      Known->Tables.insert(Known->Tables.end(), Each.Tables.begin(),
                           Each.Tables.end());
  }
}

void secret::finishTargets(FunctionFacts &F, uint32_t Call,
                           unsigned MaxTargets) {
  CallInfo &Base = F.Calls[Call];
  if (Base.NumTargets > MaxTargets)
    Base.Targets.clear();
  std::string HowMany =
      Base.NumTargets == 1 ? "" : ", one of " + std::to_string(Base.NumTargets);
  for (const CallTarget &T : Base.Targets)
    F.Calls[T.Call].Name = Base.Name + " (" + T.Function + HowMany + ")";
}

/// Where the constant table lies that \p Callee reads the function from, or
/// none: of another one nobody knows what it holds a moment later.
ValueId FunctionLowering::tableOf(const Expr *Callee) {
  const Expr *Bare = peel(Callee);
  if (const auto *U = dyn_cast<UnaryOperator>(Bare))
    Bare = peel(U->getSubExpr());
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(Bare)) {
    Bare = peel(A->getBase());
    if (isa<DeclRefExpr>(Bare)) // the element is what a table's record is
      return A->getType().isConstQualified() ? valueOf(A) : 0;
  }
  const auto *M = dyn_cast<MemberExpr>(Bare);
  if (!M)
    return 0;
  QualType Record = M->getBase()->getType();
  if (M->isArrow())
    Record = Record->getPointeeType();
  return Record.isConstQualified() ? valueOf(M->getBase()) : 0;
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
  Target.Thrown = Base.Thrown;
  for (unsigned I = 0; I != Args.size(); ++I)
    Target.Args.push_back(
        describeArgument(Args[I], Base.Args[I].Value,
                         I < F->getNumParams() ? F->getParamDecl(I) : nullptr));
  return Target;
}

void FunctionLowering::addTargetsHere(const FunctionSlot &Slot, uint32_t Call,
                                      llvm::ArrayRef<const Expr *> Args) {
  if (Slot.Entries.size() > Functions.MaxTargets) {
    Facts.Calls[Call].NumTargets = Slot.Entries.size();
    return;
  }
  for (const FunctionSlot::Entry &E : Slot.Entries) {
    std::vector<std::string> Tables;
    for (const FunctionSlot::Table &T : E.Tables)
      Tables.push_back(tableName(T));
    addTarget(Facts, Call, targetCall(Call, E.Function, Args),
              std::move(Tables));
  }
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
  Facts.Calls[Call].Pointer = valueOf(Callee);
  Facts.Calls[Call].Slot = sharedNameOf(Slot, Functions.Root);
  if (Here)
    addTargetsHere(*Here, Call, Args);
  auto Others = Functions.ForeignTargets.find(Facts.Calls[Call].Slot);
  if (Others != Functions.ForeignTargets.end())
    addTargets(Facts, Call, Others->second, [&](const SlotTarget &T) {
      auto It = Functions.Foreigners.find(T.Usr);
      return It == Functions.Foreigners.end() ? NoId : It->second.Id;
    });
  finishTargets(Facts, Call, Functions.MaxTargets);
}

/// Whether \p E reads a pointer that surely points to a function: programs ask
/// for those that need not be there in all tables (`if (ops->done)`), and none
/// leaves it out where there is something to do.
bool FunctionLowering::readsKnownFunction(const CastExpr *E) {
  if (E->getCastKind() != CK_LValueToRValue ||
      !E->getType()->isFunctionPointerType())
    return false;
  const ValueDecl *Slot = slotOf(E->getSubExpr());
  if (!Slot)
    return false;
  const FunctionSlot *Here = Functions.Tables.find(Slot);
  if (Here)
    return Here->isKnown();
  return Functions.ForeignTargets.count(sharedNameOf(Slot, Functions.Root)) !=
         0;
}
