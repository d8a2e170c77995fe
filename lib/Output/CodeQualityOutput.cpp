//===- CodeQualityOutput.cpp - The report for GitLab ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Rules/RuleTable.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace secret::output;

static StringRef severityOf(StringRef RuleName) {
  const secret::RuleInfo *Rule = secret::findRule(RuleName);
  double Severity = Rule ? Rule->severity() : 0;
  if (Severity >= 7)
    return "critical";
  return Severity >= 5.5 ? "major" : "minor";
}

/// Known findings too: GitLab itself compares with the target branch.
void secret::output::writeCodeQuality(raw_ostream &OS, const Report &R) {
  json::Array Issues;
  for (const Finding &F : R.Findings) {
    if (F.Suppressed)
      continue;
    json::Object Lines{{"begin", std::max(F.Where.At.Line, 1u)},
                       {"end", std::max(F.Where.At.EndLine, 1u)}};
    Issues.push_back(json::Object{
        {"description", json::fixUTF8(F.Message)},
        {"check_name", F.Rule},
        {"fingerprint", F.Fingerprint},
        {"severity", severityOf(F.Rule)},
        {"location", json::Object{{"path", json::fixUTF8(F.Where.File)},
                                  {"lines", std::move(Lines)}}}});
  }
  OS << formatv("{0:2}\n", json::Value(std::move(Issues)));
}
