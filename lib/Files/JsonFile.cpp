//===- JsonFile.cpp - Versioned JSON files between steps ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonFile.h"
#include "WholeFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret;

Error secret::writeJsonFile(StringRef Path, const json::Value &Root,
                            JsonStyle Style) {
  return writeWholeFile(Path, [&](raw_ostream &OS) {
    // Not formatv: its table of virtual functions differs between LLVMs, and a
    // plugin that needs one cannot be loaded to say so.
    json::OStream(OS, Style == JsonStyle::Indented ? 2 : 0).value(Root);
    OS << '\n';
  });
}

Expected<json::Object> secret::readJsonFile(StringRef Path, int64_t Version,
                                            StringRef Remedy) {
  auto Fail = [&](const Twine &What) {
    return createStringError("'" + Path + "' " + What + "; " + Remedy);
  };
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return Fail("cannot be read: " + Buffer.getError().message());
  Expected<json::Value> Root = json::parse((*Buffer)->getBuffer());
  if (!Root)
    return Fail("is damaged: " + toString(Root.takeError()));
  json::Object *Object = Root->getAsObject();
  std::optional<int64_t> Found =
      Object ? Object->getInteger("version") : std::nullopt;
  if (!Found)
    return Fail("has no format version");
  if (*Found != Version)
    return Fail("has the format version " + Twine(*Found) +
                ", and this program reads version " + Twine(Version));
  return std::move(*Object);
}

json::Array secret::toJsonArray(ArrayRef<std::string> Strings) {
  json::Array Result;
  for (const std::string &S : Strings)
    Result.push_back(json::fixUTF8(S));
  return Result;
}

std::vector<std::string> secret::fromJsonArray(const json::Array *Strings) {
  std::vector<std::string> Result;
  if (!Strings)
    return Result;
  for (const json::Value &V : *Strings)
    if (auto S = V.getAsString())
      Result.push_back(S->str());
  return Result;
}

std::string secret::stringAt(const json::Object &From, StringRef Key) {
  return From.getString(Key).value_or("").str();
}
