//===- Declaration.cpp - Where a variable is declared ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Place.h"
#include "llvm/DebugInfo/Symbolize/Symbolize.h"

using namespace llvm;
using namespace secret::residue;

void secret::residue::findDeclaration(const Module &M, uint64_t Address,
                                      Place &P) {
  symbolize::LLVMSymbolizer::Options Options;
  Options.Demangle = true;
  symbolize::LLVMSymbolizer Symbolizer(Options);
  Expected<DIGlobal> Global = Symbolizer.symbolizeData(
      M.File, {Address, object::SectionedAddress::UndefSection});
  if (!Global) {
    consumeError(Global.takeError());
    return;
  }
  if (Global->Name != "<invalid>" && !Global->Name.empty())
    P.Symbol = Global->Name;
  P.SourceFile = Global->DeclFile;
  P.SourceLine = Global->DeclLine;
}
