//===- UnitSummaries.cpp - What units tell each other ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitSummaries.h"
#include "JsonFile.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;
using namespace secret;

namespace {

/// Of both kinds of files, and of what SummaryFormat.h writes into them.
constexpr int64_t FormatVersion = 2;

Error damaged(StringRef Path) {
  return createStringError("'" + Path + "' is damaged; run the audit again");
}

json::Array toJson(const std::vector<std::string> &Strings) {
  return json::Array(Strings);
}

json::Array toJson(const std::vector<StoredFunction> &Functions) {
  json::Array Out;
  for (const StoredFunction &F : Functions)
    Out.push_back(json::Object{{"usr", F.Usr},
                               {"signature", F.Signature},
                               {"weak", F.IsWeak},
                               {"brings", F.BringsSecrets},
                               {"calls", toJson(F.Calls)},
                               {"summary", F.Summary}});
  return Out;
}

bool fromJSON(const json::Value &V, StoredFunction &F, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("usr", F.Usr) && O.map("signature", F.Signature) &&
         O.map("weak", F.IsWeak) && O.map("brings", F.BringsSecrets) &&
         O.map("calls", F.Calls) && O.map("summary", F.Summary);
}

Error write(json::Object Root, StringRef Path) {
  Root["version"] = FormatVersion;
  return writeJsonFile(Path, std::move(Root), JsonStyle::Compact);
}

template <typename T>
bool readList(const json::Object &From, StringRef Key, std::vector<T> &To) {
  json::Path::Root Root;
  const json::Value *V = From.get(Key);
  const json::Array *List = V ? V->getAsArray() : nullptr;
  if (!List)
    return false;
  for (const json::Value &Each : *List)
    if (To.emplace_back(); !fromJSON(Each, To.back(), Root))
      return false;
  return true;
}

} // namespace

Error secret::writeSummaries(const UnitSummaries &What, StringRef Path) {
  return write(json::Object{{"wanted", toJson(What.Wanted)},
                            {"calls", toJson(What.Calls)},
                            {"functions", toJson(What.Functions)}},
               Path);
}

Expected<UnitSummaries> secret::readSummaries(StringRef Path) {
  Expected<json::Object> O = readJsonFile(Path, FormatVersion);
  if (!O)
    return O.takeError();
  UnitSummaries Out;
  if (!readList(*O, "wanted", Out.Wanted) ||
      !readList(*O, "calls", Out.Calls) ||
      !readList(*O, "functions", Out.Functions))
    return damaged(Path);
  return Out;
}

Error secret::writeSlice(const UnitSlice &What, StringRef Path) {
  return write(json::Object{{"root", json::fixUTF8(What.Root)},
                            {"exports", json::fixUTF8(What.Exports)},
                            {"recursive", toJson(What.Recursive)},
                            {"functions", toJson(What.Functions)}},
               Path);
}

Expected<UnitSlice> secret::readSlice(StringRef Path) {
  Expected<json::Object> O = readJsonFile(Path, FormatVersion);
  if (!O)
    return O.takeError();
  UnitSlice Out;
  Out.Root = O->getString("root").value_or("").str();
  Out.Exports = O->getString("exports").value_or("").str();
  if (!readList(*O, "recursive", Out.Recursive) ||
      !readList(*O, "functions", Out.Functions))
    return damaged(Path);
  return Out;
}
