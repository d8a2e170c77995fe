//===- StoredFacts.cpp - Read a unit's facts from a file ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StoredFormat.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <deque>

using namespace secret;
using llvm::StringRef;

namespace secret {

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

struct StoredFacts::File {
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  FactsReader::Tables Tables;
  std::deque<std::vector<Effect>> Effects;
  std::vector<std::string> Places; ///< spelled; by place, from 1 on
  llvm::StringMap<Place> PlaceIds;
  AnalysisOptions Options;
  TypeTable Types;
  std::vector<StoredEntry> Entries;
  std::vector<StoredTarget> Targets;
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
  return llvm::all_of(Targets, [&](const StoredTarget &T) {
    return T.Entry == NoId || T.Entry < Entries.size();
  });
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
  value(From, Targets);
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
  if (!Bytes.consume_front(StoredTitle))
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
llvm::ArrayRef<StoredTarget> StoredFacts::targets() const {
  return Impl->Targets;
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
