//===- FailOn.cpp - Which findings make a run fail ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FailOn.h"
#include "Rules/RuleTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;
using namespace secret::output;

/// The names of the rules that a word means; empty if it means nothing.
static std::vector<std::string> rulesOf(StringRef Word) {
  double Least = 0;
  bool IsNumber = !Word.getAsDouble(Least);
  Expected<GlobPattern> Glob = GlobPattern::create(Word == "any" ? "*" : Word);
  if (!Glob)
    consumeError(Glob.takeError());
  std::vector<std::string> Result;
  for (const secret::RuleInfo &Rule : secret::reportedRules())
    if (IsNumber ? Rule.severity() >= Least : Glob && Glob->match(Rule.Name))
      Result.push_back(Rule.Name.str());
  return Result;
}

Expected<FailOn> FailOn::parse(StringRef Words) {
  FailOn Result;
  SmallVector<StringRef> List;
  (Words.empty() ? "any" : Words).split(List, ',');
  for (StringRef Word : List) {
    Word = Word.trim();
    if (Word == "none")
      continue;
    std::vector<std::string> Rules = rulesOf(Word);
    if (Rules.empty())
      return createStringError(
          "--fail-on: '" + Word +
          "' is no rule; expected names or globs of rules, the least "
          "severity as a number up to 10, 'any' or 'none'");
    Result.Rules.insert(Result.Rules.end(), Rules.begin(), Rules.end());
  }
  return Result;
}

bool FailOn::matches(StringRef Rule) const { return is_contained(Rules, Rule); }
