//===- ModelTaint.cpp - Read the analyzer's taint configuration -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The configuration of Clang's optin.taint checkers says where tainted data
// comes from, goes on to, ends and must not go. Read as models: what brings
// taint brings a secret, filters make public, and sinks expose.
//
//===----------------------------------------------------------------------===//

#include "ModelReader.h"
#include <map>

using namespace llvm;

namespace secret {

static constexpr StringLiteral SectionNames[] = {"Filters", "Propagations",
                                                 "Sinks"};
static constexpr StringLiteral SinkReason =
    "the taint configuration calls it a sink";

ArrayRef<ModelKey<ModelReader::TaintDraft>> ModelReader::taintKeys() {
  using R = ModelReader;
  static constexpr ModelKey<TaintDraft> Keys[] = {
      {"Name", &R::readTaintName, true},
      {"Scope", &R::readTaintScope},
      {"Args", &R::readTaintArgs<&TaintDraft::Args>},
      {"SrcArgs", &R::readTaintArgs<&TaintDraft::Sources>},
      {"DstArgs", &R::readTaintArgs<&TaintDraft::Targets>},
      {"VariadicType", &R::readVariadicType},
      {"VariadicIndex", &R::readVariadicIndex},
  };
  return Keys;
}

bool ModelReader::isTaintConfiguration(const YamlValue &Root) {
  return any_of(Root.Entries, [](const YamlEntry &Entry) {
    return is_contained(SectionNames, Entry.Key);
  });
}

bool ModelReader::readTaintName(const YamlValue &V, TaintDraft &Draft) {
  Draft.Name = V;
  return checkName(V);
}

bool ModelReader::readTaintScope(const YamlValue &V, TaintDraft &Draft) {
  if (!V.isScalar())
    return fail(V, "bad scope", "the start of a qualified name, such as ns::");
  Draft.Scope = V.Text;
  return true;
}

template <std::vector<TaintArgument> ModelReader::TaintDraft::*Member>
bool ModelReader::readTaintArgs(const YamlValue &V, TaintDraft &Draft) {
  if (!isList(V, "parameters' indices"))
    return false;
  for (const YamlValue &Item : V.Items) {
    int Position = 0;
    if (!readPosition(Item, Item.Text, /*Result=*/true, /*AndRest=*/false,
                      Position))
      return false;
    (Draft.*Member).push_back({Position, false});
  }
  return true;
}

bool ModelReader::readVariadicType(const YamlValue &V, TaintDraft &Draft) {
  Draft.VariadicType = V.Text;
  return V.Text == "None" || V.Text == "Src" || V.Text == "Dst" ||
         fail(V, "bad variadic type", "None, Src or Dst");
}

bool ModelReader::readVariadicIndex(const YamlValue &V, TaintDraft &Draft) {
  return readPosition(V, V.Text, /*Result=*/false, /*AndRest=*/true,
                      Draft.VariadicIndex);
}

/// What the arguments of a filter or a sink, or a propagation, do.
void ModelReader::addTaintEffects(StringRef Section, const TaintDraft &Draft,
                                  SmallVectorImpl<Effect> &Effects) {
  auto Add = [&](EffectKind Kind, TaintArgument Target, TaintArgument Source) {
    Effect E;
    E.Kind = Kind;
    E.Position = Target.Position;
    E.ToRest = Target.AndRest;
    E.Source = Source.Position;
    E.AndRest = Source.AndRest;
    if (Kind == EffectKind::Sink) {
      E.Sink = SinkKind::Log;
      E.Reason = SinkReason;
    }
    Effects.push_back(E);
  };
  const TaintArgument None{NoPosition, false};
  for (TaintArgument Arg : Draft.Args)
    Section == "Sinks" ? Add(EffectKind::Sink, None, Arg)
                       : Add(EffectKind::Public, Arg, None);
  for (TaintArgument Target : Draft.Targets) {
    if (Draft.Sources.empty())
      Add(EffectKind::Secret, Target, None);
    for (TaintArgument Source : Draft.Sources)
      Add(EffectKind::Copy, Target, Source);
  }
}

void ModelReader::readTaintConfiguration(const YamlValue &Root) {
  // A function may be in several sections.
  std::map<std::string, std::pair<YamlValue, SmallVector<Effect, 4>>> Found;
  for (const YamlEntry &Section : Root.Entries) {
    if (!is_contained(SectionNames, Section.Key)) {
      unknownKey(Section, "taint configuration",
                 ArrayRef<StringRef>(
                     {SectionNames[0], SectionNames[1], SectionNames[2]}));
      continue;
    }
    if (!isList(Section.Value, "functions"))
      continue;
    for (const YamlValue &Item : Section.Value.Items) {
      TaintDraft Draft;
      if (!readMapping(Item, "function", taintKeys(), Draft))
        continue;
      if (Draft.VariadicType == "Src")
        Draft.Sources.push_back({Draft.VariadicIndex, true});
      if (Draft.VariadicType == "Dst")
        Draft.Targets.push_back({Draft.VariadicIndex, true});
      Draft.Name.Text = (Draft.Scope + Draft.Name.Text).str();
      auto &Entry = Found[Draft.Name.Text];
      Entry.first = Draft.Name;
      addTaintEffects(Section.Key, Draft, Entry.second);
    }
  }
  for (auto &[Name, Entry] : Found) {
    FunctionModel Model;
    Model.Effects = ArrayRef<Effect>(Entry.second).copy(To.Arena);
    addFunction(Entry.first, Model);
  }
}

} // namespace secret
