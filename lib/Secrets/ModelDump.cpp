//===- ModelDump.cpp - Models as JSON -------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelDump.h"
#include "ModelWords.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;

namespace secret {

static json::Value position(int Position, bool AndRest) {
  if (Position == ThisPosition)
    return "this";
  if (AndRest)
    return std::to_string(Position) + "..";
  return Position;
}

static void addLength(json::Object &To, const Length &L) {
  switch (L.Kind) {
  case LengthKind::Whole:
    return;
  case LengthKind::Argument:
    To[L.CountsElements ? "elements" : "length"] = position(L.A, false);
    return;
  case LengthKind::Product:
    To["length"] = (Twine(L.A) + "*" + Twine(L.B)).str();
    return;
  case LengthKind::Constant:
    To["length"] = (Twine(L.A) + " bytes").str();
    return;
  case LengthKind::Until:
    To["length"] = ("to " + Twine(L.A)).str();
    return;
  case LengthKind::String:
  case LengthKind::Allocation:
    To["length"] = wordFor(LengthWords, L.Kind);
    return;
  }
}

/// Under which keys an effect names its two positions; empty for none.
static std::pair<StringRef, StringRef> positionKeys(EffectKind Kind) {
  switch (Kind) {
  case EffectKind::Reallocate:
    return {"", "pointer"};
  case EffectKind::Copy:
  case EffectKind::Append:
    return {"to", "from"};
  case EffectKind::Construct:
    return {"pointer", "from"};
  case EffectKind::Alias:
  case EffectKind::View:
    return {"pointer", "of"};
  case EffectKind::Sink:
    return {"", "from"};
  case EffectKind::Unbuffer:
    return {"stream", ""};
  case EffectKind::Measure:
    return {"string", ""};
  case EffectKind::Call:
    return {"function", "from"};
  case EffectKind::Swap:
    return {"of", "with"};
  case EffectKind::Count:
  case EffectKind::Reserve:
  case EffectKind::Test:
    return {"of", ""};
  default:
    return {"pointer", ""};
  }
}

static std::string growth(const Effect &E) {
  if (E.Grows == Growth::Some)
    return GrowthSome.str();
  return (E.Grows == Growth::By ? GrowthBy : GrowthTo).str() +
         std::to_string(E.GrowsBy);
}

static void addFlags(json::Object &To, const Effect &E) {
  if (E.Fill != NoPosition)
    To["fill"] = E.Fill;
  if (E.Wipe == Strength::Elidable)
    To["elidable"] = true;
  if (E.Zeroes)
    To["zeroes"] = true;
  if (E.ClearedOnFree)
    To["cleared_on_free"] = true;
  if (E.Stack)
    To["stack"] = true;
  if (E.Indirect)
    To["indirect"] = true;
  if (E.Skip != NoPosition)
    To["skip"] = E.Skip;
  if (E.FromEnd)
    To["from_end"] = true;
  if (E.WhenEmpty)
    To["empty"] = true;
  if (E.Grows != Growth::None)
    To["grows"] = growth(E);
  if (E.UnlessMoved)
    To["unless_moved"] = true;
  if (E.Later)
    To["later"] = true;
  if (E.Stream != NoPosition)
    To["stream"] = E.Stream;
  if (E.Unless != Failure::Never)
    To["unless"] = wordFor(FailureWords, E.Unless);
  if (E.WhenArgument != NoPosition)
    To["when"] =
        json::Object{{"parameter", E.WhenArgument}, {"is", E.WhenValue}};
  if (!E.Reason.empty())
    To["reason"] = E.Reason;
}

static json::Object toJson(const Effect &E) {
  json::Object To;
  auto [Target, Source] = positionKeys(E.Kind);
  if (!Target.empty())
    To[Target] = position(E.Position, E.ToRest);
  if (!Source.empty())
    To[Source] = position(E.Source, E.AndRest);
  if (E.Kind == EffectKind::Sink || E.Kind == EffectKind::View)
    To["kind"] = wordFor(SinkWords, E.Sink);
  addLength(To, E.Len);
  addFlags(To, E);
  return To;
}

static json::Object toJson(const Origin &From) {
  json::Object To{{"file", From.File}, {"line", int64_t(From.Line)}};
  if (!From.Library.empty())
    To["library"] = From.Library;
  if (!From.Seen.empty())
    To["seen"] = From.Seen;
  return To;
}

static json::Array flags(uint8_t Flags) {
  json::Array Words;
  for (const auto &Word : FlagWords)
    if (Flags & Word.Value)
      Words.push_back(Word.Text);
  return Words;
}

static json::Object toJson(const FunctionModel &F) {
  json::Object To{{"name", F.Name}, {"origin", toJson(F.From)}};
  if (F.Params >= 0)
    To["params"] = F.Params;
  if (!F.Signature.empty())
    To["signature"] = F.Signature;
  if (!F.Header.empty())
    To["header"] = F.Header;
  if (F.OnlyWithoutBody)
    To["only_without_body"] = true;
  if (F.Flags)
    To["flags"] = flags(F.Flags);
  for (const Effect &E : F.Effects) {
    StringRef Key = EffectWords[size_t(E.Kind)];
    if (!To.get(Key))
      To[Key] = json::Array();
    To.get(Key)->getAsArray()->push_back(toJson(E));
  }
  return To;
}

static json::Object toJson(const TypeModel &T) {
  json::Object To{{"name", T.Name}, {"origin", toJson(T.From)}};
  if (T.ZeroizesItself)
    To["zeroizes_itself"] = true;
  if (T.Unsuitable)
    To["unsuitable"] = wordFor(SinkWords, T.Storage);
  if (T.IsView)
    To["view"] = true;
  if (T.OwnsBlock)
    To["owns_block"] = true;
  if (!T.Reason.empty())
    To["reason"] = T.Reason;
  return To;
}

static json::Object toJson(const TagModel &T) {
  static constexpr StringLiteral Things[] = {"function", "parameter", "field",
                                             "variable", "type"};
  json::Object To{{"name", T.Name}, {"origin", toJson(T.From)}};
  To["thing"] = Things[size_t(T.Thing)];
  To["tag"] = T.Kind == TagKind::Secret ? "secret" : "public";
  if (T.Thing == TaggedThing::Parameter)
    To["parameter"] = T.Position;
  return To;
}

// What two entries have in common if the later one replaces the earlier one.
static std::string identity(const FunctionModel &F) {
  return (F.Name + "|" + Twine(F.Params) + "|" + F.Signature + "|" + F.Header +
          "|" + Twine(F.OnlyWithoutBody))
      .str();
}
static std::string identity(const TypeModel &T) { return T.Name.str(); }
static std::string identity(const TagModel &T) {
  return (T.Name + "|" + Twine(int(T.Thing)) + "|" + Twine(T.Position)).str();
}

template <typename Model>
static void dumpTable(ArrayRef<ModelTables> Layers,
                      ArrayRef<Model> ModelTables::*Rows, StringRef Key,
                      StringRef End, raw_ostream &OS) {
  std::map<std::string, const Model *> Holding;
  for (const ModelTables &Layer : Layers)
    for (const Model &M : Layer.*Rows)
      Holding[identity(M)] = &M;
  OS << '"' << Key << "\": [";
  StringRef Separator = "\n";
  for (const auto &[Identity, M] : Holding) {
    OS << Separator << json::Value(toJson(*M));
    Separator = ",\n";
  }
  OS << ']' << End;
}

void dumpModels(ArrayRef<ModelTables> Layers, raw_ostream &OS) {
  OS << "{\"version\": 1,\n";
  dumpTable(Layers, &ModelTables::Functions, "functions", ",\n", OS);
  dumpTable(Layers, &ModelTables::Types, "types", ",\n", OS);
  dumpTable(Layers, &ModelTables::Tags, "tags", "}\n", OS);
}

} // namespace secret
