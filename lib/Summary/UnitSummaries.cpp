//===- UnitSummaries.cpp - What units tell each other ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitSummaries.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret;

namespace {

/// Of both kinds of files, and of what SummaryFormat.h writes into them.
constexpr int64_t FormatVersion = 1;

Error failure(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
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
  Error E = writeToOutput(Path, [&](raw_ostream &OS) {
    OS << json::Value(std::move(Root)) << '\n';
    return Error::success();
  });
  if (!E)
    return E;
  return failure("cannot write '" + Path + "': " + toString(std::move(E)));
}

Expected<json::Object> read(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure("cannot read '" + Path +
                   "': " + Buffer.getError().message());
  Expected<json::Value> Root = json::parse((*Buffer)->getBuffer());
  if (!Root)
    return failure("'" + Path + "' is damaged: " + toString(Root.takeError()));
  json::Object *O = Root->getAsObject();
  if (!O || O->getInteger("version") != FormatVersion)
    return failure("'" + Path +
                   "' is of another version of secret-tidy; run secret-audit "
                   "again");
  return std::move(*O);
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
  Expected<json::Object> O = read(Path);
  if (!O)
    return O.takeError();
  UnitSummaries Out;
  if (!readList(*O, "wanted", Out.Wanted) ||
      !readList(*O, "calls", Out.Calls) ||
      !readList(*O, "functions", Out.Functions))
    return failure("'" + Path + "' is damaged");
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
  Expected<json::Object> O = read(Path);
  if (!O)
    return O.takeError();
  UnitSlice Out;
  Out.Root = O->getString("root").value_or("").str();
  Out.Exports = O->getString("exports").value_or("").str();
  if (!readList(*O, "recursive", Out.Recursive) ||
      !readList(*O, "functions", Out.Functions))
    return failure("'" + Path + "' is damaged");
  return Out;
}
