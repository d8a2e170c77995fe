//===- ModelIndex.cpp - Find models by name -------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables of each layer are sorted, see ModelOrder.h, and only read.
//
//===----------------------------------------------------------------------===//

#include "Catalog.h"
#include "ModelName.h"
#include "ModelOrder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <optional>

using namespace llvm;

namespace secret {
namespace {

/// The entries of one kind of table, of one layer.
template <typename Model> class SortedTable {
public:
  SortedTable(ArrayRef<Model> Models, bool Sorted) : Exact(Models) {
    if (!Sorted) {
      Own.assign(Models.begin(), Models.end());
      sortForLookup(Own);
      Exact = Own;
    }
    size_t Count = countExact(Exact);
    for (const Model &M : Exact.drop_front(Count))
      addGlob(M);
    Exact = Exact.take_front(Count);
  }
  SortedTable(SortedTable &&) noexcept = default;

  /// Calls \p Take for each entry that matches, best first, until it is true.
  template <typename Callable>
  bool forEachExact(StringRef Name, Callable Take) const;
  template <typename Callable>
  bool forEachGlob(StringRef Name, Callable Take) const;

private:
  void addGlob(const Model &M);

  /// Compiled when a name first begins like it: most never do, and one unit
  /// has the index for itself.
  struct GlobEntry {
    const Model *Entry;
    StringRef Prefix; ///< what comes before anything special
    mutable std::optional<GlobPattern> Pattern;

    bool matches(StringRef Name) const;
  };
  std::vector<Model> Own;
  ArrayRef<Model> Exact;
  std::vector<GlobEntry> Globs;
};

} // namespace

template <typename Model> void SortedTable<Model>::addGlob(const Model &M) {
  StringRef Name = M.Name;
  Globs.push_back({&M, Name.substr(0, Name.find_first_of("*?[{\\")), {}});
}

template <typename Model>
bool SortedTable<Model>::GlobEntry::matches(StringRef Name) const {
  // Asked of every name; mostly the first character says it.
  if (!Prefix.empty() && (Name.empty() || Name.front() != Prefix.front()))
    return false;
  if (!Name.starts_with(Prefix))
    return false;
  if (!Pattern) {
    Expected<GlobPattern> Compiled = compileGlob(Entry->Name);
    // The parser has rejected those that do not compile.
    Pattern = cantFail(std::move(Compiled));
  }
  return Pattern->match(Name);
}

template <typename Model>
template <typename Callable>
bool SortedTable<Model>::forEachExact(StringRef Name, Callable Take) const {
  const Model *M = llvm::partition_point(
      Exact, [&](const Model &Entry) { return Entry.Name < Name; });
  for (; M != Exact.end() && M->Name == Name; ++M)
    if (Take(*M))
      return true;
  return false;
}

template <typename Model>
template <typename Callable>
bool SortedTable<Model>::forEachGlob(StringRef Name, Callable Take) const {
  for (const GlobEntry &G : Globs)
    if (G.matches(Name) && Take(*G.Entry))
      return true;
  return false;
}

/// Exact names of all layers, then globs; later layers first.
template <typename Model, typename Callable>
static void forEachMatch(const std::vector<SortedTable<Model>> &Layers,
                         StringRef Name, Callable Take) {
  for (const SortedTable<Model> &Layer : reverse(Layers))
    if (Layer.forEachExact(Name, Take))
      return;
  for (const SortedTable<Model> &Layer : reverse(Layers))
    if (Layer.forEachGlob(Name, Take))
      return;
}

struct ModelIndex::Tables {
  std::vector<ModelTables> Layers;
  std::vector<SortedTable<FunctionModel>> Functions;
  std::vector<SortedTable<TagModel>> Tags;
  std::vector<SortedTable<TypeModel>> Types;
  /// How tagged names end; found out when first asked, since most units hold
  /// nothing to ask for.
  StringSet<> LastNames[size_t(TaggedThing::Type) + 1];
  bool HasGlobs[size_t(TaggedThing::Type) + 1] = {};
  bool KnowsLastNames = false;

  void addLayer(const ModelTables &Layer);
  void addLastNames();
};

void ModelIndex::Tables::addLayer(const ModelTables &Layer) {
  Functions.emplace_back(Layer.Functions, Layer.Sorted);
  Tags.emplace_back(Layer.Tags, Layer.Sorted);
  Types.emplace_back(Layer.Types, Layer.Sorted);
}

void ModelIndex::Tables::addLastNames() {
  KnowsLastNames = true;
  for (const ModelTables &Layer : Layers)
    for (const TagModel &Tag : Layer.Tags) {
      size_t Scope = Tag.Name.rfind("::");
      StringRef Last =
          Tag.Name.substr(Scope == StringRef::npos ? 0 : Scope + 2);
      LastNames[size_t(Tag.Thing)].insert(Last);
      HasGlobs[size_t(Tag.Thing)] |= isGlob(Tag.Name);
    }
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
  forEachMatch(Impl->Functions, Name, [&](const FunctionModel &F) {
    Found.push_back(&F);
    return false;
  });
  return Found;
}

const TypeModel *ModelIndex::type(StringRef Name) const {
  const TypeModel *Found = nullptr;
  forEachMatch(Impl->Types, Name, [&](const TypeModel &Type) {
    Found = &Type;
    return true;
  });
  return Found;
}

const TagModel *ModelIndex::tag(TaggedThing Thing, StringRef Name,
                                int Position) const {
  const TagModel *Found = nullptr;
  forEachMatch(Impl->Tags, Name, [&](const TagModel &Tag) {
    if (Tag.Thing != Thing || Tag.Position != Position)
      return false;
    Found = &Tag;
    return true;
  });
  return Found;
}

ArrayRef<ModelTables> ModelIndex::layers() const { return Impl->Layers; }

bool ModelIndex::mayTag(TaggedThing Thing, StringRef LastName) const {
  if (!Impl->KnowsLastNames)
    Impl->addLastNames();
  return Impl->HasGlobs[size_t(Thing)] ||
         Impl->LastNames[size_t(Thing)].contains(LastName);
}

} // namespace secret
