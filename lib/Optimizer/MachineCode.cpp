//===- MachineCode.cpp - What instruction selection left ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MachineCode.h"
#include "Compat/CodeGen.h"
#include "Compat/MachinePass.h"
#include "Prune.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;
using namespace secret;

namespace {

/// What instructions do for one zeroization.
struct MachineWrites {
  std::vector<Write> Stores; ///< to the stack
  /// There is a call, or a store to an unknown place.
  bool IsOpen = false;
};

/// What a function's instructions write.
struct MachineView {
  std::map<InstanceKey, MachineWrites> Instances;
  /// Some write was merged with another one, and has no line.
  bool IsBlurred = false;
};

class MachineLook : public compat::MachinePass {
public:
  MachineLook(Places &Where, std::map<const Function *, MachineView> &Views)
      : MachinePass(ID), Where(Where), Views(Views) {}

  bool runOnMachineFunction(MachineFunction &F) override;
  StringRef getPassName() const override { return "secret-tidy's look"; }

  static char ID;

private:
  Places &Where;
  std::map<const Function *, MachineView> &Views;
};

char MachineLook::ID = 0;

} // namespace

/// What \p Operand writes, if that is known.
static std::optional<Write> writeOf(const MachineMemOperand &Operand,
                                    const DataLayout &Layout) {
  const Value *Pointer = Operand.getValue();
  if (!Pointer || Operand.isVolatile() || !Operand.getSize().hasValue())
    return std::nullopt;
  PointerBase Base = baseOf(Pointer, Layout);
  Write W;
  W.Object = Base.Object;
  W.HasRange = true;
  W.Begin = Base.Offset + Operand.getOffset();
  W.End = W.Begin + Operand.getSize().getValue().getKnownMinValue();
  return W;
}

/// Memory that is on no stack frame of this function.
static bool isElsewhere(const Value *Object) {
  return isa<Argument, GlobalVariable>(getUnderlyingObject(Object));
}

static void add(const MachineInstr &I, MachineWrites &To) {
  To.IsOpen |= I.isCall() || I.memoperands_empty();
  const DataLayout &Layout = I.getMF()->getDataLayout();
  for (const MachineMemOperand *Operand : I.memoperands()) {
    if (!Operand->isStore())
      continue;
    std::optional<Write> W = ::writeOf(*Operand, Layout);
    if (W && isa<AllocaInst>(W->Object))
      To.Stores.push_back(*W);
    else if (!W || !isElsewhere(W->Object))
      To.IsOpen = true;
  }
}

bool MachineLook::runOnMachineFunction(MachineFunction &F) {
  MachineView &View = Views[&F.getFunction()];
  for (const MachineBasicBlock &Block : F)
    for (const MachineInstr &I : Block) {
      const DILocation *Location = I.getDebugLoc().get();
      if (!Location || !(I.mayStore() || I.isCall()))
        continue;
      View.IsBlurred |= !Location->getLine();
      for (const PlaceMatch &Match : Where.find(Location))
        add(I, View.Instances[{Match.Candidate, Match.Chain}]);
    }
  return false;
}

static CodeGenOptLevel levelOf(const clang::CodeGenOptions &Options) {
  switch (Options.OptimizationLevel) {
  case 0:
    return CodeGenOptLevel::None;
  case 1:
    return CodeGenOptLevel::Less;
  case 3:
    return CodeGenOptLevel::Aggressive;
  default:
    return CodeGenOptLevel::Default;
  }
}

static std::unique_ptr<TargetMachine>
machineFor(const Module &M, const clang::CompilerInstance &Compiler,
           std::string &Error) {
  const clang::TargetOptions &Target = Compiler.getTargetOpts();
  return compat::makeTargetMachine(M, Target.CPU, join(Target.Features, ","),
                                   Compiler.getCodeGenOpts().RelocationModel,
                                   levelOf(Compiler.getCodeGenOpts()), Error);
}

static bool hasInlineAssembly(const Module &M) {
  auto IsAssembly = [](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    const auto *Code =
        Call ? dyn_cast<InlineAsm>(Call->getCalledOperand()) : nullptr;
    return Code && !Code->getAsmString().empty(); // a barrier has no text
  };
  return !M.getModuleInlineAsm().empty() || any_of(M, [&](const Function &F) {
    return any_of(instructions(F), IsAssembly);
  });
}

std::string
secret::checkInlineAssembly(const Module &M,
                            const clang::CompilerInstance &Compiler) {
  if (!hasInlineAssembly(M))
    return "";
  std::string Error;
  auto Machine = machineFor(M, Compiler, Error);
  if (!Machine)
    return Error;
  std::unique_ptr<Module> Copy = CloneModule(M);
  legacy::PassManager Passes;
  raw_null_ostream Nowhere;
  if (Machine->addPassesToEmitFile(Passes, Nowhere, nullptr,
                                   CodeGenFileType::ObjectFile))
    return "this target makes no object files here";
  Passes.run(*Copy);
  return "";
}

std::string
secret::selectInstructions(Module &M, const clang::CompilerInstance &Compiler,
                           std::unique_ptr<MachineFunctionPass> Last) {
  std::string Error;
  auto Machine = machineFor(M, Compiler, Error);
  if (!Machine)
    return Error;
  legacy::PassManager Passes;
  TargetPassConfig *Config = compat::addTargetPasses(*Machine, Passes);
  if (!Config)
    return "this target has no code generator here";
  if (Config->addISelPasses())
    return "this target selects no instructions here";
  Config->addMachinePasses();
  Config->setInitialized();
  Passes.add(Last.release());
  Passes.run(M);
  return "";
}

/// Instruction selection may drop what is stored to a dying stack slot.
static std::vector<Write> stackWrites(const InstanceView &I) {
  std::vector<Write> Result;
  copy_if(I.Carriers, std::back_inserter(Result),
          [](const Write &W) { return W.Object && isa<AllocaInst>(W.Object); });
  return Result;
}

namespace {

struct AskedInstance {
  InstanceKey Key;
  std::vector<Write> OnStack;
  bool IsStack = false; ///< nothing else
};

} // namespace

/// What \p Done stores to the objects of \p Asked; nothing if that is not
/// clear: stack slots that share memory take each other's names.
static std::optional<std::vector<Write>>
storesTo(const std::vector<Write> &Asked, const MachineWrites &Done) {
  SmallPtrSet<const Value *, 4> Objects;
  for (const Write &W : Asked)
    Objects.insert(W.Object);
  std::vector<Write> Left = Done.Stores;
  for (Write &W : Left) {
    if (Objects.size() == 1)
      W.Object = *Objects.begin();
    if (!Objects.count(W.Object))
      return std::nullopt;
  }
  return Left;
}

static void compare(const Function &F, const AskedInstance &Asked,
                    const MachineView &View, Watcher &Watch) {
  auto Done = View.Instances.find(Asked.Key);
  if (Done == View.Instances.end())
    return Watch.removeFromMachineCode(F, Asked.Key,
                                       Asked.IsStack && !View.IsBlurred);
  if (View.IsBlurred || Done->second.IsOpen || !bytesOf(Asked.OnStack))
    return;
  if (auto Left = storesTo(Asked.OnStack, Done->second))
    Watch.shortenInMachineCode(F, Asked.Key, Asked.OnStack, *Left);
}

std::string secret::scanMachineCode(Module &M,
                                    const clang::CompilerInstance &Compiler,
                                    Places &Where, Watcher &Watch) {
  // Passes before selection change the code that these come from.
  std::vector<std::pair<Function *, std::vector<AskedInstance>>> Asked;
  SmallPtrSet<const Function *, 8> Wanted;
  for (Function *F : Watch.functions()) {
    Wanted.insert(F);
    auto &List = Asked.emplace_back(F, std::vector<AskedInstance>()).second;
    for (const auto &[Key, I] : Watch.viewOf(*F)->Instances) {
      std::vector<Write> OnStack = stackWrites(I);
      bool IsStack = OnStack.size() == I.Carriers.size();
      List.push_back({Key, std::move(OnStack), IsStack});
    }
  }
  deleteBodies(M, [&](const Function &F) { return !Wanted.count(&F); });
  std::map<const Function *, MachineView> Views;
  std::string Error = selectInstructions(
      M, Compiler, std::make_unique<MachineLook>(Where, Views));
  if (!Error.empty())
    return Error;
  for (const auto &[F, List] : Asked)
    if (auto It = Views.find(F); It != Views.end())
      for (const AskedInstance &I : List)
        compare(*F, I, It->second, Watch);
  return "";
}
