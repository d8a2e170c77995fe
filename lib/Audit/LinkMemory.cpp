//===- LinkMemory.cpp - What linking the same facts gave ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkMemory.h"
#include "Cache/Digest.h"
#include "NinjaRun.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret;
using namespace secret::audit;

LinkMemory::LinkMemory(const UnitCache *Cache, size_t NumJobs,
                       StringRef WorkDir, const LinkLimits &Limits)
    : Cache(Cache), NumJobs(NumJobs) {
  if (!Cache)
    return;
  Inputs = {"link", std::to_string(Limits.MaxEffects),
            std::to_string(Limits.MaxWork)};
  for (size_t I = 0; I != NumJobs; ++I)
    Inputs.push_back(cache::digestOfFile(factsPath(WorkDir, I)));
}

/// Units that are not affected get nothing.
static json::Value toJson(const LinkedUnits &What) {
  json::Array Units;
  for (size_t I = 0; I != What.Units.size(); ++I) {
    const LinkedUnit &Each = What.Units[I];
    if (!Each.IsAffected)
      continue;
    UnitSlice Slice;
    Slice.Functions = Each.Functions;
    Slice.Recursive = Each.Recursive;
    Slice.Alone = Each.Alone;
    Slice.Targets = Each.Targets;
    Units.push_back(json::Object{{"unit", I}, {"slice", sliceToJson(Slice)}});
  }
  return json::Object{{"too much", What.TooMuch},
                      {"too costly", What.TooCostly},
                      {"units", std::move(Units)}};
}

static bool readUnit(const json::Value &V, LinkedUnits &Out) {
  const json::Object *O = V.getAsObject();
  const json::Object *Stored = O ? O->getObject("slice") : nullptr;
  std::optional<int64_t> Index = O ? O->getInteger("unit") : std::nullopt;
  if (!Stored || !Index || *Index < 0 || size_t(*Index) >= Out.Units.size())
    return false;
  std::optional<UnitSlice> Slice = sliceFromJson(*Stored);
  if (!Slice)
    return false;
  Out.Units[*Index] = {/*IsAffected=*/true, std::move(Slice->Functions),
                       std::move(Slice->Recursive), std::move(Slice->Alone),
                       std::move(Slice->Targets)};
  return true;
}

std::optional<LinkedUnits> LinkMemory::recall() const {
  std::string Text = Cache ? Cache->recall(Inputs) : "";
  if (Text.empty())
    return std::nullopt;
  Expected<json::Value> Stored = json::parse(Text);
  if (!Stored) {
    consumeError(Stored.takeError());
    return std::nullopt;
  }
  const json::Object *O = Stored->getAsObject();
  const json::Array *Units = O ? O->getArray("units") : nullptr;
  if (!Units)
    return std::nullopt;
  LinkedUnits Out;
  Out.Units.resize(NumJobs);
  Out.TooMuch = O->getInteger("too much").value_or(0);
  Out.TooCostly = O->getInteger("too costly").value_or(0);
  for (const json::Value &V : *Units)
    if (!readUnit(V, Out))
      return std::nullopt;
  return Out;
}

void LinkMemory::keep(const LinkedUnits &What) const {
  if (!Cache)
    return;
  std::string Text;
  raw_string_ostream(Text) << toJson(What);
  Cache->keep(Inputs, Text);
}
