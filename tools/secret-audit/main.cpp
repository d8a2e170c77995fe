//===- main.cpp - secret-audit: audit a whole project ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/CheckUnit.h"
#include "Audit/HeldInterrupts.h"
#include "Audit/SuggestTags.h"
#include "Audit/VerifyModels.h"
#include "CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"

using namespace secret::audit;

int main(int Argc, char **Argv) {
  HeldInterrupts::signals(); // LLVM gives those that are ignored handlers
  llvm::InitLLVM Init(Argc, Argv);
  llvm::ArrayRef<const char *> Args(Argv, Argc);
  if (std::optional<int> Status = runInnerStep(Args))
    return *Status;
  std::optional<AuditOptions> Options = parseCommandLine(Args);
  if (!Options)
    return WrongUsage;
  Options->Program = llvm::sys::fs::getMainExecutable(
      Argv[0], reinterpret_cast<void *>(&runAudit));
  if (!Options->VerifyModels.empty())
    return verifyModels(*Options);
  if (Options->SuggestTags)
    return printSuggestedTags(*Options);
  if (Options->DumpModels)
    return dumpModels(*Options);
  return runAudit(std::move(*Options));
}
