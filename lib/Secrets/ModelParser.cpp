//===- ModelParser.cpp - Read a YAML model file ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The file as a whole, and what all entries share. See ModelEntries.cpp and
// ModelEffects.cpp for the entries.
//
//===----------------------------------------------------------------------===//

#include "ModelName.h"
#include "ModelReader.h"

using namespace llvm;

namespace secret {

/// Positions are written into tables and searched; real functions have less.
static constexpr int MaxPosition = 255;

std::unique_ptr<ModelFile> parseModelFile(MemoryBufferRef Text,
                                          std::vector<std::string> &Errors) {
  auto File = std::make_unique<ModelFile>();
  YamlFile Yaml(Text, Errors);
  YamlValue Root;
  if (Yaml.read(Root))
    ModelReader(Yaml, Text.getBufferIdentifier(), *File).readFile(Root);
  return File;
}

ModelReader::ModelReader(YamlFile &Yaml, StringRef Name, ModelFile &To)
    : Yaml(Yaml), To(To), FileName(keep(Name)) {}

ArrayRef<ModelKey<ModelFile>> ModelReader::fileKeys() {
  static constexpr ModelKey<ModelFile> Keys[] = {
      {"version", &ModelReader::readVersion, true},
      {"library", &ModelReader::readLibrary},
      {"seen", &ModelReader::readFileSeen},
      {"inherit", &ModelReader::readInherit},
      {"functions", &ModelReader::readFunctions},
      {"types", &ModelReader::readTypes},
      {"secret", &ModelReader::readTags<TagKind::Secret>},
      {"public", &ModelReader::readTags<TagKind::Public>},
  };
  return Keys;
}

void ModelReader::readFile(const YamlValue &Root) {
  if (Root.What == YamlValue::Kind::Null) {
    fail(Root, "empty model file", "a mapping that starts with 'version: 1'");
    return;
  }
  if (isTaintConfiguration(Root))
    return readTaintConfiguration(Root);
  readMapping(Root, "model file", fileKeys(), To);
  auto Complete = [this](auto &Entries) {
    for (auto &Entry : Entries) {
      Entry.From.Library = Library;
      if (Entry.From.Seen.empty())
        Entry.From.Seen = SeenByDefault;
    }
  };
  Complete(To.Functions);
  Complete(To.Tags);
  Complete(To.Types);
}

bool ModelReader::readVersion(const YamlValue &V, ModelFile &) {
  int Version = 0;
  if (!readInteger(V, "1", 0, Version))
    return false;
  if (Version == 1)
    return true;
  return fail(V, "unknown version of the model format", "1");
}

bool ModelReader::readLibrary(const YamlValue &V, ModelFile &) {
  return readText(V, Library);
}

bool ModelReader::readFileSeen(const YamlValue &V, ModelFile &) {
  return readText(V, SeenByDefault);
}

bool ModelReader::readInherit(const YamlValue &V, ModelFile &File) {
  return readBool(V, File.Inherits);
}

bool ModelReader::unknownKey(const YamlEntry &Entry, StringRef What,
                             ArrayRef<StringRef> Known) {
  StringRef Nearest;
  unsigned Least = 3;
  for (StringRef Name : Known) {
    unsigned Distance = Name.edit_distance(Entry.Key, true, Least);
    if (Distance >= Least)
      continue;
    Least = Distance;
    Nearest = Name;
  }
  std::string Expected = Nearest.empty() ? "one of " + join(Known, ", ")
                                         : ("'" + Nearest + "'").str();
  Yaml.error(Entry.At, "unknown key '" + Twine(Entry.Key) + "' in a " + What +
                           "; expected " + Expected);
  return false;
}

bool ModelReader::fail(const YamlValue &V, const Twine &Problem,
                       const Twine &Expected) {
  if (V.isScalar())
    Yaml.error(V.At, Problem + ": '" + V.Text + "'; expected " + Expected);
  else
    Yaml.error(V.At, Problem + "; expected " + Expected);
  return false;
}

bool ModelReader::isList(const YamlValue &V, StringRef Of) {
  return V.isSequence() || fail(V, "not a list", "a list of " + Of);
}

bool ModelReader::isFirst(const YamlValue &V, const Twine &Identity,
                          StringRef Expected) {
  unsigned Line = Yaml.line(V.At);
  auto [First, New] = FirstLines.try_emplace(Identity.str(), Line);
  if (New)
    return true;
  return fail(V, "duplicate of the entry at line " + Twine(First->second),
              Expected);
}

StringRef ModelReader::keep(StringRef Text) { return Text.copy(To.Arena); }

Origin ModelReader::originAt(const YamlValue &V) const {
  Origin From;
  From.File = FileName;
  From.Line = Yaml.line(V.At);
  From.Column = Yaml.column(V.At);
  return From;
}

bool ModelReader::readText(const YamlValue &V, StringRef &Out) {
  if (!V.isScalar() || V.Text.empty())
    return fail(V, "not a text", "a text");
  Out = keep(V.Text);
  return true;
}

bool ModelReader::readInteger(const YamlValue &V, StringRef Expected, int Least,
                              int &Out) {
  if (!V.isScalar() || StringRef(V.Text).getAsInteger(0, Out) || Out < Least)
    return fail(V, "bad number", Expected);
  return true;
}

bool ModelReader::readBool(const YamlValue &V, bool &Out) {
  if (V.isScalar() && (V.Text == "true" || V.Text == "false")) {
    Out = V.Text == "true";
    return true;
  }
  return fail(V, "bad switch", "true or false");
}

bool ModelReader::readPosition(const YamlValue &V, StringRef Text, bool Result,
                               bool AndRest, int &Out) {
  if (V.isScalar() && Text == "this") {
    Out = ThisPosition;
    return true;
  }
  bool Number = V.isScalar() && !Text.getAsInteger(10, Out);
  if (Number && Out == ResultPosition && Result)
    return true;
  if (Number && Out >= 0 && Out <= MaxPosition) {
    Used.push_back({V.At, Out, AndRest});
    return true;
  }
  return fail(V, "bad position",
              Result ? "a parameter's index (from 0), -1 for the result, or "
                       "this"
                     : "a parameter's index (from 0) or this");
}

bool ModelReader::checkName(const YamlValue &V) {
  StringRef Name = V.Text;
  if (!V.isScalar() || Name.empty())
    return fail(V, "not a name", "a qualified name such as ns::Class::method");
  if (Name.starts_with("::"))
    return fail(V, "bad name", "no leading '::'");
  if (Name.contains('(') && !Name.ends_with("operator()"))
    return fail(V, "bad name",
                "a name without parameters (give them as 'signature')");
  return checkGlob(V);
}

bool ModelReader::checkGlob(const YamlValue &V) {
  if (!V.isScalar() || V.Text.empty())
    return fail(V, "not a glob", "a text in which * stands for anything");
  if (!isGlob(V.Text))
    return true;
  Expected<GlobPattern> Glob = compileGlob(V.Text);
  if (Glob)
    return true;
  return fail(V, "bad glob, " + toString(Glob.takeError()),
              "balanced [] and {} (a backslash takes a character as it is)");
}

} // namespace secret
