//===- ModelEntries.cpp - Read functions, types and tags ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelReader.h"
#include "ModelWords.h"

using namespace llvm;

namespace secret {

/// The largest arity an entry may speak of.
static constexpr int MaxParams = 255;

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

ArrayRef<ModelKey<ModelReader::FunctionDraft>> ModelReader::functionKeys() {
  using R = ModelReader;
  static constexpr ModelKey<FunctionDraft> Keys[] = {
      {"name", &R::readName<FunctionDraft>},
      {"names", &R::readNames<FunctionDraft>},
      {"params", &R::readParams},
      {"signature", &R::readSignature},
      {"header", &R::readHeader},
      {"only_without_body", &R::readOnlyWithoutBody},
      {"flags", &R::readFlags},
      {"zeroizes", &R::readEffects<EffectKind::Zeroize>},
      {"releases", &R::readEffects<EffectKind::Release>},
      {"allocates", &R::readEffects<EffectKind::Allocate>},
      {"reallocates", &R::readEffects<EffectKind::Reallocate>},
      {"copies", &R::readEffects<EffectKind::Copy>},
      {"appends", &R::readEffects<EffectKind::Append>},
      {"aliases", &R::readEffects<EffectKind::Alias>},
      {"views", &R::readEffects<EffectKind::View>},
      {"secret", &R::readEffects<EffectKind::Secret>},
      {"fills", &R::readEffects<EffectKind::Fill>},
      {"public", &R::readEffects<EffectKind::Public>},
      {"sinks", &R::readEffects<EffectKind::Sink>},
      {"unbuffers", &R::readEffects<EffectKind::Unbuffer>},
      {"measures", &R::readEffects<EffectKind::Measure>},
      {"counts", &R::readEffects<EffectKind::Count>},
      {"reserves", &R::readEffects<EffectKind::Reserve>},
      {"constructs", &R::readEffects<EffectKind::Construct>},
      {"tests", &R::readEffects<EffectKind::Test>},
      {"calls", &R::readEffects<EffectKind::Call>},
      {"swaps", &R::readEffects<EffectKind::Swap>},
      {"seen", &R::readSeen<FunctionDraft>},
  };
  return Keys;
}

bool ModelReader::readFunctions(const YamlValue &V, ModelFile &) {
  if (!isList(V, "functions"))
    return false;
  for (const YamlValue &Item : V.Items)
    readFunction(Item);
  return true;
}

void ModelReader::readFunction(const YamlValue &V) {
  FunctionDraft Draft;
  Used.clear();
  // All faults of an entry are told, though one is enough to drop it.
  bool Good = readMapping(V, "function", functionKeys(), Draft);
  Good &= checkArity(Draft);
  if (!checkNames(V, "function", Draft.Names) || !Good)
    return;
  Draft.Model.Effects = ArrayRef<Effect>(Draft.Effects).copy(To.Arena);
  for (const YamlValue *Name : Draft.Names)
    addFunction(*Name, Draft.Model);
}

void ModelReader::addFunction(const YamlValue &Name,
                              const FunctionModel &Model) {
  std::string Identity =
      (Name.Text + "|" + Twine(Model.Params) + "|" + Model.Signature + "|" +
       Model.Header + "|" + Twine(Model.OnlyWithoutBody))
          .str();
  if (!isFirst(Name, "function|" + Identity,
               "one entry per name, params, signature and header"))
    return;
  FunctionModel Copy = Model;
  StringRef Seen = Model.From.Seen;
  Copy.Name = keep(Name.Text);
  Copy.From = originAt(Name);
  Copy.From.Seen = Seen;
  To.Functions.push_back(Copy);
}

/// How many parameters a function type such as `int (void *, int (*)(int))`
/// has; -1 if it is not the spelling of one.
static int countParameters(StringRef Signature) {
  size_t Open = Signature.find('(');
  if (Open == StringRef::npos || !Signature.contains(')'))
    return -1;
  int Depth = 0, Commas = 0;
  StringRef List = Signature.substr(Open + 1);
  size_t I = 0;
  for (; I != List.size() && Depth >= 0; ++I) {
    char C = List[I];
    Depth += (C == '(' || C == '<') - (C == ')' || C == '>');
    Commas += C == ',' && Depth == 0;
  }
  if (Depth >= 0)
    return -1;
  List = List.take_front(I - 1).trim();
  if (List.empty() || List == "void" || List == "...")
    return 0;
  return Commas + (List.ends_with("...") ? 0 : 1);
}

bool ModelReader::checkArity(const FunctionDraft &Draft) {
  int Arity = Draft.Model.Params;
  if (Arity < 0 && !Draft.Model.Signature.empty())
    Arity = countParameters(Draft.Model.Signature);
  if (Arity < 0)
    return true;
  bool Good = true;
  for (const UsedParameter &Use : Used) {
    if (Use.Position < Arity || (Use.AndRest && Use.Position == Arity))
      continue;
    Yaml.error(Use.At, "parameter " + Twine(Use.Position) + " of a function " +
                           "that has " + Twine(Arity) +
                           "; expected an index below " + Twine(Arity));
    Good = false;
  }
  return Good;
}

bool ModelReader::checkNames(const YamlValue &V, StringRef What,
                             ArrayRef<const YamlValue *> Names) {
  if (Names.empty() && V.isMapping())
    return fail(V, What + " without a name", "'name' or 'names'");
  bool Good = true;
  for (const YamlValue *Name : Names)
    Good &= checkName(*Name);
  return Good;
}

template <typename Draft>
bool ModelReader::readName(const YamlValue &V, Draft &D) {
  if (!D.Names.empty())
    return fail(V, "second name", "either 'name' or 'names'");
  D.Names.push_back(&V);
  return true;
}

template <typename Draft>
bool ModelReader::readNames(const YamlValue &V, Draft &D) {
  if (!isList(V, "names"))
    return false;
  if (!D.Names.empty())
    return fail(V, "second name", "either 'name' or 'names'");
  for (const YamlValue &Item : V.Items)
    D.Names.push_back(&Item);
  return true;
}

bool ModelReader::readParams(const YamlValue &V, FunctionDraft &Draft) {
  int &Params = Draft.Model.Params;
  if (!readInteger(V, "the number of parameters", 0, Params))
    return false;
  return Params <= MaxParams ||
         fail(V, "bad number", "at most " + Twine(MaxParams));
}

bool ModelReader::readSignature(const YamlValue &V, FunctionDraft &Draft) {
  if (!readText(V, Draft.Model.Signature))
    return false;
  return countParameters(Draft.Model.Signature) >= 0 ||
         fail(V, "bad signature",
              "a canonical function type such as 'void (void *, int)'");
}

bool ModelReader::readHeader(const YamlValue &V, FunctionDraft &Draft) {
  return checkGlob(V) && readText(V, Draft.Model.Header);
}

bool ModelReader::readOnlyWithoutBody(const YamlValue &V,
                                      FunctionDraft &Draft) {
  return readBool(V, Draft.Model.OnlyWithoutBody);
}

bool ModelReader::readFlags(const YamlValue &V, FunctionDraft &Draft) {
  if (!isList(V, "flags"))
    return false;
  for (const YamlValue &Item : V.Items) {
    const auto *Word =
        find_if(FlagWords, [&](const auto &W) { return W.Text == Item.Text; });
    if (Word == std::end(FlagWords))
      return fail(Item, "bad flag",
                  "one of no_escape, not_opaque, no_throw, no_return, "
                  "reads_only, jumps");
    Draft.Model.Flags |= Word->Value;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

ArrayRef<ModelKey<ModelReader::TypeDraft>> ModelReader::typeKeys() {
  using R = ModelReader;
  static constexpr ModelKey<TypeDraft> Keys[] = {
      {"name", &R::readName<TypeDraft>},
      {"names", &R::readNames<TypeDraft>},
      {"zeroizes_itself", &R::readTypeFlag<&TypeModel::ZeroizesItself>},
      {"unsuitable", &R::readUnsuitable},
      {"view", &R::readTypeFlag<&TypeModel::IsView>},
      {"owns_block", &R::readTypeFlag<&TypeModel::OwnsBlock>},
      {"owns_pointee", &R::readTypeFlag<&TypeModel::OwnsPointee>},
      {"holds_inline", &R::readTypeFlag<&TypeModel::HoldsInline>},
      {"reason", &R::readTypeReason},
      {"seen", &R::readSeen<TypeDraft>},
  };
  return Keys;
}

bool ModelReader::readTypes(const YamlValue &V, ModelFile &) {
  if (!isList(V, "types"))
    return false;
  for (const YamlValue &Item : V.Items)
    readType(Item);
  return true;
}

void ModelReader::readType(const YamlValue &V) {
  TypeDraft Draft;
  bool Good = readMapping(V, "type", typeKeys(), Draft);
  if (!checkNames(V, "type", Draft.Names) || !Good)
    return;
  const TypeModel &Type = Draft.Model;
  if (Type.ZeroizesItself && Type.Unsuitable) {
    fail(V, "contradicting entry", "either 'zeroizes_itself' or 'unsuitable'");
    return;
  }
  for (const YamlValue *Name : Draft.Names)
    addType(*Name, Type);
}

void ModelReader::addType(const YamlValue &Name, const TypeModel &Model) {
  if (!isFirst(Name, "type|" + Name.Text, "one entry per type"))
    return;
  TypeModel Copy = Model;
  Copy.Name = keep(Name.Text);
  Copy.From = originAt(Name);
  Copy.From.Seen = Model.From.Seen;
  To.Types.push_back(Copy);
}

bool ModelReader::readUnsuitable(const YamlValue &V, TypeDraft &Draft) {
  Draft.Model.Unsuitable = true;
  return readSink(V, Draft.Model.Storage);
}

bool ModelReader::readTypeReason(const YamlValue &V, TypeDraft &Draft) {
  return readText(V, Draft.Model.Reason);
}

//===----------------------------------------------------------------------===//
// Tags
//===----------------------------------------------------------------------===//

ArrayRef<ModelKey<TagKind>> ModelReader::tagKeys() {
  using R = ModelReader;
  static constexpr ModelKey<TagKind> Keys[] = {
      {"functions", &R::readTagged<TaggedThing::Function>},
      {"parameters", &R::readParameters},
      {"fields", &R::readTagged<TaggedThing::Field>},
      {"variables", &R::readTagged<TaggedThing::Variable>},
      {"locals", &R::readLocals},
      {"types", &R::readTagged<TaggedThing::Type>},
  };
  return Keys;
}

template <TagKind Kind>
bool ModelReader::readTags(const YamlValue &V, ModelFile &) {
  TagKind K = Kind;
  return readMapping(V, Kind == TagKind::Secret ? "secret" : "public",
                     tagKeys(), K);
}
template bool ModelReader::readTags<TagKind::Secret>(const YamlValue &,
                                                     ModelFile &);
template bool ModelReader::readTags<TagKind::Public>(const YamlValue &,
                                                     ModelFile &);

template <TaggedThing Thing>
bool ModelReader::readTagged(const YamlValue &V, TagKind &Kind) {
  if (!isList(V, "names"))
    return false;
  for (const YamlValue &Item : V.Items)
    addTag(Item, Thing, Kind, NoPosition);
  return true;
}

bool ModelReader::readLocals(const YamlValue &V, TagKind &Kind) {
  if (!isList(V, "names"))
    return false;
  for (const YamlValue &Item : V.Items) {
    if (StringRef(Item.Text).contains("::"))
      addTag(Item, TaggedThing::Variable, Kind, NoPosition);
    else
      fail(Item, "bad name of a local", "function::local");
  }
  return true;
}

ArrayRef<ModelKey<ModelReader::TagDraft>> ModelReader::parameterKeys() {
  using R = ModelReader;
  static constexpr ModelKey<TagDraft> Keys[] = {
      {"function", &R::readTaggedFunction, true},
      {"parameter", &R::readTaggedPosition, true},
  };
  return Keys;
}

bool ModelReader::readParameters(const YamlValue &V, TagKind &Kind) {
  if (!isList(V, "mappings with the keys function and parameter"))
    return false;
  for (const YamlValue &Item : V.Items) {
    TagDraft Draft;
    if (readMapping(Item, "parameter", parameterKeys(), Draft))
      addTag(*Draft.Name, TaggedThing::Parameter, Kind, Draft.Model.Position);
  }
  return true;
}

bool ModelReader::readTaggedFunction(const YamlValue &V, TagDraft &Draft) {
  Draft.Name = &V;
  return true;
}

bool ModelReader::readTaggedPosition(const YamlValue &V, TagDraft &Draft) {
  return readInteger(V, "a parameter's index (from 0)", 0,
                     Draft.Model.Position);
}

void ModelReader::addTag(const YamlValue &Name, TaggedThing Thing, TagKind Kind,
                         int Position) {
  if (!checkName(Name) ||
      !isFirst(Name,
               "tag|" + Twine(int(Thing)) + "|" + Name.Text + "|" +
                   Twine(Position),
               "one entry, either under 'secret' or under 'public'"))
    return;
  TagModel Tag;
  Tag.Thing = Thing;
  Tag.Kind = Kind;
  Tag.Name = keep(Name.Text);
  Tag.Position = Position;
  Tag.From = originAt(Name);
  To.Tags.push_back(Tag);
}

} // namespace secret
