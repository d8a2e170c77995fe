//===- CodeGen.h - Generate and optimize code -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who owns the generator, what the backend takes, and how a target machine is
// made differ.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_CODEGEN_H
#define SECRET_TIDY_COMPAT_CODEGEN_H

#include "clang/CodeGen/BackendUtil.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Triple.h"
#if LLVM_VERSION_MAJOR >= 22
#include "llvm/Analysis/RuntimeLibcallInfo.h"
#endif
#include <memory>

namespace secret::compat {

inline std::unique_ptr<clang::CodeGenerator>
makeCodeGenerator(clang::CompilerInstance &Compiler, llvm::StringRef Name,
                  llvm::LLVMContext &Context) {
  return std::unique_ptr<clang::CodeGenerator>(clang::CreateLLVMCodeGen(
      Compiler.getDiagnostics(), Name,
      Compiler.getFileManager().getVirtualFileSystemPtr(),
      Compiler.getHeaderSearchOpts(), Compiler.getPreprocessorOpts(),
      Compiler.getCodeGenOpts(), Context));
}

/// Optimizes \p M as Clang would, and emits nothing.
inline void optimize(clang::CompilerInstance &Compiler, llvm::Module &M) {
  std::string Layout = M.getDataLayoutStr();
  auto Nowhere = std::make_unique<llvm::raw_null_ostream>();
#if LLVM_VERSION_MAJOR >= 22
  clang::emitBackendOutput(Compiler, Compiler.getCodeGenOpts(), Layout, &M,
                           clang::Backend_EmitNothing,
                           Compiler.getFileManager().getVirtualFileSystemPtr(),
                           std::move(Nowhere));
#else
  clang::EmitBackendOutput(
      Compiler.getDiagnostics(), Compiler.getHeaderSearchOpts(),
      Compiler.getCodeGenOpts(), Compiler.getTargetOpts(),
      Compiler.getLangOpts(), Layout, &M, clang::Backend_EmitNothing,
      Compiler.getFileManager().getVirtualFileSystemPtr(), std::move(Nowhere));
#endif
}

/// Null, and \p Error says why, if there is no such target.
inline std::unique_ptr<llvm::TargetMachine>
makeTargetMachine(const llvm::Module &M, llvm::StringRef Cpu,
                  llvm::StringRef Features, llvm::Reloc::Model Relocation,
                  llvm::CodeGenOptLevel Level, std::string &Error) {
#if LLVM_VERSION_MAJOR >= 22
  const llvm::Triple &Triple = M.getTargetTriple();
  const llvm::Target *Target =
      llvm::TargetRegistry::lookupTarget(Triple, Error);
#else
  const std::string &Triple = M.getTargetTriple();
  const llvm::Target *Target =
      llvm::TargetRegistry::lookupTarget(Triple, Error);
#endif
  if (!Target)
    return nullptr;
  return std::unique_ptr<llvm::TargetMachine>(
      Target->createTargetMachine(Triple, Cpu, Features, llvm::TargetOptions(),
                                  Relocation, std::nullopt, Level));
}

/// Adds what a target needs before instructions can be selected, owned by
/// \p Passes; null if the target has no code generator.
inline llvm::TargetPassConfig *
addTargetPasses(llvm::TargetMachine &Machine,
                llvm::legacy::PassManager &Passes) {
#if LLVM_VERSION_MAJOR >= 22
  llvm::TargetMachine &Target = Machine;
#else
  auto &Target = static_cast<llvm::LLVMTargetMachine &>(Machine);
#endif
  // Without them memset is taken for a function that the target lacks.
  Passes.add(new llvm::TargetLibraryInfoWrapperPass(Machine.getTargetTriple()));
#if LLVM_VERSION_MAJOR >= 22
  Passes.add(new llvm::RuntimeLibraryInfoWrapper(Machine.getTargetTriple()));
#endif
  Passes.add(llvm::createTargetTransformInfoWrapperPass(
      Machine.getTargetIRAnalysis()));
  llvm::TargetPassConfig *Config = Target.createPassConfig(Passes);
  if (!Config)
    return nullptr;
  Config->setDisableVerify(true);
  Passes.add(Config);
  Passes.add(new llvm::MachineModuleInfoWrapperPass(&Target));
  return Config;
}

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_CODEGEN_H
