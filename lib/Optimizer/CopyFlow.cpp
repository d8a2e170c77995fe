//===- CopyFlow.cpp - Where bytes of secrets are, block by block ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CopyFlow.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/PseudoSourceValue.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;
using namespace secret;

namespace {

/// Fewer bytes are counters and flags more often than copies.
constexpr int64_t MinBytes = 4;

/// Bytes of a secret.
struct Part {
  const Value *Object = nullptr;
  ByteRange Bytes;
  const MachineInstr *Load = nullptr; ///< which brought them

  auto key() const { return std::tuple(Object, Bytes.Begin, Bytes.End, Load); }
};

/// Memory of the frame: a slot of the compiler's, by its frame index, or a
/// temporary.
struct Slot {
  int Index = 0;
  const Value *Memory = nullptr; ///< null for a frame index
  ByteRange Bytes;

  auto key() const { return std::tuple(Index, Memory, Bytes.Begin, Bytes.End); }
};

struct RegisterCopy {
  MCRegister Register;
  Part What;

  bool operator<(const RegisterCopy &O) const {
    return std::tuple(Register.id(), What.key()) <
           std::tuple(O.Register.id(), O.What.key());
  }
};

struct SlotCopy {
  Slot Where;
  Part What;

  bool operator<(const SlotCopy &O) const {
    return std::tuple(Where.key(), What.key()) <
           std::tuple(O.Where.key(), O.What.key());
  }
};

/// What may hold bytes of secrets at one point.
struct CopyState {
  std::set<RegisterCopy> Registers;
  std::set<SlotCopy> Slots;

  size_t size() const { return Registers.size() + Slots.size(); }
  void join(const CopyState &O) {
    Registers.insert(O.Registers.begin(), O.Registers.end());
    Slots.insert(O.Slots.begin(), O.Slots.end());
  }
};

class CopyFlow {
public:
  CopyFlow(const MachineFunction &F, const SecretObjects &Objects)
      : F(F), Objects(Objects), Layout(F.getDataLayout()),
        Registers(*F.getSubtarget().getRegisterInfo()),
        Instructions(*F.getSubtarget().getInstrInfo()) {}

  void solve();
  /// What is left at some return.
  std::set<SlotCopy> atReturns() const;
  CopyKind kindOf(const Slot &S) const;

private:
  void read(const MachineInstr &I, CopyState &State) const;
  void clobber(const MachineInstr &I, CopyState &State) const;
  void store(const MachineInstr &I, CopyState &State) const;
  std::vector<Part> loaded(const MachineInstr &I, const CopyState &State) const;
  std::vector<Part> partsIn(MCRegister R, const CopyState &State) const;
  std::optional<Part> partOf(const MachineMemOperand &Operand) const;
  std::optional<Slot> slotOf(const MachineMemOperand &Operand) const;

  const MachineFunction &F;
  const SecretObjects &Objects;
  const DataLayout &Layout;
  const TargetRegisterInfo &Registers;
  const TargetInstrInfo &Instructions;
  std::map<const MachineBasicBlock *, CopyState> Ends;
};

} // namespace

static bool covers(ByteRange A, ByteRange B) {
  return A.Begin <= B.Begin && B.End <= A.End;
}

static std::optional<int64_t> sizeOf(const MachineMemOperand &Operand) {
  if (!Operand.getSize().hasValue() || Operand.getSize().isScalable())
    return std::nullopt;
  return static_cast<int64_t>(Operand.getSize().getValue().getFixedValue());
}

std::optional<Part> CopyFlow::partOf(const MachineMemOperand &Operand) const {
  std::optional<int64_t> Size = sizeOf(Operand);
  if (!Size || *Size < MinBytes)
    return std::nullopt;
  const Value *Pointer = Operand.getValue();
  int64_t Begin = Operand.getOffset();
  if (const auto *Stack = dyn_cast_or_null<FixedStackPseudoSourceValue>(
          Operand.getPseudoValue()))
    Pointer = F.getFrameInfo().getObjectAllocation(Stack->getFrameIndex());
  if (!Pointer)
    return std::nullopt;
  PointerBase Base = baseOf(Pointer, Layout);
  if (!Objects.count(Base.Object))
    return std::nullopt;
  Begin += Base.Offset;
  return Part{Base.Object, {Begin, Begin + *Size}, nullptr};
}

/// Nothing for memory of variables.
std::optional<Slot> CopyFlow::slotOf(const MachineMemOperand &Operand) const {
  std::optional<int64_t> Size = sizeOf(Operand);
  if (!Size)
    return std::nullopt;
  int64_t Begin = Operand.getOffset();
  const Value *Pointer = Operand.getValue();
  if (const auto *Stack = dyn_cast_or_null<FixedStackPseudoSourceValue>(
          Operand.getPseudoValue())) {
    int Index = Stack->getFrameIndex();
    // Those below zero have fixed places: arguments, and the caller's
    // registers.
    if (Index < 0)
      return std::nullopt;
    Pointer = F.getFrameInfo().getObjectAllocation(Index);
    if (!Pointer)
      return Slot{Index, nullptr, {Begin, Begin + *Size}};
  }
  if (!Pointer)
    return std::nullopt;
  PointerBase Base = baseOf(Pointer, Layout);
  if (!isArgumentSlot(Base.Object))
    return std::nullopt;
  Begin += Base.Offset;
  return Slot{0, Base.Object, {Begin, Begin + *Size}};
}

std::vector<Part> CopyFlow::partsIn(MCRegister R,
                                    const CopyState &State) const {
  std::vector<Part> Result;
  for (const RegisterCopy &C : State.Registers)
    if (Registers.isSuperRegisterEq(R, C.Register) ||
        Registers.isSubRegisterEq(R, C.Register))
      Result.push_back(C.What);
  return Result;
}

/// What the register that \p I sets holds of secrets.
std::vector<Part> CopyFlow::loaded(const MachineInstr &I,
                                   const CopyState &State) const {
  if (auto Copy = Instructions.isCopyInstr(I))
    return partsIn(Copy->Source->getReg().asMCReg(), State);
  std::vector<Part> Result;
  if (!I.canFoldAsLoad() || !I.mayLoad())
    return Result;
  for (const MachineMemOperand *Operand : I.memoperands()) {
    if (!Operand->isLoad())
      continue;
    if (std::optional<Part> P = partOf(*Operand))
      Result.push_back({P->Object, P->Bytes, &I});
    if (std::optional<Slot> From = slotOf(*Operand))
      for (const SlotCopy &C : State.Slots)
        if (C.Where.Index == From->Index && C.Where.Memory == From->Memory &&
            covers(From->Bytes, C.Where.Bytes))
          Result.push_back(C.What);
  }
  return Result;
}

void CopyFlow::clobber(const MachineInstr &I, CopyState &State) const {
  auto Erase = [&](auto IsGone) {
    for (auto It = State.Registers.begin(); It != State.Registers.end();)
      It = IsGone(It->Register) ? State.Registers.erase(It) : std::next(It);
  };
  for (const MachineOperand &O : I.operands())
    if (O.isRegMask())
      Erase([&](MCRegister R) { return O.clobbersPhysReg(R); });
    else if (O.isReg() && O.isDef() && O.getReg())
      Erase([&](MCRegister R) {
        return Registers.regsOverlap(R, O.getReg().asMCReg());
      });
}

void CopyFlow::store(const MachineInstr &I, CopyState &State) const {
  unsigned N = I.getNumExplicitOperands();
  std::vector<Part> Stored;
  if (N && I.getOperand(N - 1).isReg() && I.getOperand(N - 1).getReg())
    Stored = partsIn(I.getOperand(N - 1).getReg().asMCReg(), State);
  for (const MachineMemOperand *Operand : I.memoperands()) {
    std::optional<Slot> To;
    if (Operand->isStore())
      To = slotOf(*Operand);
    if (!To)
      continue;
    for (auto It = State.Slots.begin(); It != State.Slots.end();)
      It = It->Where.Index == To->Index && It->Where.Memory == To->Memory &&
                   covers(To->Bytes, It->Where.Bytes)
               ? State.Slots.erase(It)
               : std::next(It);
    for (Part P : Stored) {
      // A store of a register's lower half.
      P.Bytes.End = std::min(P.Bytes.End,
                             P.Bytes.Begin + To->Bytes.End - To->Bytes.Begin);
      State.Slots.insert({*To, P});
    }
  }
}

void CopyFlow::read(const MachineInstr &I, CopyState &State) const {
  if (I.isDebugInstr())
    return;
  std::vector<Part> Gets = loaded(I, State);
  if (I.mayStore())
    store(I, State);
  clobber(I, State);
  if (!Gets.empty() && I.getOperand(0).isReg() && I.getOperand(0).isDef())
    for (const Part &P : Gets)
      State.Registers.insert({I.getOperand(0).getReg().asMCReg(), P});
}

/// States only grow, and what they can hold is finite.
void CopyFlow::solve() {
  ReversePostOrderTraversal<const MachineFunction *> Order(&F);
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const MachineBasicBlock *Block : Order) {
      CopyState State;
      for (const MachineBasicBlock *Before : Block->predecessors())
        State.join(Ends[Before]);
      for (const MachineInstr &I : *Block)
        read(I, State);
      CopyState &End = Ends[Block];
      size_t Old = End.size();
      End.join(State);
      Changed |= End.size() != Old;
    }
  }
}

std::set<SlotCopy> CopyFlow::atReturns() const {
  CopyState All;
  for (const auto &[Block, End] : Ends)
    if (Block->isReturnBlock())
      All.join(End);
  return All.Slots;
}

CopyKind CopyFlow::kindOf(const Slot &S) const {
  if (S.Memory)
    return CopyKind::Argument;
  return F.getFrameInfo().isSpillSlotObjectIndex(S.Index) ? CopyKind::Spill
                                                          : CopyKind::Slot;
}

bool secret::isArgumentSlot(const Value *V) {
  static constexpr StringLiteral Names[] = {
#define ARGUMENT_SLOT(Prefix) Prefix,
#include "CompilerSlots.def"
  };
  return isa<AllocaInst>(V) && any_of(Names, [&](StringRef Name) {
           return V->getName().starts_with(Name);
         });
}

void secret::followCopies(const MachineFunction &F,
                          const SecretObjects &Objects,
                          std::vector<std::vector<ResidualCopy>> &To) {
  CopyFlow Flow(F, Objects);
  Flow.solve();
  for (const SlotCopy &C : Flow.atReturns())
    for (unsigned Candidate : Objects.at(C.What.Object))
      To[Candidate].push_back({Flow.kindOf(C.Where), F.getName().str(),
                               spellPlace(C.What.Load->getDebugLoc().get()),
                               C.What.Bytes});
}
