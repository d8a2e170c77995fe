//===- AskCopies.cpp - Copies that the compiler makes of secrets ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AskCopies.h"
#include "AskUnit.h"
#include "Optimizer/Optimizer.h"
#include "OwnFinding.h"
#include "ParseUnits.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include <set>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

StringRef describe(CopyKind Kind) {
  switch (Kind) {
  case CopyKind::Spill:
    return "a slot for a register that is needed later";
  case CopyKind::Slot:
    return "a slot of the compiler's own";
  case CopyKind::Argument:
    return "a temporary for an argument that is passed by value";
  }
  return "";
}

std::string describe(const ResidualCopy &C, StringRef Function) {
  std::string Text = ("bytes " + Twine(C.Bytes.Begin) + " to " +
                      Twine(C.Bytes.End - 1) + " are in " + describe(C.Kind))
                         .str();
  if (C.Function != Function)
    Text += " of '" + C.Function + "'";
  return C.Place.empty() ? Text : Text + ", read at " + C.Place;
}

/// How many bytes of the secret are somewhere in \p Copies.
int64_t countBytes(ArrayRef<ResidualCopy> Copies) {
  std::set<int64_t> Bytes;
  for (const ResidualCopy &C : Copies)
    for (int64_t B = C.Bytes.Begin; B < C.Bytes.End; ++B)
      Bytes.insert(B);
  return static_cast<int64_t>(Bytes.size());
}

Finding makeFinding(const Zeroization &Site, const CompilerCopies &R) {
  Finding F;
  F.Rule = RuleId::ResidualCopy;
  F.Sure = Confidence::Low;
  F.At = Site.At;
  F.Object = Site.Object;
  F.Function = Site.Function;
  std::string Name = Site.Object.empty() ? "it" : "'" + Site.Object + "'";
  int64_t Number = countBytes(R.Copies);
  F.Message = ("a copy of " + Twine(Number) +
               (Number == 1 ? " byte" : " bytes") + " of " + Name +
               " outlives this zeroization in the stack frame "
               "of '" +
               R.Copies.front().Function + "': made by " + R.By.Compiler +
               " at " + R.By.Level + " for " + R.By.Arch + ", low confidence")
                  .str();
  for (const ResidualCopy &C : R.Copies)
    F.Notes.push_back({Site.At, describe(C, R.Copies.front().Function)});
  return F;
}

/// The zeroizations of one object in one function have the same copies.
void report(ArrayRef<Zeroization> Sites, ArrayRef<CompilerCopies> All,
            const Job &What, clang::CompilerInstance &Compiler,
            UnitResult &Result) {
  std::set<std::pair<StringRef, StringRef>> Seen;
  for (const CompilerCopies &R : All) {
    const Zeroization &Site = Sites[R.Id];
    if (!R.Copies.empty() && Seen.insert({Site.Function, Site.Object}).second)
      addOwnFinding(makeFinding(Site, R), What, Compiler, Result);
  }
}

void look(const Job &What, const AnalysisOptions &Options,
          clang::CompilerInstance &Compiler, UnitResult &Result) {
  std::vector<Zeroization> Sites = findSites(What, Options, Compiler);
  std::vector<Candidate> Candidates;
  for (const Zeroization &Z : Sites)
    addCandidate(Z, Candidates);
  std::string Problem;
  std::vector<CompilerCopies> All = findResidualCopies(
      Compiler.getASTContext(), Compiler.getInvocation(), Candidates, Problem);
  if (!Problem.empty())
    Result.Remarks.push_back("--residual-copies: " + Problem);
  report(Sites, All, What, Compiler, Result);
}

} // namespace

void addResidualCopies(const Job &What, UnitResult &Result, FilesPtr Files) {
  if (!What.Settings.ResidualCopies || !Result.Failure.empty())
    return;
  std::vector<std::string> Faults; // were reported with the findings
  AnalysisOptions Options = readAnalysisOptions(What, Faults, Files);
  parseUnits(
      What.Unit, Bodies::Parse,
      [&](clang::CompilerInstance &Compiler) {
        look(What, Options, Compiler, Result);
      },
      Files);
}

} // namespace audit
} // namespace secret
