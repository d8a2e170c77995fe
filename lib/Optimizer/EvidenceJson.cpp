//===- EvidenceJson.cpp - Evidence as JSON --------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceJson.h"
#include "Files/JsonFile.h"

using namespace llvm;
using namespace secret;

namespace {

Fate fateFromWord(StringRef Word) {
  for (unsigned I = 0; I <= static_cast<unsigned>(Fate::Removed); ++I)
    if (spell(static_cast<Fate>(I)) == Word)
      return static_cast<Fate>(I);
  return Fate::Unknown;
}

void addLoss(json::Object &To, StringRef Pass, std::optional<ByteRange> Lost) {
  if (!Pass.empty())
    To["pass"] = Pass;
  if (Lost)
    To["lost"] = json::Array{Lost->Begin, Lost->End};
}

std::optional<ByteRange> lostFromJson(const json::Object &From) {
  const json::Array *Lost = From.getArray("lost");
  if (!Lost || Lost->size() != 2)
    return std::nullopt;
  return ByteRange{(*Lost)[0].getAsInteger().value_or(0),
                   (*Lost)[1].getAsInteger().value_or(0)};
}

json::Object instanceToJson(const Instance &I) {
  json::Object O{{"verdict", spell(I.What)},
                 {"function", json::fixUTF8(I.Function)},
                 {"inlined-at", toJsonArray(I.InlinedAt)}};
  addLoss(O, I.Pass, I.Lost);
  if (!I.KeptCall.empty())
    O["call"] = json::fixUTF8(I.KeptCall);
  return O;
}

Instance instanceFromJson(const json::Object &From) {
  Instance I;
  I.What = fateFromWord(stringAt(From, "verdict"));
  I.Function = stringAt(From, "function");
  I.InlinedAt = fromJsonArray(From.getArray("inlined-at"));
  I.Pass = stringAt(From, "pass");
  I.Lost = lostFromJson(From);
  I.KeptCall = stringAt(From, "call");
  return I;
}

json::Object toJson(const Evidence &E) {
  json::Array Instances;
  for (const Instance &I : E.Instances)
    Instances.push_back(instanceToJson(I));
  json::Object O{{"verdict", spell(E.What)},
                 {"compiler", E.By.Compiler},
                 {"version", E.By.Version},
                 {"level", E.By.Level},
                 {"target", E.By.Target},
                 {"arch", E.By.Arch},
                 {"instances", std::move(Instances)}};
  addLoss(O, E.Pass, E.Lost);
  if (!E.Reason.empty())
    O["reason"] = json::fixUTF8(E.Reason);
  return O;
}

Evidence fromJson(const json::Object &From) {
  Evidence E;
  E.What = fateFromWord(stringAt(From, "verdict"));
  E.Pass = stringAt(From, "pass");
  E.Lost = lostFromJson(From);
  E.Reason = stringAt(From, "reason");
  E.By = {stringAt(From, "compiler"), stringAt(From, "version"),
          stringAt(From, "level"), stringAt(From, "target"),
          stringAt(From, "arch")};
  if (const json::Array *Instances = From.getArray("instances"))
    for (const json::Value &V : *Instances)
      if (const json::Object *O = V.getAsObject())
        E.Instances.push_back(instanceFromJson(*O));
  return E;
}

} // namespace

json::Array secret::evidenceToJson(ArrayRef<Evidence> All) {
  json::Array Result;
  for (const Evidence &E : All)
    Result.push_back(toJson(E));
  return Result;
}

std::vector<Evidence> secret::evidenceFromJson(const json::Array &From) {
  std::vector<Evidence> Result;
  for (const json::Value &V : From)
    if (const json::Object *O = V.getAsObject())
      Result.push_back(fromJson(*O));
  return Result;
}
