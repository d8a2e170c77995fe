//===- ResidualCopies.cpp - Copies that the compiler makes ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResidualCopies.h"
#include "Compat/MachinePass.h"
#include "CopyFlow.h"
#include "MachineCode.h"
#include "Prune.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace secret;

namespace {

using CopyLists = std::vector<std::vector<ResidualCopy>>;

class CopyLook : public compat::MachinePass {
public:
  CopyLook(const std::map<const Function *, SecretObjects> &Objects,
           CopyLists &To)
      : MachinePass(ID), Objects(Objects), To(To) {}

  bool runOnMachineFunction(MachineFunction &F) override {
    if (auto It = Objects.find(&F.getFunction()); It != Objects.end())
      followCopies(F, It->second, To);
    return false;
  }
  StringRef getPassName() const override { return "secret-tidy's copies"; }

  static char ID;

private:
  const std::map<const Function *, SecretObjects> &Objects;
  CopyLists &To;
};

char CopyLook::ID = 0;

} // namespace

bool secret::knowsCopies(const Triple &Triple) {
  return Triple.getArch() == Triple::x86_64;
}

/// What the zeroizations that are left in a function zeroize.
static SecretObjects objectsIn(const FunctionView &View) {
  SecretObjects Result;
  for (const auto &[Key, I] : View.Instances)
    for (const Write &W : I.Carriers)
      if (W.Object && !isArgumentSlot(W.Object))
        Result[W.Object].insert(Key.first);
  return Result;
}

/// Copies as a whole, which become calls or many moves.
static void findWholeCopies(const Function &F, const SecretObjects &Objects,
                            CopyLists &To) {
  const DataLayout &Layout = F.getParent()->getDataLayout();
  for (const Instruction &I : instructions(F)) {
    const auto *Copy = dyn_cast<MemTransferInst>(&I);
    const auto *Length =
        Copy ? dyn_cast<ConstantInt>(Copy->getLength()) : nullptr;
    if (!Length || !isArgumentSlot(getUnderlyingObject(Copy->getRawDest())))
      continue;
    PointerBase From = baseOf(Copy->getRawSource(), Layout);
    auto It = Objects.find(From.Object);
    if (It == Objects.end())
      continue;
    ByteRange Bytes{From.Offset, From.Offset + Length->getSExtValue()};
    for (unsigned Candidate : It->second)
      To[Candidate].push_back({CopyKind::Argument, F.getName().str(),
                               spellPlace(I.getDebugLoc().get()), Bytes});
  }
}

/// What is said twice, and by the copy as a whole.
static void tidy(std::vector<ResidualCopy> &Copies) {
  auto Key = [](const ResidualCopy &C) {
    return std::tuple(StringRef(C.Function), C.Kind, C.Bytes.Begin,
                      -C.Bytes.End, StringRef(C.Place));
  };
  llvm::sort(Copies, [&](const ResidualCopy &A, const ResidualCopy &B) {
    return Key(A) < Key(B);
  });
  std::vector<ResidualCopy> Left;
  for (ResidualCopy &C : Copies)
    if (none_of(Left, [&](const ResidualCopy &L) {
          return L.Function == C.Function && L.Kind == C.Kind &&
                 L.Bytes.Begin <= C.Bytes.Begin && C.Bytes.End <= L.Bytes.End;
        }))
      Left.push_back(std::move(C));
  Copies = std::move(Left);
}

std::string secret::findCopies(Module &M,
                               const clang::CompilerInstance &Compiler,
                               const Watcher &Watch, CopyLists &To) {
  std::map<const Function *, SecretObjects> Objects;
  for (const Function *F : Watch.functions()) {
    SecretObjects &Here = Objects[F] = objectsIn(*Watch.viewOf(*F));
    findWholeCopies(*F, Here, To);
  }
  deleteBodies(M, [&](const Function &F) { return !Objects.count(&F); });
  std::string Error =
      selectInstructions(M, Compiler, std::make_unique<CopyLook>(Objects, To));
  for_each(To, tidy);
  return Error;
}
