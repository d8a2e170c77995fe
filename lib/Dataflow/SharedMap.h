//===- SharedMap.h - A small map that copies share --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dataflow copies a state at every branch and compares it at every join,
// and mostly the copies stay equal: what copies share until one of them writes
// costs a pointer to copy, and a pointer to compare.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_SHAREDMAP_H
#define SECRET_TIDY_DATAFLOW_SHAREDMAP_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/STLExtras.h"
#include <utility>
#include <vector>

namespace secret {

/// A value that copies share until one of them is edited.
template <typename T> class Shared {
public:
  Shared() = default;
  Shared(T Value) : Data(new Box(std::move(Value))) {}
  Shared(const Shared &) = default;
  Shared(Shared &&O) noexcept : Data(std::move(O.Data)) {}
  Shared &operator=(const Shared &) = default;
  Shared &operator=(Shared &&O) noexcept {
    Data = std::move(O.Data);
    return *this;
  }

  const T &operator*() const { return Data ? Data->Value : nothing(); }
  const T *operator->() const { return &**this; }
  /// Its own copy. The reference is good until the value is copied again.
  T &edit() {
    if (!Data)
      Data = new Box(T());
    else if (Data->UseCount() > 1)
      Data = new Box(Data->Value);
    return Data->Value;
  }
  /// No copy shares it: edit() copies nothing.
  bool isUnique() const { return Data && Data->UseCount() == 1; }
  bool sharesWith(const Shared &O) const { return Data == O.Data; }
  bool operator==(const Shared &O) const {
    return sharesWith(O) || **this == *O;
  }

private:
  struct Box : llvm::RefCountedBase<Box> {
    explicit Box(T Value) : Value(std::move(Value)) {}
    T Value;
  };
  static const T &nothing() {
    static const T Nothing{};
    return Nothing;
  }
  llvm::IntrusiveRefCntPtr<Box> Data;
};

/// Entries sorted by key, shared between copies until one is changed.
template <typename K, typename V> class SharedMap {
public:
  using Entry = std::pair<K, V>;
  using const_iterator = typename std::vector<Entry>::const_iterator;

  const_iterator begin() const { return Entries->begin(); }
  const_iterator end() const { return Entries->end(); }
  size_t size() const { return Entries->size(); }
  const_iterator lower_bound(const K &Key) const {
    return llvm::lower_bound(*Entries, Key, [](const Entry &E, const K &K_) {
      return E.first < K_;
    });
  }
  const_iterator find(const K &Key) const {
    auto It = lower_bound(Key);
    return It != end() && It->first == Key ? It : end();
  }
  bool count(const K &Key) const { return find(Key) != end(); }

  /// The value of \p Key to change, made anew if there is none.
  V &operator[](const K &Key) {
    return findOrMake(Key, [] { return V(); });
  }
  /// The value of \p Key to change, or what \p Make returns if there is none.
  template <typename Function> V &findOrMake(const K &Key, Function Make) {
    auto It = lower_bound(Key);
    bool Exists = It != end() && It->first == Key;
    size_t At = It - begin();
    if (Exists)
      return Entries.edit()[At].second;
    Entry New(Key, Make());
    if (!Entries.isUnique()) {
      std::vector<Entry> Own;
      Own.reserve(size() + 4); // who writes mostly adds
      Own.assign(begin(), end());
      Entries = Shared<std::vector<Entry>>(std::move(Own));
    }
    std::vector<Entry> &Own = Entries.edit();
    return Own.insert(Own.begin() + At, std::move(New))->second;
  }
  void erase(const K &Key) {
    if (auto It = find(Key); It != end())
      erase(It, std::next(It));
  }
  void erase(const_iterator From, const_iterator To) {
    if (From == To)
      return;
    size_t First = From - begin(), Last = To - begin();
    std::vector<Entry> &Own = Entries.edit();
    Own.erase(Own.begin() + First, Own.begin() + Last);
  }
  template <typename Predicate> void eraseIf(Predicate Unwanted) {
    if (llvm::any_of(*Entries, Unwanted))
      llvm::erase_if(Entries.edit(), Unwanted);
  }
  void clear() { Entries = Shared<std::vector<Entry>>(); }

  bool sharesWith(const SharedMap &O) const {
    return Entries.sharesWith(O.Entries);
  }
  bool operator==(const SharedMap &O) const { return Entries == O.Entries; }

private:
  Shared<std::vector<Entry>> Entries;
};

/// Calls \p See(key, mine or null, theirs or null) for every key of both.
template <typename K, typename V, typename Function>
void forEachKey(const SharedMap<K, V> &Mine, const SharedMap<K, V> &Theirs,
                Function See) {
  auto A = Mine.begin(), B = Theirs.begin();
  while (A != Mine.end() || B != Theirs.end()) {
    if (B == Theirs.end() || (A != Mine.end() && A->first < B->first)) {
      See(A->first, &A->second, static_cast<const V *>(nullptr));
      ++A;
    } else if (A == Mine.end() || B->first < A->first) {
      See(B->first, static_cast<const V *>(nullptr), &B->second);
      ++B;
    } else {
      See(A->first, &A->second, &B->second);
      ++A;
      ++B;
    }
  }
}

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_SHAREDMAP_H
