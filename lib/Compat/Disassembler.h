//===- Disassembler.h - How a disassembler is made --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether targets are named by strings or by triples differs.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_DISASSEMBLER_H
#define SECRET_TIDY_COMPAT_DISASSEMBLER_H

#include "llvm/Config/llvm-config.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCDisassembler/MCDisassembler.h"
#include "llvm/MC/MCInstrAnalysis.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/MCTargetOptions.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/TargetParser/Triple.h"
#include <memory>

namespace secret::compat {

/// All that is needed to read instructions; each part needs those before it.
struct Disassembler {
  llvm::MCTargetOptions Options;
  std::unique_ptr<const llvm::MCRegisterInfo> Registers;
  std::unique_ptr<const llvm::MCAsmInfo> Assembly;
  std::unique_ptr<const llvm::MCSubtargetInfo> Subtarget;
  std::unique_ptr<const llvm::MCInstrInfo> Instructions;
  std::unique_ptr<const llvm::MCInstrAnalysis> Branches; ///< may be null
  std::unique_ptr<llvm::MCContext> Context;
  std::unique_ptr<const llvm::MCDisassembler> Reader;
};

/// Null if LLVM has no disassembler for \p Triple.
inline std::unique_ptr<Disassembler>
makeDisassembler(const llvm::Triple &Triple, llvm::StringRef Features) {
#if LLVM_VERSION_MAJOR >= 22
  const llvm::Triple &Name = Triple;
#else
  const std::string &Name = Triple.str();
#endif
  std::string Error;
  const llvm::Target *Target = llvm::TargetRegistry::lookupTarget(Name, Error);
  if (!Target)
    return nullptr;
  auto D = std::make_unique<Disassembler>();
  D->Registers.reset(Target->createMCRegInfo(Name));
  if (!D->Registers)
    return nullptr;
  D->Assembly.reset(Target->createMCAsmInfo(*D->Registers, Name, D->Options));
  D->Subtarget.reset(Target->createMCSubtargetInfo(Name, "", Features));
  D->Instructions.reset(Target->createMCInstrInfo());
  if (!D->Assembly || !D->Subtarget || !D->Instructions)
    return nullptr;
  D->Branches.reset(Target->createMCInstrAnalysis(D->Instructions.get()));
  D->Context = std::make_unique<llvm::MCContext>(
      Triple, D->Assembly.get(), D->Registers.get(), D->Subtarget.get());
  D->Reader.reset(Target->createMCDisassembler(*D->Subtarget, *D->Context));
  return D->Reader ? std::move(D) : nullptr;
}

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_DISASSEMBLER_H
