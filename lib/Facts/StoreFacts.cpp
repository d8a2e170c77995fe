//===- StoreFacts.cpp - Write a unit's facts to a file --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Files/WholeFile.h"
#include "StoredFormat.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace secret;
using llvm::StringRef;

namespace secret {
namespace {
/// What facts refer to, each once, numbered by first use.
struct Pool {
  llvm::StringMap<uint32_t> StringIds;
  std::vector<StringRef> Strings; ///< keys of StringIds
  llvm::DenseMap<Place, uint32_t> PlaceIds;
  std::vector<Place> Places;
  llvm::DenseMap<const FunctionModel *, uint32_t> ModelIds;
  std::vector<const FunctionModel *> Models;

  uint32_t idOf(StringRef Text) {
    auto [It, New] = StringIds.try_emplace(Text, Strings.size());
    if (New)
      Strings.push_back(It->getKey());
    return It->second;
  }
  template <typename T>
  static uint32_t idOf(T Item, llvm::DenseMap<T, uint32_t> &Ids,
                       std::vector<T> &Items) {
    auto [It, New] = Ids.try_emplace(Item, Items.size());
    if (New)
      Items.push_back(Item);
    return It->second;
  }
};

} // namespace

// Not in an unnamed namespace: the fields of standard types are found by these
// classes' own.
class FactsWriter {
public:
  explicit FactsWriter(Pool &Shared) : Shared(Shared), OS(Bytes) {}
  StringRef bytes() const { return Bytes; }

  template <typename T> void number(T &V) {
    llvm::encodeSLEB128(static_cast<int64_t>(V), OS);
  }
  void size(uint64_t N) { llvm::encodeULEB128(N, OS); }
  void text(StringRef V) { size(Shared.idOf(V)); }
  void place(Place &P) {
    size(P ? 1 + Pool::idOf(P, Shared.PlaceIds, Shared.Places) : 0);
  }
  void model(const FunctionModel *&M) {
    size(M ? 1 + Pool::idOf(M, Shared.ModelIds, Shared.Models) : 0);
  }
  template <typename Body> void nested(Body Fields) { Fields(); }
  template <typename List, typename Body> void each(List &Items, Body Item) {
    size(Items.size());
    for (auto &V : Items)
      Item(V);
  }
  void raw(StringRef Text) {
    size(Text.size());
    OS << Text;
  }

private:
  Pool &Shared;
  llvm::SmallString<0> Bytes;
  llvm::raw_svector_ostream OS;
};

namespace {
/// Effects are written with the models, which name them by reference.
void writeModels(FactsWriter &To, Pool &Shared) {
  To.size(Shared.Models.size());
  for (const FunctionModel *M : Shared.Models) {
    FunctionModel Copy = *M;
    fields(To, Copy);
    std::vector<Effect> Effects = M->Effects;
    value(To, Effects);
  }
}

/// Ordered as in the process that parsed, which the dataflow relies on.
void writePlaces(FactsWriter &To, Pool &Shared, SpellPlace Spell) {
  std::vector<Place> Sorted = Shared.Places;
  llvm::sort(Sorted);
  To.size(Sorted.size());
  for (Place P : Sorted) {
    std::string Text = Spell(P);
    auto [Head, Column] = StringRef(Text).rsplit(':');
    auto [Name, Line] = Head.rsplit(':');
    To.text(Name);
    unsigned Number = 0;
    for (StringRef Each : {Line, Column}) {
      if (Each.getAsInteger(10, Number))
        Number = 0;
      To.size(Number);
    }
  }
  for (Place P : Shared.Places)
    To.size(llvm::lower_bound(Sorted, P) - Sorted.begin());
}

void writeStrings(FactsWriter &To, const Pool &Shared) {
  To.size(Shared.Strings.size());
  for (StringRef Text : Shared.Strings)
    To.raw(Text);
}

} // namespace

} // namespace secret

/// The sections, with what vouches for them in front.
static std::string seal(llvm::ArrayRef<StringRef> Sections) {
  std::string All;
  for (StringRef Section : Sections)
    All += Section;
  uint64_t Checksum = llvm::xxh3_64bits(All);
  std::string Sealed = StoredTitle.str();
  Sealed.append(reinterpret_cast<const char *>(&Checksum), ChecksumSize);
  return Sealed += All;
}

std::string secret::storeFacts(AnalysisOptions Options,
                               std::vector<StoredEntry> Entries,
                               std::vector<StoredTarget> Targets,
                               FactsOfEntry Facts, TypeTable Types,
                               SpellPlace Spell) {
  Pool Shared;
  FactsWriter Always(Shared), Blobs(Shared), Models(Shared), Places(Shared),
      Strings(Shared);
  fields(Always, Options);
  value(Always, Types.Types);
  value(Always, Entries);
  value(Always, Targets);
  for (size_t I = 0; I != Entries.size(); ++I) {
    if (!Entries[I].HasFacts)
      continue;
    FactsWriter Blob(Shared);
    fields(Blob, Facts(I));
    Blobs.raw(Blob.bytes());
  }
  writeModels(Models, Shared);
  writePlaces(Places, Shared, Spell);
  writeStrings(Strings, Shared);
  return seal({Strings.bytes(), Models.bytes(), Places.bytes(), Always.bytes(),
               Blobs.bytes()});
}

llvm::Error secret::writeStoredFacts(StringRef Path, StringRef Content) {
  return writeWholeFile(Path, [&](llvm::raw_ostream &OS) { OS << Content; });
}
