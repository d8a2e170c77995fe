//===- Baseline.cpp - Findings that are known already ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "Files/JsonFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include <tuple>

using namespace llvm;
using namespace secret::output;

static constexpr int64_t FormatVersion = 1;

static constexpr StringLiteral Remedy =
    "remove it and make it again with --update-baseline";

json::Object secret::output::toJson(const BaselineEntry &E) {
  return json::Object{{"fingerprint", E.Fingerprint},
                      {"rule", E.Rule},
                      {"file", json::fixUTF8(E.File)},
                      {"function", json::fixUTF8(E.Function)},
                      {"message", json::fixUTF8(E.Message)}};
}

Expected<std::vector<BaselineEntry>>
secret::output::readBaseline(StringRef Path) {
  if (!sys::fs::exists(Path))
    return createStringError("there is no baseline '" + Path +
                             "'; make it with --update-baseline");
  Expected<json::Object> O = readJsonFile(Path, FormatVersion, Remedy);
  if (!O)
    return O.takeError();
  auto Damaged = [&](StringRef What) {
    return createStringError("'" + Path + "' is no baseline: " + What + "; " +
                             Remedy);
  };
  const json::Array *All = O->getArray("findings");
  if (!All)
    return Damaged("it lists no findings");
  std::vector<BaselineEntry> Entries;
  for (const json::Value &V : *All) {
    const json::Object *E = V.getAsObject();
    if (!E || !E->getString("fingerprint"))
      return Damaged("a finding lacks its fingerprint");
    Entries.push_back({stringAt(*E, "fingerprint"), stringAt(*E, "rule"),
                       stringAt(*E, "file"), stringAt(*E, "function"),
                       stringAt(*E, "message")});
  }
  return Entries;
}

Error secret::output::writeBaseline(StringRef Path,
                                    std::vector<BaselineEntry> Entries) {
  llvm::sort(Entries, [](const BaselineEntry &A, const BaselineEntry &B) {
    return std::tie(A.File, A.Rule, A.Function, A.Fingerprint) <
           std::tie(B.File, B.Rule, B.Function, B.Fingerprint);
  });
  json::Array Findings;
  for (const BaselineEntry &E : Entries)
    Findings.push_back(toJson(E));
  return writeJsonFile(Path, json::Object{{"version", FormatVersion},
                                          {"findings", std::move(Findings)}});
}

static BaselineEntry entryOf(const Finding &F) {
  return {F.Fingerprint, F.Rule, F.Where.File, F.Function, F.Message};
}

void secret::output::compareWithBaseline(
    Report &R, const std::vector<BaselineEntry> &Baseline,
    function_ref<bool(const BaselineEntry &)> WasLookedAt) {
  StringSet<> Known, Found;
  for (const BaselineEntry &E : Baseline)
    Known.insert(E.Fingerprint);
  for (Finding &F : R.Findings) {
    Found.insert(F.Fingerprint);
    F.State =
        Known.contains(F.Fingerprint) ? FindingState::Known : FindingState::New;
  }
  R.HasBaseline = true;
  for (const BaselineEntry &E : Baseline)
    if (!Found.contains(E.Fingerprint) && WasLookedAt(E))
      R.Fixed.push_back(E);
}

std::vector<BaselineEntry>
secret::output::changedBaseline(const Report &R,
                                const std::vector<BaselineEntry> &Baseline,
                                BaselineChange Change) {
  StringSet<> Gone, Kept;
  for (const BaselineEntry &E : R.Fixed)
    Gone.insert(E.Fingerprint);
  for (const Finding &F : R.Findings)
    if (F.Suppressed)
      Gone.insert(F.Fingerprint);
  std::vector<BaselineEntry> Result;
  for (const Finding &F : R.Findings)
    if (!F.Suppressed &&
        (F.State == FindingState::Known || Change == BaselineChange::Update)) {
      Result.push_back(entryOf(F));
      Kept.insert(F.Fingerprint);
    }
  // What was not looked at stays.
  for (const BaselineEntry &E : Baseline)
    if (!Gone.contains(E.Fingerprint) && Kept.insert(E.Fingerprint).second)
      Result.push_back(E);
  return Result;
}
