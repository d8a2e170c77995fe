//===- LinkedCode.cpp - Code of the files that are linked -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkedCode.h"
#include "Optimizer/Optimizer.h"
#include "ParseUnits.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"

namespace secret {
namespace audit {

std::vector<LinkedCode> makeLinkedCode(const Job &What, FilesPtr Files) {
  std::vector<LinkedCode> Codes;
  for (const CompileUnit &Unit : What.Settings.LinkWith) {
    if (Unit.File == What.Unit.File)
      continue;
    LinkedCode Code;
    Code.Error = "it cannot be read";
    parseUnits(
        Unit, Bodies::Parse,
        [&](clang::CompilerInstance &Compiler) {
          Code =
              secret::makeLinkedCode(Compiler.getASTContext(),
                                     Compiler.getInvocation(), AskLevel::Auto);
        },
        Files);
    Code.File = Unit.File;
    Codes.push_back(std::move(Code));
  }
  return Codes;
}

} // namespace audit
} // namespace secret
