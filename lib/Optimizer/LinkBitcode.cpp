//===- LinkBitcode.cpp - Code of several units, together ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkBitcode.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret;

std::string secret::toBitcode(const Module &M) {
  std::string Bitcode;
  raw_string_ostream OS(Bitcode);
  WriteBitcodeToFile(M, OS);
  return Bitcode;
}

static std::string link(Module &M, const LinkedCode &Other) {
  if (!Other.Error.empty())
    return Other.Error;
  Expected<std::unique_ptr<Module>> Parsed =
      parseBitcodeFile({Other.Bitcode, Other.File}, M.getContext());
  if (!Parsed)
    return toString(Parsed.takeError());
  if ((*Parsed)->getTargetTriple() != M.getTargetTriple())
    return "it is for another target";
  // The rest may define again what this unit defines, such as main.
  if (Linker::linkModules(M, std::move(*Parsed), Linker::LinkOnlyNeeded))
    return "it cannot be linked with this file";
  return "";
}

std::string secret::linkBitcode(Module &M, ArrayRef<LinkedCode> Others) {
  for (const LinkedCode &Other : Others)
    if (std::string Error = link(M, Other); !Error.empty())
      return Other.File + ": " + Error;
  return "";
}
