//===- JsonOutput.cpp - The report for programs ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "Formats.h"
#include "Optimizer/EvidenceJson.h"
#include "Rules/RuleTable.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace secret::output;

/// Of docs/report.schema.json.
static constexpr int64_t FormatVersion = 1;

static void addPlace(json::Object &To, const Place &P) {
  To["file"] = json::fixUTF8(P.File);
  if (!P.At.Line)
    return;
  To["line"] = P.At.Line;
  To["column"] = P.At.Column;
  To["endLine"] = P.At.EndLine;
  To["endColumn"] = P.At.EndColumn;
}

static json::Object rule(const secret::RuleInfo &R) {
  return json::Object{{"id", R.Name},
                      {"summary", R.Summary},
                      {"description", R.Description},
                      {"help", R.Help},
                      {"cwe", R.Cwe},
                      {"securitySeverity", R.severity()},
                      {"precision", R.Precision}};
}

static StringRef stateOf(const Finding &F) {
  if (F.Suppressed)
    return "suppressed";
  if (F.State == FindingState::Known)
    return "known";
  return F.State == FindingState::New ? "new" : "reported";
}

static json::Array steps(const Finding &F) {
  json::Array Result;
  for (const Step &S : F.Steps) {
    json::Object O{{"text", json::fixUTF8(S.Text)}};
    addPlace(O, S.Where);
    Result.push_back(std::move(O));
  }
  return Result;
}

static json::Array edits(const Finding &F) {
  json::Array Result;
  for (const Edit &E : F.Fix) {
    json::Object O{{"text", json::fixUTF8(E.Text)},
                   {"offset", E.Where.At.Offset},
                   {"length", E.Where.At.Length}};
    addPlace(O, E.Where);
    Result.push_back(std::move(O));
  }
  return Result;
}

static json::Object finding(const Finding &F) {
  json::Object O{{"rule", F.Rule},
                 {"message", json::fixUTF8(F.Message)},
                 {"object", json::fixUTF8(F.Object)},
                 {"function", json::fixUTF8(F.Function)},
                 {"fingerprint", F.Fingerprint},
                 {"state", stateOf(F)},
                 {"steps", steps(F)},
                 {"fix", edits(F)},
                 {"evidence", secret::evidenceToJson(F.Seen)}};
  addPlace(O, F.Where);
  if (F.Suppressed)
    O["reason"] = json::fixUTF8(F.Reason);
  return O;
}

static json::Object summary(const Report &R) {
  Counts C = countFindings(R);
  return json::Object{
      {"files", R.NumFiles},     {"failedFiles", R.NumFailedFiles},
      {"reported", C.Reported},  {"known", C.Known},
      {"fixed", R.Fixed.size()}, {"suppressed", C.Suppressed},
      {"partial", R.Partial},    {"exitCode", R.ExitCode}};
}

void secret::output::writeJson(raw_ostream &OS, const Report &R) {
  json::Array Rules, Findings, Fixed, Failures, Misconfigured;
  for (const secret::RuleInfo &Rule : secret::reportedRules())
    Rules.push_back(rule(Rule));
  for (const Finding &F : R.Findings)
    Findings.push_back(finding(F));
  for (const BaselineEntry &E : R.Fixed)
    Fixed.push_back(toJson(E));
  for (const FileFailure &F : R.Failures)
    Failures.push_back(json::Object{{"file", json::fixUTF8(F.File)},
                                    {"reason", json::fixUTF8(F.Reason)}});
  for (const std::string &Line : R.Misconfigured)
    Misconfigured.push_back(json::fixUTF8(Line));
  json::Object All{
      {"version", FormatVersion},
      {"tool", json::Object{{"name", "secret-audit"}, {"version", R.Version}}},
      {"summary", summary(R)},
      {"rules", std::move(Rules)},
      {"findings", std::move(Findings)},
      {"fixed", std::move(Fixed)},
      {"failures", std::move(Failures)},
      {"misconfigured", std::move(Misconfigured)}};
  OS << formatv("{0:2}\n", json::Value(std::move(All)));
}
