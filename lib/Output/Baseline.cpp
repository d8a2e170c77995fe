//===- Baseline.cpp - Findings that are known already ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <tuple>

using namespace llvm;
using namespace secret::output;

static constexpr int64_t FormatVersion = 1;

static Error fault(StringRef Path, const Twine &What) {
  return createStringError(inconvertibleErrorCode(),
                           "baseline '" + Path + "': " + What);
}

static std::string text(const json::Object &From, StringRef Key) {
  return From.getString(Key).value_or("").str();
}

static Expected<json::Object> readObject(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return fault(Path, Buffer.getError().message() +
                           "; make it with --update-baseline");
  Expected<json::Value> Value = json::parse((*Buffer)->getBuffer());
  json::Object *O = Value ? Value->getAsObject() : nullptr;
  if (!O) {
    std::string Why = Value ? "" : ": " + toString(Value.takeError());
    return fault(Path, "is not a baseline" + Why +
                           "; remove it and make it again with "
                           "--update-baseline");
  }
  std::optional<int64_t> Version = O->getInteger("version");
  if (Version != FormatVersion)
    return fault(Path,
                 (Version ? "has the format version " + Twine(*Version)
                          : Twine("has no format version")) +
                     ", and this secret-audit reads version " +
                     Twine(FormatVersion) +
                     "; remove it and make it again with --update-baseline");
  return std::move(*O);
}

Expected<std::vector<BaselineEntry>>
secret::output::readBaseline(StringRef Path) {
  Expected<json::Object> O = readObject(Path);
  if (!O)
    return O.takeError();
  const json::Array *All = O->getArray("findings");
  if (!All)
    return fault(Path, "has no findings; remove it and make it again with "
                       "--update-baseline");
  std::vector<BaselineEntry> Entries;
  for (const json::Value &V : *All)
    if (const json::Object *E = V.getAsObject())
      Entries.push_back({text(*E, "fingerprint"), text(*E, "rule"),
                         text(*E, "file"), text(*E, "function"),
                         text(*E, "message")});
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
    Findings.push_back(json::Object{{"fingerprint", E.Fingerprint},
                                    {"rule", E.Rule},
                                    {"file", json::fixUTF8(E.File)},
                                    {"function", json::fixUTF8(E.Function)},
                                    {"message", json::fixUTF8(E.Message)}});
  json::Object All{{"version", FormatVersion},
                   {"findings", std::move(Findings)}};
  return writeToOutput(Path, [&](raw_ostream &OS) {
    OS << formatv("{0:2}\n", json::Value(std::move(All)));
    return Error::success();
  });
}

BaselineEntry secret::output::entryOf(const Finding &F) {
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
