//===- UnitSlice.cpp - What a unit is told of the others ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitSlice.h"
#include "Files/JsonFile.h"

using namespace llvm;
using namespace secret;

/// Of the file, and of the summaries in it.
static constexpr int64_t FormatVersion = 10;

namespace secret {

static json::Value toJSON(const ForeignFunction &F) {
  return json::Object{{"usr", F.Usr},
                      {"signature", F.Signature},
                      {"brings", F.BringsSecrets},
                      {"summary", F.Summary}};
}

static bool fromJSON(const json::Value &V, ForeignFunction &F, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("usr", F.Usr) && O.map("signature", F.Signature) &&
         O.map("brings", F.BringsSecrets) && O.map("summary", F.Summary);
}

static json::Value toJSON(const SlotTarget &T) {
  return json::Object{
      {"slot", T.Slot},         {"name", T.Name},
      {"usr", T.Usr},           {"signature", T.Signature},
      {"zeroizes", T.Zeroizes}, {"tables", toJsonArray(T.Tables)}};
}

static bool fromJSON(const json::Value &V, SlotTarget &T, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("slot", T.Slot) && O.map("name", T.Name) &&
         O.map("usr", T.Usr) && O.map("signature", T.Signature) &&
         O.map("zeroizes", T.Zeroizes) && O.map("tables", T.Tables);
}

} // namespace secret

json::Object secret::sliceToJson(const UnitSlice &What) {
  return json::Object{{"version", FormatVersion},
                      {"root", json::fixUTF8(What.Root)},
                      {"facts", json::fixUTF8(What.Facts)},
                      {"recursive", toJsonArray(What.Recursive)},
                      {"alone", toJsonArray(What.Alone)},
                      {"functions", json::Array(What.Functions)},
                      {"targets", json::Array(What.Targets)}};
}

std::optional<UnitSlice> secret::sliceFromJson(const json::Object &O) {
  UnitSlice Out;
  Out.Root = stringAt(O, "root");
  Out.Facts = stringAt(O, "facts");
  Out.Recursive = fromJsonArray(O.getArray("recursive"));
  Out.Alone = fromJsonArray(O.getArray("alone"));
  json::Path::Root Root;
  const json::Value *Functions = O.get("functions");
  const json::Value *Targets = O.get("targets");
  if (!Functions || !fromJSON(*Functions, Out.Functions, Root) || !Targets ||
      !fromJSON(*Targets, Out.Targets, Root))
    return std::nullopt;
  return Out;
}

Error secret::writeSlice(const UnitSlice &What, StringRef Path) {
  return writeJsonFile(Path, sliceToJson(What), JsonStyle::Compact);
}

Expected<UnitSlice> secret::readSlice(StringRef Path) {
  Expected<json::Object> O = readJsonFile(Path, FormatVersion);
  if (!O)
    return O.takeError();
  if (std::optional<UnitSlice> Slice = sliceFromJson(*O))
    return std::move(*Slice);
  return createStringError("'" + Path + "' is damaged; run the audit again");
}
