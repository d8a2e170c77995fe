//===- StoredFacts.cpp - A unit's facts in a file -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line with the version, a checksum, and sections: strings, models, places,
// what is always read (options, types, entries), and the facts of each entry.
// Numbers are LEB128; strings, models and places are indices of their sections.
//
//===----------------------------------------------------------------------===//

#include "StoredFacts.h"
#include "FactsFields.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <deque>

using namespace secret;
using llvm::StringRef;

/// Goes up when a structure in Fact.h or Model.h, or the file, changes.
static constexpr StringRef Title = "secret-tidy facts, version 1\n";
static constexpr size_t ChecksumSize = sizeof(uint64_t);

namespace secret {

template <typename IO> void fields(IO &A, StoredEntry &E) {
  all(A, E.Usr, E.Signature, E.IsExported, E.IsWeak, E.IsRoot, E.HasFacts,
      E.Outcome, E.Callees, E.Elsewhere);
}

template <typename IO> void fields(IO &A, AnalysisOptions &O) {
  forEachOption(O, [&](const char *, auto &Value) { value(A, Value); });
}

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
void writePlaces(FactsWriter &To, Pool &Shared, SpellPlaceInFile Spell) {
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

/// Reads one section.
class FactsReader {
public:
  struct Tables {
    std::vector<StringRef> Strings;
    std::vector<uint32_t> PlaceOrder;
    std::deque<FunctionModel> Models;
  };

  FactsReader(const Tables &Shared, StringRef Bytes)
      : Shared(Shared), Next(Bytes.bytes_begin()), End(Bytes.bytes_end()) {}
  bool isDamaged() const { return Damaged; }

  template <typename T> void number(T &V) {
    V = static_cast<T>(decode<int64_t>(llvm::decodeSLEB128));
  }
  uint64_t size() { return decode<uint64_t>(llvm::decodeULEB128); }
  /// The number of items, of which each takes a byte or more.
  size_t count() {
    uint64_t N = size();
    Damaged |= N > static_cast<size_t>(End - Next);
    return Damaged ? 0 : N;
  }
  void text(StringRef &V) {
    if (uint64_t Id = size(); isIn(Id, Shared.Strings.size()))
      V = Shared.Strings[Id];
  }
  void text(std::string &V) {
    StringRef Text;
    text(Text);
    V = Text.str();
  }
  void place(Place &P) {
    uint64_t Id = size();
    P = Id && isIn(Id - 1, Shared.PlaceOrder.size())
            ? Shared.PlaceOrder[Id - 1] + 1
            : 0;
  }
  void model(const FunctionModel *&M) {
    uint64_t Id = size();
    M = Id && isIn(Id - 1, Shared.Models.size()) ? &Shared.Models[Id - 1]
                                                 : nullptr;
  }
  template <typename Body> void nested(Body Fields) { Fields(); }
  template <typename List, typename Body> void each(List &Items, Body Item) {
    Items.clear();
    for (size_t Left = count(); Left && !Damaged; --Left) {
      Items.emplace_back();
      Item(Items.back());
    }
  }
  StringRef raw() {
    size_t Length = count();
    StringRef Text(reinterpret_cast<const char *>(Next), Length);
    Next += Length;
    return Text;
  }

private:
  template <typename T, typename Decoder> T decode(Decoder Decode) {
    unsigned Length = 0;
    const char *Problem = nullptr;
    T V = Decode(Next, &Length, End, &Problem);
    Damaged |= Problem != nullptr;
    Next = Damaged ? End : Next + Length;
    return Damaged ? 0 : V;
  }
  bool isIn(uint64_t Id, size_t Size) {
    Damaged |= Id >= Size;
    return !Damaged;
  }

  const Tables &Shared;
  const uint8_t *Next;
  const uint8_t *End;
  bool Damaged = false;
};

} // namespace secret

/// The sections, with what vouches for them in front.
static std::string seal(llvm::ArrayRef<StringRef> Sections) {
  std::string All;
  for (StringRef Section : Sections)
    All += Section;
  uint64_t Checksum = llvm::xxh3_64bits(All);
  std::string Sealed = Title.str();
  Sealed.append(reinterpret_cast<const char *>(&Checksum), ChecksumSize);
  return Sealed += All;
}

std::string secret::storeFacts(AnalysisOptions Options,
                               std::vector<StoredEntry> Entries,
                               FactsOfEntry Facts, TypeTable Types,
                               SpellPlaceInFile Spell) {
  Pool Shared;
  FactsWriter Always(Shared), Blobs(Shared), Models(Shared), Places(Shared),
      Strings(Shared);
  fields(Always, Options);
  value(Always, Types.Types);
  value(Always, Entries);
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

static llvm::Error replaceFile(StringRef Path, StringRef Content) {
  auto Temporary = llvm::sys::fs::TempFile::create(Path + ".%%%%%%%%");
  if (!Temporary)
    return Temporary.takeError();
  llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << Content;
  OS.flush();
  if (std::error_code EC = OS.error()) {
    OS.clear_error();
    return llvm::joinErrors(llvm::errorCodeToError(EC), Temporary->discard());
  }
  return Temporary->keep(Path);
}

llvm::Error secret::writeStoredFacts(StringRef Path, StringRef Content) {
  llvm::Error E = replaceFile(Path, Content);
  if (!E)
    return E;
  return llvm::createStringError("cannot write '" + Path +
                                 "': " + llvm::toString(std::move(E)));
}

struct StoredFacts::File {
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  FactsReader::Tables Tables;
  std::deque<std::vector<Effect>> Effects;
  std::vector<std::string> Places; ///< spelled; by place, from 1 on
  llvm::StringMap<Place> PlaceIds;
  AnalysisOptions Options;
  TypeTable Types;
  std::vector<StoredEntry> Entries;
  std::vector<StringRef> Blobs; ///< by entry

  bool read(StringRef Bytes);
  void readModels(FactsReader &From);
  void readPlaces(FactsReader &From);
  bool isConsistent() const;
};

void StoredFacts::File::readModels(FactsReader &From) {
  for (size_t Left = From.count(); Left && !From.isDamaged(); --Left) {
    FunctionModel &M = Tables.Models.emplace_back();
    fields(From, M);
    value(From, Effects.emplace_back());
    M.Effects = Effects.back();
  }
}

void StoredFacts::File::readPlaces(FactsReader &From) {
  size_t Number = From.count();
  for (size_t I = 0; I != Number && !From.isDamaged(); ++I) {
    StringRef Name;
    From.text(Name);
    uint64_t Line = From.size(), Column = From.size();
    std::string Text;
    if (!Name.empty())
      Text = (Name + ":" + llvm::Twine(Line) + ":" + llvm::Twine(Column)).str();
    Places.push_back(std::move(Text));
    PlaceIds.try_emplace(Places.back(), Places.size());
  }
  for (size_t I = 0; I != Number && !From.isDamaged(); ++I)
    Tables.PlaceOrder.push_back(From.size());
}

/// Whether all ids of entries lie in the table.
bool StoredFacts::File::isConsistent() const {
  for (const StoredEntry &E : Entries)
    for (FunctionId Callee : E.Callees)
      if (Callee >= Entries.size())
        return false;
  return true;
}

bool StoredFacts::File::read(StringRef Bytes) {
  FactsReader From(Tables, Bytes);
  for (size_t Left = From.count(); Left && !From.isDamaged(); --Left)
    Tables.Strings.push_back(From.raw());
  readModels(From);
  readPlaces(From);
  fields(From, Options);
  value(From, Types.Types);
  value(From, Entries);
  for (const StoredEntry &E : Entries)
    Blobs.push_back(E.HasFacts ? From.raw() : StringRef());
  return !From.isDamaged() && isConsistent();
}

StoredFacts::StoredFacts(std::unique_ptr<File> Impl) : Impl(std::move(Impl)) {}
StoredFacts::StoredFacts(StoredFacts &&) noexcept = default;
StoredFacts &StoredFacts::operator=(StoredFacts &&) noexcept = default;
StoredFacts::~StoredFacts() = default;

static llvm::Error unusable(StringRef Path, const llvm::Twine &Why) {
  return llvm::createStringError("'" + Path + "' " + Why +
                                 "; run the audit again");
}

llvm::Expected<StoredFacts> StoredFacts::read(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return unusable(Path, "cannot be read: " + Buffer.getError().message());
  return read(std::move(*Buffer));
}

llvm::Expected<StoredFacts>
StoredFacts::read(std::unique_ptr<llvm::MemoryBuffer> Content) {
  StringRef Bytes = Content->getBuffer();
  if (!Bytes.consume_front(Title))
    return unusable(Content->getBufferIdentifier(),
                    "holds no facts of this version of secret-tidy");
  auto Impl = std::make_unique<File>();
  uint64_t Checksum = 0;
  if (Bytes.size() >= ChecksumSize)
    memcpy(&Checksum, Bytes.data(), ChecksumSize);
  Bytes = Bytes.drop_front(std::min(Bytes.size(), ChecksumSize));
  if (Checksum != llvm::xxh3_64bits(Bytes) || !Impl->read(Bytes))
    return unusable(Content->getBufferIdentifier(), "is damaged");
  Impl->Buffer = std::move(Content);
  return StoredFacts(std::move(Impl));
}

const AnalysisOptions &StoredFacts::options() const { return Impl->Options; }
llvm::ArrayRef<StoredEntry> StoredFacts::entries() const {
  return Impl->Entries;
}
const TypeTable &StoredFacts::types() const { return Impl->Types; }

/// The checksum has vouched for the bytes.
FunctionFacts StoredFacts::facts(size_t Entry) const {
  FunctionFacts F;
  FactsReader From(Impl->Tables, Impl->Blobs[Entry]);
  fields(From, F);
  return F;
}

std::string StoredFacts::spell(Place P) const {
  return P && P <= Impl->Places.size() ? Impl->Places[P - 1] : "";
}

Place StoredFacts::find(StringRef Text) {
  auto [It, New] = Impl->PlaceIds.try_emplace(Text, Impl->Places.size() + 1);
  if (New)
    Impl->Places.push_back(Text.str());
  return It->second;
}
