//===- ModelYaml.cpp - A YAML document with places ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelYaml.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace secret {

/// The deepest nesting of a valid model file is 7; more is an attack or a slip,
/// and LLVM's parser recurses.
static constexpr unsigned MaxDepth = 12;
/// After this many errors the rest would only bury the first ones.
static constexpr size_t MaxErrors = 50;

static void addError(const SMDiagnostic &Diag, void *Errors) {
  auto &To = *static_cast<std::vector<std::string> *>(Errors);
  if (To.size() >= MaxErrors)
    return;
  // What LLVM's scanner says does not name the remedy.
  StringRef Message = Diag.getMessage();
  bool Complete = Message.contains("; expected ");
  To.push_back((Diag.getFilename() + ":" + Twine(Diag.getLineNo()) + ":" +
                Twine(Diag.getColumnNo() + 1) + ": error: " + Message +
                (Complete ? "" : "; expected valid YAML"))
                   .str());
}

YamlFile::YamlFile(MemoryBufferRef Text, std::vector<std::string> &Errors)
    : Text(Text), Errors(Errors) {
  Sources.setDiagHandler(addError, &this->Errors);
}

void YamlFile::error(SMLoc At, const Twine &Message) {
  // What is quoted from the file must not break the line.
  std::string Line = Message.str();
  std::replace_if(
      Line.begin(), Line.end(),
      [](char C) { return isASCII(C) && !isPrint(C); }, ' ');
  Sources.PrintMessage(At, SourceMgr::DK_Error, Line);
}

unsigned YamlFile::line(SMLoc At) const {
  return Sources.getLineAndColumn(At).first;
}

unsigned YamlFile::column(SMLoc At) const {
  return Sources.getLineAndColumn(At).second;
}

/// LLVM places a flow collection after its bracket.
static SMLoc startOf(const yaml::Node &N, StringRef Text) {
  const char *Start = N.getSourceRange().Start.getPointer();
  bool Collection = isa<yaml::SequenceNode>(N) || isa<yaml::MappingNode>(N);
  if (Collection && Start > Text.begin() && StringRef("[{").contains(Start[-1]))
    --Start;
  return SMLoc::getFromPointer(Start);
}

/// Turns parser nodes into values. Each node is visited once, in order.
class YamlFile::Builder {
public:
  explicit Builder(YamlFile &File) : File(File) {}

  bool build(yaml::Node *N, YamlValue &Out, unsigned Depth);

private:
  bool buildScalar(yaml::Node *N, YamlValue &Out);
  bool buildSequence(yaml::SequenceNode &N, YamlValue &Out, unsigned Depth);
  bool buildMapping(yaml::MappingNode &N, YamlValue &Out, unsigned Depth);
  bool fail(yaml::Node *N, const Twine &Message) {
    File.error(startOf(*N, File.Text.getBuffer()), Message);
    return false;
  }

  YamlFile &File;
};

bool YamlFile::Builder::build(yaml::Node *N, YamlValue &Out, unsigned Depth) {
  Out.At = startOf(*N, File.Text.getBuffer());
  if (Depth > MaxDepth)
    return fail(N, "nested too deeply; expected a model file as in "
                   "docs/models.md");
  if (!N->getAnchor().empty() || isa<yaml::AliasNode>(N))
    return fail(N, "anchors and aliases are not supported; expected a plain "
                   "value (quote one that starts with '*' or '&')");
  if (auto *Sequence = dyn_cast<yaml::SequenceNode>(N))
    return buildSequence(*Sequence, Out, Depth);
  if (auto *Mapping = dyn_cast<yaml::MappingNode>(N))
    return buildMapping(*Mapping, Out, Depth);
  return buildScalar(N, Out);
}

bool YamlFile::Builder::buildScalar(yaml::Node *N, YamlValue &Out) {
  if (auto *Scalar = dyn_cast<yaml::ScalarNode>(N)) {
    SmallString<64> Storage;
    Out.Text = Scalar->getValue(Storage).str();
    Out.What = YamlValue::Kind::Scalar;
  } else if (auto *Block = dyn_cast<yaml::BlockScalarNode>(N)) {
    Out.Text = Block->getValue().trim().str();
    Out.What = YamlValue::Kind::Scalar;
  }
  return true;
}

bool YamlFile::Builder::buildSequence(yaml::SequenceNode &N, YamlValue &Out,
                                      unsigned Depth) {
  Out.What = YamlValue::Kind::Sequence;
  for (yaml::Node &Item : N) {
    Out.Items.emplace_back();
    if (!build(&Item, Out.Items.back(), Depth + 1))
      return false;
  }
  return true;
}

bool YamlFile::Builder::buildMapping(yaml::MappingNode &N, YamlValue &Out,
                                     unsigned Depth) {
  Out.What = YamlValue::Kind::Mapping;
  StringMap<SMLoc> Seen;
  for (yaml::KeyValueNode &Pair : N) {
    yaml::Node *KeyNode = Pair.getKey();
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(KeyNode);
    if (!Key)
      return fail(KeyNode ? KeyNode : &N, "bad key; expected a plain word");
    SmallString<64> Storage;
    YamlEntry Entry;
    Entry.Key = Key->getValue(Storage).str();
    Entry.At = Key->getSourceRange().Start;
    yaml::Node *Value = Pair.getValue();
    if (Value && !build(Value, Entry.Value, Depth + 1))
      return false;
    // A key without a value has no place of its own.
    if (Entry.Value.What == YamlValue::Kind::Null)
      Entry.Value.At = Entry.At;
    auto [First, New] = Seen.try_emplace(Entry.Key, Entry.At);
    if (New)
      Out.Entries.push_back(std::move(Entry));
    else
      File.error(Entry.At, "key '" + Entry.Key + "' given twice; the first " +
                               "is at line " + Twine(File.line(First->second)) +
                               "; expected it once");
  }
  return true;
}

bool YamlFile::read(YamlValue &Root) {
  yaml::Stream Stream(Text, Sources, /*ShowColors=*/false);
  auto Document = Stream.begin();
  if (Document == Stream.end() || Stream.failed())
    return false;
  yaml::Node *N = Document->getRoot();
  if (!N || Stream.failed())
    return false;
  if (!Builder(*this).build(N, Root, 0) || Stream.failed())
    return false;
  if (++Document == Stream.end())
    return !Stream.failed();
  error(Root.At, "several YAML documents; expected one");
  return false;
}

} // namespace secret
