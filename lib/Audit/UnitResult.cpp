//===- UnitResult.cpp - What one unit's analysis found --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitResult.h"
#include "Files/JsonFile.h"
#include "Optimizer/EvidenceJson.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;
using clang::tooling::FileByteRange;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace secret {
namespace audit {
namespace {

constexpr int64_t ResultVersion = 1;

/// Makes paths relative to the root and back. A relative path on the way in is
/// relative to the build's folder.
struct Paths {
  StringRef Root;
  StringRef Directory;

  std::string relative(StringRef Path) const {
    if (Path.empty())
      return "";
    std::string Absolute =
        absolutePath(Path, Directory.empty() ? Root : Directory);
    StringRef Rest = Absolute;
    if (!Root.empty() && Rest.consume_front(Root) && Rest.consume_front("/"))
      return json::fixUTF8(Rest);
    return json::fixUTF8(Absolute);
  }

  std::string absolute(StringRef Path) const {
    return Path.empty() ? "" : absolutePath(Path, Root);
  }
};

json::Array rangesToJson(ArrayRef<FileByteRange> Ranges, const Paths &P) {
  json::Array Result;
  for (const FileByteRange &R : Ranges)
    Result.push_back(json::Object{{"file", P.relative(R.FilePath)},
                                  {"offset", R.FileOffset},
                                  {"length", R.Length}});
  return Result;
}

/// Sorted: a StringMap's order is not that of its keys.
json::Array fixesToJson(const StringMap<Replacements> &Fix, const Paths &P) {
  std::vector<std::pair<std::string, const Replacement *>> Sorted;
  for (const auto &Entry : Fix)
    for (const Replacement &R : Entry.second)
      Sorted.emplace_back(P.relative(Entry.first()), &R);
  stable_sort(Sorted, less_first());
  json::Array Result;
  for (const auto &[File, R] : Sorted)
    Result.push_back(
        json::Object{{"file", File},
                     {"offset", R->getOffset()},
                     {"length", R->getLength()},
                     {"text", json::fixUTF8(R->getReplacementText())}});
  return Result;
}

json::Object messageToJson(const DiagnosticMessage &M, const Paths &P) {
  return json::Object{{"text", json::fixUTF8(M.Message)},
                      {"file", P.relative(M.FilePath)},
                      {"offset", M.FilePath.empty() ? 0 : M.FileOffset},
                      {"ranges", rangesToJson(M.Ranges, P)},
                      {"fixes", fixesToJson(M.Fix, P)}};
}

unsigned numberAt(const json::Object &From, StringRef Key) {
  return static_cast<unsigned>(From.getInteger(Key).value_or(0));
}

void rangesFromJson(const json::Array &From, const Paths &P,
                    DiagnosticMessage &M) {
  for (const json::Value &V : From) {
    const json::Object *O = V.getAsObject();
    if (!O)
      continue;
    FileByteRange R;
    R.FilePath = P.absolute(stringAt(*O, "file"));
    R.FileOffset = numberAt(*O, "offset");
    R.Length = numberAt(*O, "length");
    M.Ranges.push_back(std::move(R));
  }
}

void fixesFromJson(const json::Array &From, const Paths &P,
                   DiagnosticMessage &M) {
  for (const json::Value &V : From) {
    const json::Object *O = V.getAsObject();
    if (!O)
      continue;
    std::string File = P.absolute(stringAt(*O, "file"));
    Replacement R(File, numberAt(*O, "offset"), numberAt(*O, "length"),
                  stringAt(*O, "text"));
    // Stored fixes did not overlap when they were made.
    consumeError(M.Fix[File].add(R));
  }
}

DiagnosticMessage messageFromJson(const json::Object &O, const Paths &P) {
  DiagnosticMessage M(stringAt(O, "text"));
  M.FilePath = P.absolute(stringAt(O, "file"));
  M.FileOffset = numberAt(O, "offset");
  if (const json::Array *Ranges = O.getArray("ranges"))
    rangesFromJson(*Ranges, P, M);
  if (const json::Array *Fixes = O.getArray("fixes"))
    fixesFromJson(*Fixes, P, M);
  return M;
}

Diagnostic fromJson(const json::Object &O, StringRef Root) {
  Paths P{Root, ""};
  Diagnostic D;
  D.DiagnosticName = stringAt(O, "check");
  D.DiagLevel =
      stringAt(O, "level") == "error" ? Diagnostic::Error : Diagnostic::Warning;
  D.BuildDirectory = Root.str();
  if (const json::Object *M = O.getObject("message"))
    D.Message = messageFromJson(*M, P);
  if (const json::Array *Notes = O.getArray("notes"))
    for (const json::Value &V : *Notes)
      if (const json::Object *Note = V.getAsObject())
        D.Notes.push_back(messageFromJson(*Note, P));
  return D;
}

} // namespace

EvidencePlace placeOf(const Diagnostic &D) {
  StringRef File = D.Message.FilePath;
  return {File.empty() ? "" : absolutePath(File, D.BuildDirectory),
          File.empty() ? 0 : D.Message.FileOffset};
}

json::Object toJson(const Diagnostic &D, StringRef Root) {
  Paths P{Root, D.BuildDirectory};
  json::Array Notes;
  for (const DiagnosticMessage &Note : D.Notes)
    Notes.push_back(messageToJson(Note, P));
  return json::Object{
      {"check", D.DiagnosticName},
      {"level", D.DiagLevel == Diagnostic::Error ? "error" : "warning"},
      {"message", messageToJson(D.Message, P)},
      {"notes", std::move(Notes)}};
}

const std::vector<Evidence> *evidenceOn(const Diagnostic &D,
                                        const EvidenceTable &Table) {
  if (D.DiagnosticName != ruleInfo(RuleId::ElidableZeroization).Name)
    return nullptr;
  auto It = Table.find(placeOf(D));
  return It == Table.end() ? nullptr : &It->second;
}

static void readFinding(const json::Object &From, StringRef Root,
                        UnitResult &Result) {
  Result.Findings.push_back(fromJson(From, Root));
  if (const json::Array *All = From.getArray("evidence"))
    Result.Evidence[placeOf(Result.Findings.back())] = evidenceFromJson(*All);
}

Error writeUnitResult(const UnitResult &Result, StringRef Root,
                      StringRef Path) {
  json::Array Findings;
  for (const Diagnostic &D : Result.Findings) {
    json::Object O = toJson(D, Root);
    if (const std::vector<Evidence> *All = evidenceOn(D, Result.Evidence))
      O["evidence"] = evidenceToJson(*All);
    Findings.push_back(std::move(O));
  }
  json::Array Suppressed;
  for (const Diagnostic &D : Result.Suppressed)
    Suppressed.push_back(toJson(D, Root));
  return writeJsonFile(
      Path, json::Object{{"version", ResultVersion},
                         {"file", Paths{Root, ""}.relative(Result.File)},
                         {"failure", json::fixUTF8(Result.Failure)},
                         {"misconfigured", toJsonArray(Result.Misconfigured)},
                         {"remarks", toJsonArray(Result.Remarks)},
                         {"findings", std::move(Findings)},
                         {"suppressed", std::move(Suppressed)},
                         {"output", json::fixUTF8(Result.Output)}});
}

Expected<UnitResult> readUnitResult(StringRef Path, StringRef Root) {
  Expected<json::Object> O = readJsonFile(Path, ResultVersion);
  if (!O)
    return O.takeError();
  UnitResult Result;
  Result.File = Paths{Root, ""}.absolute(stringAt(*O, "file"));
  Result.Failure = stringAt(*O, "failure");
  Result.Misconfigured = fromJsonArray(O->getArray("misconfigured"));
  Result.Remarks = fromJsonArray(O->getArray("remarks"));
  Result.Output = stringAt(*O, "output");
  if (const json::Array *Findings = O->getArray("findings"))
    for (const json::Value &V : *Findings)
      if (const json::Object *Finding = V.getAsObject())
        readFinding(*Finding, Root, Result);
  if (const json::Array *Suppressed = O->getArray("suppressed"))
    for (const json::Value &V : *Suppressed)
      if (const json::Object *Finding = V.getAsObject())
        Result.Suppressed.push_back(fromJson(*Finding, Root));
  return Result;
}

} // namespace audit
} // namespace secret
