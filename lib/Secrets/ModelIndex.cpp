//===- ModelIndex.cpp - Find models by name -------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A hash of the exact names and a list of the globs, in an order that makes the
// first match the best one. Both are built once and only read afterwards.
//
//===----------------------------------------------------------------------===//

#include "Catalog.h"
#include "ModelName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace secret {
namespace {

/// The entries of one kind of table.
template <typename Model> class NameTable {
public:
  /// Entries added later are better.
  void add(const Model &M);
  /// Calls \p Take for each entry that matches, best first, until it is true.
  template <typename Callable>
  void forEachMatch(StringRef Name, Callable Take) const;

private:
  struct GlobEntry {
    GlobPattern Pattern;
    const Model *Entry;
  };
  DenseMap<StringRef, SmallVector<const Model *, 1>> Exact;
  std::vector<GlobEntry> Globs;
};

} // namespace

template <typename Model> void NameTable<Model>::add(const Model &M) {
  if (!isGlob(M.Name)) {
    Exact[M.Name].push_back(&M);
    return;
  }
  Expected<GlobPattern> Pattern = compileGlob(M.Name);
  // The parser has rejected those that do not compile.
  if (!Pattern) {
    consumeError(Pattern.takeError());
    return;
  }
  Globs.push_back({std::move(*Pattern), &M});
}

template <typename Model>
template <typename Callable>
void NameTable<Model>::forEachMatch(StringRef Name, Callable Take) const {
  auto Found = Exact.find(Name);
  if (Found != Exact.end())
    for (const Model *M : reverse(Found->second))
      if (Take(*M))
        return;
  for (const GlobEntry &G : reverse(Globs))
    if (G.Pattern.match(Name) && Take(*G.Entry))
      return;
}

/// How much an entry asks of a declaration: what asks more is meant for fewer.
static unsigned constraints(const FunctionModel &F) {
  return 8 * !F.Signature.empty() + 4 * !F.Header.empty() +
         2 * (F.Params >= 0) + F.OnlyWithoutBody;
}

struct ModelIndex::Tables {
  std::vector<ModelTables> Layers;
  NameTable<FunctionModel> Functions;
  NameTable<TagModel> Tags[size_t(TaggedThing::Type) + 1];
  /// How tagged names end.
  StringSet<> LastNames[size_t(TaggedThing::Type) + 1];
  bool HasGlobs[size_t(TaggedThing::Type) + 1] = {};
  NameTable<TypeModel> Types;

  void addLayer(const ModelTables &Layer);
};

void ModelIndex::Tables::addLayer(const ModelTables &Layer) {
  // Of entries for one name, those that ask more are better, then later ones.
  std::vector<std::pair<unsigned, const FunctionModel *>> Ordered;
  for (const FunctionModel &F : Layer.Functions)
    Ordered.emplace_back(constraints(F), &F);
  llvm::sort(Ordered);
  for (const auto &[Rank, F] : Ordered)
    Functions.add(*F);
  for (const TagModel &Tag : Layer.Tags) {
    Tags[size_t(Tag.Thing)].add(Tag);
    size_t Scope = Tag.Name.rfind("::");
    StringRef Last = Tag.Name.substr(Scope == StringRef::npos ? 0 : Scope + 2);
    LastNames[size_t(Tag.Thing)].insert(Last);
    HasGlobs[size_t(Tag.Thing)] |= isGlob(Tag.Name);
  }
  for (const TypeModel &Type : Layer.Types)
    Types.add(Type);
}

ModelIndex::ModelIndex(std::vector<ModelTables> Layers)
    : Impl(std::make_unique<Tables>()) {
  Impl->Layers = std::move(Layers);
  for (const ModelTables &Layer : Impl->Layers)
    Impl->addLayer(Layer);
}

ModelIndex::~ModelIndex() = default;
ModelIndex::ModelIndex(ModelIndex &&) noexcept = default;

std::vector<const FunctionModel *> ModelIndex::functions(StringRef Name) const {
  std::vector<const FunctionModel *> Found;
  Impl->Functions.forEachMatch(Name, [&](const FunctionModel &F) {
    Found.push_back(&F);
    return false;
  });
  return Found;
}

const TypeModel *ModelIndex::type(StringRef Name) const {
  const TypeModel *Found = nullptr;
  Impl->Types.forEachMatch(Name, [&](const TypeModel &Type) {
    Found = &Type;
    return true;
  });
  return Found;
}

const TagModel *ModelIndex::tag(TaggedThing Thing, StringRef Name,
                                int Position) const {
  const TagModel *Found = nullptr;
  Impl->Tags[size_t(Thing)].forEachMatch(Name, [&](const TagModel &Tag) {
    if (Tag.Position != Position)
      return false;
    Found = &Tag;
    return true;
  });
  return Found;
}

ArrayRef<ModelTables> ModelIndex::layers() const { return Impl->Layers; }

bool ModelIndex::mayTag(TaggedThing Thing, StringRef LastName) const {
  return Impl->HasGlobs[size_t(Thing)] ||
         Impl->LastNames[size_t(Thing)].contains(LastName);
}

} // namespace secret
