//===- KnownZeros.cpp - Registers that hold zero --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KnownZeros.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace secret;

static constexpr StringLiteral ZeroRegisters[] = {
#define ZERO_REGISTER(Name) Name,
#include "Instructions.def"
};
static constexpr StringLiteral Fills[] = {
#define FILL_PREFIX(Prefix) Prefix,
#include "Instructions.def"
};
static constexpr StringLiteral Pushes[] = {
#define PUSH_PREFIX(Prefix) Prefix,
#include "Instructions.def"
};
static constexpr StringLiteral Clears[] = {
#define CLEAR_PREFIX(Prefix) Prefix,
#include "Instructions.def"
};

static bool hasPrefix(StringRef Name, ArrayRef<StringLiteral> Prefixes) {
  return any_of(Prefixes, [&](StringRef P) { return Name.starts_with(P); });
}

bool secret::isPlainStore(const MCInst &I, const compat::Disassembler &Tools) {
  const MCInstrDesc &Desc = Tools.Instructions->get(I.getOpcode());
  StringRef Name = Tools.Instructions->getName(I.getOpcode());
  if (hasPrefix(Name, Fills))
    return true;
  return Desc.mayStore() && !Desc.isCall() && !hasPrefix(Name, Pushes);
}

bool KnownZeros::isZero(MCRegister R) const {
  if (!R)
    return false;
  StringRef Name = Tools.Registers->getName(R);
  return any_of(ZeroRegisters, [&](StringRef Z) { return Z == Name; }) ||
         any_of(Zeros, [&](MCRegister Z) {
           return Tools.Registers->regsOverlap(Z, R);
         });
}

/// On some targets a constant can be stored without a register; there the parts
/// of an address are marked in the tables.
static bool storesZeroConstant(const MCInst &I, const MCInstrDesc &Desc) {
  unsigned N = std::min<unsigned>(I.getNumOperands(), Desc.getNumOperands());
  if (!N || !I.getOperand(N - 1).isImm() || I.getOperand(N - 1).getImm())
    return false;
  auto IsAddress = [](const MCOperandInfo &O) {
    return O.OperandType == MCOI::OPERAND_MEMORY;
  };
  return !IsAddress(Desc.operands()[N - 1]) &&
         any_of(Desc.operands(), IsAddress);
}

bool KnownZeros::storesZero(const MCInst &I) const {
  const MCInstrDesc &Desc = Tools.Instructions->get(I.getOpcode());
  if (storesZeroConstant(I, Desc))
    return true;
  unsigned N = std::min<unsigned>(I.getNumOperands(), Desc.getNumOperands());
  for (unsigned O = 0; O != N; ++O)
    if (I.getOperand(O).isReg() &&
        Desc.operands()[O].OperandType != MCOI::OPERAND_MEMORY &&
        isZero(I.getOperand(O).getReg()))
      return true;
  return any_of(Desc.implicit_uses(), [&](MCPhysReg R) { return isZero(R); });
}

/// `xor %eax, %eax`, `mov w0, #0` and the like.
bool KnownZeros::makesZero(const MCInst &I) const {
  const MCInstrDesc &Desc = Tools.Instructions->get(I.getOpcode());
  if (Desc.getNumDefs() != 1 || Desc.mayLoad() || Desc.mayStore() ||
      !I.getNumOperands() || !I.getOperand(0).isReg())
    return false;
  bool Clears = hasPrefix(Tools.Instructions->getName(I.getOpcode()), ::Clears);
  MCRegister Result = I.getOperand(0).getReg(), Used;
  bool Same = true, AnyUse = false;
  for (unsigned O = 1; O < I.getNumOperands(); ++O) {
    const MCOperand &Operand = I.getOperand(O);
    if (Operand.isImm() && !Clears)
      return Operand.getImm() == 0 && !AnyUse;
    if (!Operand.isReg() || !Operand.getReg())
      continue;
    Same &= !Used || Used == MCRegister(Operand.getReg());
    Used = Operand.getReg();
    AnyUse |= !isZero(Used) || Used == Result;
  }
  return Clears && Used && Same;
}

void KnownZeros::forget(MCRegister R) {
  erase_if(Zeros,
           [&](MCRegister Z) { return Tools.Registers->regsOverlap(Z, R); });
}

void KnownZeros::read(const MCInst &I) {
  const MCInstrDesc &Desc = Tools.Instructions->get(I.getOpcode());
  bool Makes = makesZero(I);
  if (Desc.isCall())
    Zeros.clear();
  for (unsigned O = 0; O < Desc.getNumDefs() && O < I.getNumOperands(); ++O)
    if (I.getOperand(O).isReg() && I.getOperand(O).getReg())
      forget(I.getOperand(O).getReg());
  for (MCPhysReg R : Desc.implicit_defs())
    forget(R);
  if (Makes)
    Zeros.push_back(I.getOperand(0).getReg());
}
