//===- OwnFinding.cpp - Findings that no check has ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OwnFinding.h"
#include "NoLint.h"
#include "Paths.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;

namespace secret {
namespace audit {

EvidencePlace placeInSource(Place P, const clang::SourceManager &Sources,
                            StringRef Directory) {
  clang::SourceLocation At =
      Sources.getFileLoc(clang::SourceLocation::getFromRawEncoding(P));
  return {absolutePath(Sources.getFilename(At), Directory),
          Sources.getFileOffset(At)};
}

void addOwnFinding(const Finding &F, const Job &What,
                   clang::CompilerInstance &Compiler, UnitResult &Result) {
  EvidencePlace Where = placeInSource(F.At.Begin, Compiler.getSourceManager(),
                                      What.Unit.Directory);
  auto Message = [&](StringRef Text) {
    DiagnosticMessage M(Text);
    M.FilePath = Where.first;
    M.FileOffset = Where.second;
    return M;
  };
  StringRef Name = ruleInfo(F.Rule).Name;
  Diagnostic D(Name, Diagnostic::Warning, What.Unit.Directory);
  D.Message = Message(F.Message);
  for (const Note &N : F.Notes)
    D.Notes.push_back(Message(N.Text));
  auto At = clang::SourceLocation::getFromRawEncoding(F.At.Begin);
  bool IsSuppressed = NoLint(Compiler.getASTContext()).suppresses(At, Name);
  (IsSuppressed ? Result.Suppressed : Result.Findings).push_back(std::move(D));
}

} // namespace audit
} // namespace secret
