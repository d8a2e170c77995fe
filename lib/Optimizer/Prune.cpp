//===- Prune.cpp - Leave out what does not matter -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Prune.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace {

class Pruner {
public:
  explicit Pruner(Module &M) : M(M) {}

  void keep(Function *F, bool WithCallers);
  void close();
  unsigned deleteOthers();

private:
  void keepCallers(Function &F);
  void keepUsed(Function &F);
  void keepUsersOf(Constant &C);
  void visitOperand(Value *V);

  Module &M;
  SetVector<Function *> Kept;
  SmallPtrSet<Function *, 16> Called; ///< their callers are kept too
  SmallPtrSet<Constant *, 16> Seen;
  size_t NumDone = 0;
};

} // namespace

void Pruner::keep(Function *F, bool WithCallers) {
  if (F->isDeclaration())
    return;
  Kept.insert(F);
  if (WithCallers && Called.insert(F).second)
    keepCallers(*F);
}

/// The functions whose code names \p Root, through any constants and aliases.
static SmallVector<Function *, 8> usersOf(Constant &Root) {
  SmallVector<Function *, 8> Result;
  SmallVector<User *, 8> Work(Root.users());
  SmallPtrSet<User *, 16> Seen;
  while (!Work.empty()) {
    User *U = Work.pop_back_val();
    if (!Seen.insert(U).second)
      continue;
    if (auto *I = dyn_cast<Instruction>(U))
      Result.push_back(I->getFunction());
    else
      Work.append(U->user_begin(), U->user_end());
  }
  return Result;
}

void Pruner::keepCallers(Function &F) {
  SmallVector<Function *, 8> Work = usersOf(F);
  while (!Work.empty()) {
    Function *Caller = Work.pop_back_val();
    Kept.insert(Caller);
    if (Called.insert(Caller).second)
      Work.append(usersOf(*Caller));
  }
}

void Pruner::keepUsersOf(Constant &C) {
  for (Function *F : usersOf(C))
    Kept.insert(F);
}

/// Constants of the unit, such as strings, mean the same whoever reads them.
static bool isLocal(const Constant &C) {
  const auto *G = dyn_cast<GlobalValue>(&C);
  const auto *V = dyn_cast<GlobalVariable>(&C);
  return G && G->hasLocalLinkage() && !(V && V->isConstant());
}

void Pruner::visitOperand(Value *V) {
  SmallVector<Value *, 8> Work{V};
  while (!Work.empty()) {
    auto *C = dyn_cast<Constant>(Work.pop_back_val());
    if (!C || !Seen.insert(C).second)
      continue;
    if (auto *F = dyn_cast<Function>(C)) {
      keep(F, /*WithCallers=*/false);
    } else if (auto *A = dyn_cast<GlobalAlias>(C)) {
      Work.push_back(A->getAliasee());
    } else if (auto *G = dyn_cast<GlobalVariable>(C);
               G && !G->hasInitializer()) {
      continue;
    }
    if (isLocal(*C))
      keepUsersOf(*C);
    for (Value *Operand : C->operands())
      Work.push_back(Operand);
  }
}

void Pruner::keepUsed(Function &F) {
  if (F.hasLocalLinkage())
    keepUsersOf(F);
  for (Instruction &I : instructions(F))
    for (Value *Operand : I.operands())
      if (isa<Constant>(Operand))
        visitOperand(Operand);
}

void Pruner::close() {
  while (NumDone != Kept.size())
    keepUsed(*Kept[NumDone++]);
}

unsigned Pruner::deleteOthers() {
  secret::deleteBodies(M, [&](const Function &F) {
    return !Kept.contains(const_cast<Function *>(&F));
  });
  return Kept.size();
}

void secret::deleteBodies(Module &M,
                          function_ref<bool(const Function &)> IsUnwanted) {
  SmallPtrSet<const GlobalObject *, 8> Aliased;
  for (GlobalAlias &A : M.aliases())
    Aliased.insert(A.getAliaseeObject());
  for (Function &F : M)
    if (!F.isDeclaration() && !Aliased.count(&F) && IsUnwanted(F)) {
      F.deleteBody();
      F.setComdat(nullptr);
    }
}

unsigned secret::prune(Module &M, ArrayRef<Function *> Seeds) {
  Pruner P(M);
  for (Function *F : Seeds)
    P.keep(F, /*WithCallers=*/true);
  P.close();
  return P.deleteOthers();
}
