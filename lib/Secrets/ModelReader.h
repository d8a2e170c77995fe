//===- ModelReader.h - From YAML values to models ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Private to the parser. The format is declared as tables: for each mapping its
// keys, and for each key the function that reads its value. Every such function
// returns false after it has added an error.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELREADER_H
#define SECRET_TIDY_SECRETS_MODELREADER_H

#include "ModelParser.h"
#include "ModelYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

namespace secret {

class ModelReader;

/// A key of a mapping that describes a \p T.
template <typename T> struct ModelKey {
  llvm::StringLiteral Name;
  bool (ModelReader::*Read)(const YamlValue &, T &);
  bool Required = false;
};

/// The keys under which an effect is described. A scalar in place of a mapping
/// is the value of the first key.
struct EffectForm {
  llvm::StringLiteral Name;
  /// Where the effect is unless the entry says otherwise.
  int Position;
  llvm::ArrayRef<ModelKey<Effect>> Keys;
};

/// A parameter of a taint configuration, and maybe all later ones.
struct TaintArgument {
  int Position;
  bool AndRest;
};

class ModelReader {
public:
  ModelReader(YamlFile &Yaml, llvm::StringRef FileName, ModelFile &To);

  void readFile(const YamlValue &Root);

private:
  /// A function entry before its names are told apart.
  struct FunctionDraft {
    FunctionModel Model;
    std::vector<const YamlValue *> Names;
    llvm::SmallVector<Effect, 4> Effects;
  };
  /// Where an entry used a parameter, to be held against the arity.
  struct UsedParameter {
    llvm::SMLoc At;
    int Position;
    bool AndRest;
  };
  struct TagDraft {
    TagModel Model;
    const YamlValue *Name = nullptr;
  };
  struct TypeDraft {
    TypeModel Model;
    std::vector<const YamlValue *> Names;
  };

  /// A function of a taint configuration.
  struct TaintDraft {
    YamlValue Name;
    llvm::StringRef Scope, VariadicType;
    int VariadicIndex = 0;
    std::vector<TaintArgument> Args, Sources, Targets;
  };

  // The tables. Their order is the order in messages.
  static llvm::ArrayRef<ModelKey<ModelFile>> fileKeys();
  static llvm::ArrayRef<ModelKey<FunctionDraft>> functionKeys();
  static llvm::ArrayRef<ModelKey<TypeDraft>> typeKeys();
  static llvm::ArrayRef<ModelKey<TagKind>> tagKeys();
  static llvm::ArrayRef<ModelKey<TagDraft>> parameterKeys();
  static llvm::ArrayRef<ModelKey<TaintDraft>> taintKeys();
  struct EffectTables;
  static const EffectForm &form(EffectKind Kind);

  // Sections of a file.
  bool readVersion(const YamlValue &V, ModelFile &File);
  bool readLibrary(const YamlValue &V, ModelFile &File);
  bool readInherit(const YamlValue &V, ModelFile &File);
  bool readFileSeen(const YamlValue &V, ModelFile &File);
  bool readFunctions(const YamlValue &V, ModelFile &File);
  bool readTypes(const YamlValue &V, ModelFile &File);
  template <TagKind Kind> bool readTags(const YamlValue &V, ModelFile &File);

  // Functions.
  void readFunction(const YamlValue &V);
  void addFunction(const YamlValue &Name, const FunctionModel &Model);
  /// Whether the entry has names, and all are good.
  bool checkNames(const YamlValue &V, llvm::StringRef What,
                  llvm::ArrayRef<const YamlValue *> Names);
  bool checkArity(const FunctionDraft &Draft);
  template <typename Draft> bool readName(const YamlValue &V, Draft &D);
  template <typename Draft> bool readNames(const YamlValue &V, Draft &D);
  bool readParams(const YamlValue &V, FunctionDraft &Draft);
  bool readSignature(const YamlValue &V, FunctionDraft &Draft);
  bool readHeader(const YamlValue &V, FunctionDraft &Draft);
  bool readOnlyWithoutBody(const YamlValue &V, FunctionDraft &Draft);
  bool readFlags(const YamlValue &V, FunctionDraft &Draft);
  template <typename Draft> bool readSeen(const YamlValue &V, Draft &D) {
    return readText(V, D.Model.From.Seen);
  }

  // Effects.
  template <EffectKind Kind>
  bool readEffects(const YamlValue &V, FunctionDraft &Draft) {
    return readEffects(V, Kind, Draft);
  }
  bool readEffects(const YamlValue &V, EffectKind Kind, FunctionDraft &Draft);
  bool readEffect(const YamlValue &V, EffectKind Kind, FunctionDraft &Draft);
  template <int Effect::*Member>
  bool readParameter(const YamlValue &V, Effect &E);
  bool readTarget(const YamlValue &V, Effect &E);
  bool readTargets(const YamlValue &V, Effect &E);
  bool readFrom(const YamlValue &V, Effect &E);
  bool readLength(const YamlValue &V, Effect &E);
  bool readProduct(const YamlValue &V, llvm::StringRef Text, Effect &E);
  bool readElements(const YamlValue &V, Effect &E);
  bool readKind(const YamlValue &V, Effect &E);
  bool readUnless(const YamlValue &V, Effect &E);
  bool readWhen(const YamlValue &V, Effect &E);
  bool readWhenValue(const YamlValue &V, Effect &E);
  bool readGrowth(const YamlValue &V, Effect &E);
  bool readElidable(const YamlValue &V, Effect &E);
  template <bool Effect::*Member>
  bool readEffectFlag(const YamlValue &V, Effect &E) {
    return readBool(V, E.*Member);
  }
  bool readEffectReason(const YamlValue &V, Effect &E);

  // Types and tags.
  void readType(const YamlValue &V);
  void addType(const YamlValue &Name, const TypeModel &Model);
  bool readUnsuitable(const YamlValue &V, TypeDraft &Draft);
  template <bool TypeModel::*Member>
  bool readTypeFlag(const YamlValue &V, TypeDraft &Draft) {
    return readBool(V, Draft.Model.*Member);
  }
  bool readTypeReason(const YamlValue &V, TypeDraft &Draft);
  template <TaggedThing Thing>
  bool readTagged(const YamlValue &V, TagKind &Kind);
  bool readLocals(const YamlValue &V, TagKind &Kind);
  bool readParameters(const YamlValue &V, TagKind &Kind);
  bool readTaggedFunction(const YamlValue &V, TagDraft &Draft);
  bool readTaggedPosition(const YamlValue &V, TagDraft &Draft);
  void addTag(const YamlValue &Name, TaggedThing Thing, TagKind Kind,
              int Position);

  // Taint configurations, see ModelTaint.cpp.
  static bool isTaintConfiguration(const YamlValue &Root);
  void readTaintConfiguration(const YamlValue &Root);
  void addTaintEffects(llvm::StringRef Section, const TaintDraft &Draft,
                       llvm::SmallVectorImpl<Effect> &Effects);
  bool readTaintName(const YamlValue &V, TaintDraft &Draft);
  bool readTaintScope(const YamlValue &V, TaintDraft &Draft);
  template <std::vector<TaintArgument> TaintDraft::*Member>
  bool readTaintArgs(const YamlValue &V, TaintDraft &Draft);
  bool readVariadicType(const YamlValue &V, TaintDraft &Draft);
  bool readVariadicIndex(const YamlValue &V, TaintDraft &Draft);

  // Scalars.
  bool readText(const YamlValue &V, llvm::StringRef &Out);
  bool readInteger(const YamlValue &V, llvm::StringRef Expected, int Least,
                   int &Out);
  bool readBool(const YamlValue &V, bool &Out);
  bool readSink(const YamlValue &V, SinkKind &Out);
  bool readPosition(const YamlValue &V, llvm::StringRef Text, bool Result,
                    bool AndRest, int &Out);
  /// A qualified name or a well-formed glob.
  bool checkName(const YamlValue &V);
  bool checkGlob(const YamlValue &V);

  // Helpers.
  template <typename T>
  bool readMapping(const YamlValue &V, llvm::StringRef What,
                   llvm::ArrayRef<ModelKey<T>> Keys, T &Out);
  bool unknownKey(const YamlEntry &Entry, llvm::StringRef What,
                  llvm::ArrayRef<llvm::StringRef> Known);
  bool isList(const YamlValue &V, llvm::StringRef Of);
  bool fail(const YamlValue &V, const llvm::Twine &Problem,
            const llvm::Twine &Expected);
  /// False if an entry with this identity was seen.
  bool isFirst(const YamlValue &V, const llvm::Twine &Identity,
               llvm::StringRef Expected);
  llvm::StringRef keep(llvm::StringRef Text);
  Origin originAt(const YamlValue &V) const;

  YamlFile &Yaml;
  ModelFile &To;
  llvm::StringRef FileName;
  llvm::StringRef Library;
  /// Where the facts of entries come from that do not say it themselves.
  llvm::StringRef SeenByDefault;
  /// Of the entry that is being read.
  std::vector<UsedParameter> Used;
  llvm::StringMap<unsigned> FirstLines;
};

template <typename T>
bool ModelReader::readMapping(const YamlValue &V, llvm::StringRef What,
                              llvm::ArrayRef<ModelKey<T>> Keys, T &Out) {
  llvm::SmallVector<llvm::StringRef, 20> Known;
  for (const ModelKey<T> &Key : Keys)
    Known.push_back(Key.Name);
  if (!V.isMapping())
    return fail(V, "bad " + What,
                "a mapping with the keys " + llvm::join(Known, ", "));
  bool Good = true;
  llvm::SmallVector<bool, 20> Found(Keys.size());
  for (const YamlEntry &Entry : V.Entries) {
    size_t I = llvm::find(Known, Entry.Key) - Known.begin();
    if (I == Known.size()) {
      Good = unknownKey(Entry, What, Known);
      continue;
    }
    Found[I] = true;
    Good &= (this->*Keys[I].Read)(Entry.Value, Out);
  }
  for (size_t I = 0; I != Keys.size(); ++I)
    if (Keys[I].Required && !Found[I])
      Good = fail(V, "incomplete " + What, "the key '" + Known[I] + "'");
  return Good;
}

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELREADER_H
