//===- ArenaMap.h - A map from keys to values that never change -*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// States are copied at every branch and compared at every join, and mostly hold
// the same values. So values are made once, in an arena that lives as long as
// the analysis of the function, and are not changed after that: maps hold
// pointers to them, copy those and compare those.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_ARENAMAP_H
#define SECRET_TIDY_DATAFLOW_ARENAMAP_H

#include "SharedMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Allocator.h"

namespace secret {

/// Entries sorted by key, shared between copies until one is changed. The arena
/// that the map is made with must outlive it and its copies.
template <typename K, typename V> class ArenaMap {
public:
  using Arena = llvm::SpecificBumpPtrAllocator<V>;
  struct Entry {
    K Key;
    const V *Value;
  };
  /// Entries for a join to build; few functions have more.
  using Table = llvm::SmallVector<Entry, 8>;

  class const_iterator {
  public:
    using Reference = std::pair<const K &, const V &>;
    struct Arrow {
      Reference To;
      const Reference *operator->() const { return &To; }
    };
    explicit const_iterator(const Entry *At) : At(At) {}
    Reference operator*() const { return {At->Key, *At->Value}; }
    Arrow operator->() const { return {**this}; }
    const_iterator &operator++() {
      ++At;
      return *this;
    }
    bool operator==(const const_iterator &O) const { return At == O.At; }
    bool operator!=(const const_iterator &O) const { return At != O.At; }

  private:
    const Entry *At;
    friend class ArenaMap;
  };

  explicit ArenaMap(Arena &Values) : Values(&Values) {}

  const_iterator begin() const { return const_iterator(Entries->begin()); }
  const_iterator end() const { return const_iterator(Entries->end()); }
  llvm::ArrayRef<Entry> entries() const { return *Entries; }
  const_iterator lower_bound(const K &Key) const {
    if (Entries->empty() || Entries->back().Key < Key)
      return end(); // what is made in order is added in order
    return const_iterator(
        llvm::lower_bound(*Entries, Key, [](const Entry &E, const K &Other) {
          return E.Key < Other;
        }));
  }
  const_iterator find(const K &Key) const {
    auto It = lower_bound(Key);
    return It != end() && It.At->Key == Key ? It : end();
  }
  bool count(const K &Key) const { return find(Key) != end(); }

  /// The value of \p Key to change: a copy of the old one, if there is one. The
  /// reference is good until the map is copied or asked for the key again.
  V &operator[](const K &Key) {
    auto It = lower_bound(Key);
    bool Exists = It != end() && It.At->Key == Key;
    V *New = Exists ? make(*It.At->Value) : make(V());
    put(It, Exists, Key, New);
    return *New;
  }
  /// Gives \p Key the value \p New, whatever it had.
  template <typename Value> void set(const K &Key, Value &&New) {
    const V *Made = make(std::forward<Value>(New));
    auto It = lower_bound(Key);
    put(It, It != end() && It.At->Key == Key, Key, Made);
  }
  /// Adds entries whose keys it does not have; both are sorted.
  void add(llvm::ArrayRef<std::pair<K, const V *>> New) {
    if (New.empty())
      return;
    Table Both;
    Both.reserve(Entries->size() + New.size() + 4);
    auto It = Entries->begin();
    for (const auto &[Key, Value] : New) {
      for (; It != Entries->end() && It->Key < Key; ++It)
        Both.push_back(*It);
      Both.push_back({Key, Value});
    }
    Both.append(It, Entries->end());
    replace(std::move(Both));
  }
  void erase(const K &Key) {
    if (auto It = find(Key); It != end())
      erase(It, const_iterator(It.At + 1));
  }
  void erase(const_iterator From, const_iterator To) {
    if (From == To)
      return;
    size_t First = From.At - Entries->begin(), Last = To.At - Entries->begin();
    Table &Own = edit();
    Own.erase(Own.begin() + First, Own.begin() + Last);
  }
  /// Removes entries for which \p Unwanted, called with a key, is true.
  template <typename Predicate> void eraseIf(Predicate Unwanted) {
    auto IsUnwanted = [&](const Entry &E) { return Unwanted(E.Key); };
    if (llvm::any_of(*Entries, IsUnwanted))
      llvm::erase_if(edit(), IsUnwanted);
  }
  void clear() { Entries = Shared<Table>(); }
  void replace(Table New) { Entries = Shared<Table>(std::move(New)); }
  template <typename Value> V *make(Value &&New) {
    return new (Values->Allocate()) V(std::forward<Value>(New));
  }

  bool sharesWith(const ArenaMap &O) const {
    return Entries.sharesWith(O.Entries);
  }

private:
  void put(const_iterator It, bool Exists, const K &Key, const V *Value) {
    size_t At = It.At - Entries->begin();
    Table &Own = edit();
    if (Exists)
      Own[At].Value = Value;
    else
      Own.insert(Own.begin() + At, Entry{Key, Value});
  }
  Table &edit() {
    if (!Entries.isUnique()) {
      Table Own;
      Own.reserve(Entries->size() + 4); // who writes mostly adds
      Own.append(Entries->begin(), Entries->end());
      replace(std::move(Own));
    }
    return Entries.edit();
  }

  Shared<Table> Entries;
  Arena *Values;
};

/// Replaces each entry of \p Into by `Join(key, mine or null, theirs or null)`,
/// which may return mine, theirs, a new value of the map, or null for none.
template <typename K, typename V, typename Function>
void joinEntries(ArenaMap<K, V> &Into, const ArenaMap<K, V> &From,
                 Function Join) {
  typename ArenaMap<K, V>::Table Out;
  const V *const None = nullptr;
  llvm::ArrayRef<typename ArenaMap<K, V>::Entry> Mine = Into.entries();
  auto A = Mine.begin(), SameUntil = Mine.begin();
  bool Changed = false;
  auto Add = [&](const K &Key, const V *Old, const V *New) {
    if (!Changed && Old == New) {
      ++SameUntil;
      return;
    }
    if (!Changed) {
      Changed = true;
      Out.reserve(Mine.size() + 4);
      Out.append(Mine.begin(), SameUntil);
    }
    if (New)
      Out.push_back({Key, New});
  };
  for (const auto &B : From.entries()) {
    for (; A != Mine.end() && A->Key < B.Key; ++A)
      Add(A->Key, A->Value, Join(A->Key, A->Value, None));
    if (A == Mine.end() || B.Key < A->Key) {
      if (const V *New = Join(B.Key, None, B.Value))
        Add(B.Key, nullptr, New);
      continue;
    }
    Add(A->Key, A->Value, Join(A->Key, A->Value, B.Value));
    ++A;
  }
  for (; A != Mine.end(); ++A)
    Add(A->Key, A->Value, Join(A->Key, A->Value, None));
  if (Changed)
    Into.replace(std::move(Out));
}

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_ARENAMAP_H
