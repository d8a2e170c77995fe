//===- FunctionReport.cpp - What is said of one function ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionReport.h"
#include "Rules/Rule.h"
#include "Summary/Summary.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace secret;

/// What limits findings that were made all the same: paths that are not told
/// apart, and calls that may be of too many functions.
static std::vector<Note> limitsOf(const FunctionResult &Result,
                                  const AnalysisOptions &Options) {
  const FunctionFacts &Facts = Result.Facts;
  std::vector<Note> Limits;
  if (Result.PathsJoined)
    Limits.push_back(
        {Facts.Declared, "some paths through '" + Facts.Name +
                             "' are not told apart: more than " +
                             std::to_string(Options.MaxStates) +
                             " states at one place (option MaxStates)"});
  for (const auto &[Name, Count] : Result.Seen.TooManyTargets)
    Limits.push_back({Facts.Declared, "nothing is known of what '" + Name +
                                          "' calls: it may be any of " +
                                          std::to_string(Count) +
                                          " functions (option MaxTargets)"});
  return Limits;
}

FunctionReport secret::judge(const FunctionResult &Result,
                             const AnalysisOptions &Options) {
  RuleInput In{Result.Facts, Result, Options};
  FunctionReport Report;
  Report.Zeroizations = listZeroizations(In);
  Report.Findings = runRules(In);
  Report.Verdict = judgeClass(In);
  Report.Limit = Result.Limit;
  const std::vector<Note> Limits = limitsOf(Result, Options);
  for (Finding &F : Report.Findings)
    F.Notes.insert(F.Notes.end(), Limits.begin(), Limits.end());
  return Report;
}

uint64_t secret::outcomeOf(const FunctionReport &Report, SpellPlace Spell) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  auto At = [&](Place P) { return P ? Spell(P) : std::string(); };
  for (const Finding &F : Report.Findings) {
    Out << 'F' << unsigned(F.Rule) << At(F.At.Begin) << F.Object << F.Message
        << unsigned(F.Sure);
    for (const Note &N : F.Notes)
      Out << '\n' << At(N.At.Begin) << N.Text;
    Out << '\n';
  }
  for (const Zeroization &Z : Report.Zeroizations)
    Out << 'Z' << At(Z.At.Begin) << At(Z.Inner.Begin) << Z.Callee
        << unsigned(Z.Model) << Z.IsOpaque << Z.Object << '\n';
  if (Report.Verdict)
    Out << 'V' << Report.Verdict->describe("") << '\n';
  if (!Report.Limit.empty())
    Out << 'L' << Report.Limit << '\n';
  return Out.str().empty() ? 0 : llvm::xxh3_64bits(Text);
}

FunctionSummary secret::neverReturns() {
  FunctionSummary S;
  S.NeverReturns = true;
  S.IsOpaque = false;
  return S;
}

/// True if the summaries are printed alike.
static bool isSame(const FunctionSummary &A, const FunctionSummary &B) {
  std::string Left, Right;
  llvm::raw_string_ostream LeftOut(Left), RightOut(Right);
  dump(A, LeftOut);
  dump(B, RightOut);
  return LeftOut.str() == RightOut.str();
}

bool secret::update(SummaryTable &Table, FunctionId Id, FunctionSummary New) {
  auto [It, IsFirst] = Table.try_emplace(Id);
  bool IsNew = IsFirst || !isSame(It->second, New);
  It->second = std::move(New);
  return IsNew;
}
