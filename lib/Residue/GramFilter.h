//===- GramFilter.h - Where might a pattern be? -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every piece that counts is longer than a gram (4 or 5 bytes) plus the stride
// (up to 4), so one of the grams at every STRIDE-th address lies inside it. A
// bitmap of hashes rejects nearly all of them; a hash table says which place in
// which pattern the rest may be. What is found is a candidate, to be compared.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_GRAMFILTER_H
#define SECRET_TIDY_RESIDUE_GRAMFILTER_H

#include "Residue/Encoding.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace secret {
namespace residue {

/// What is compared: the bytes, or each byte XORed with the next, which is the
/// same whatever one byte the secret was XORed with.
enum class GramKind : uint8_t { Bytes, Differences };

class GramFilter {
public:
  /// Over those of \p Patterns that are of \p Kind, which must outlive the
  /// filter. Tables hold pieces of secrets, so they are in \p Arena.
  GramFilter(llvm::ArrayRef<Pattern> Patterns, GramKind Kind,
             SecureArena &Arena);

  bool empty() const { return !NumEntries; }
  GramKind kind() const { return Kind; }

  /// Bytes behind the data of a scan that must be readable.
  static constexpr size_t Slack = 128;

  /// (offset in the data, pattern, offset in the pattern)
  using Candidate = llvm::function_ref<void(size_t, uint32_t, uint32_t)>;

  /// Calls \p Report for the candidates in \p Size bytes at \p Data. The
  /// address of the first one is a multiple of 4.
  void scan(const uint8_t *Data, size_t Size, Candidate Report) const;

private:
  struct Entry {
    SECRET uint64_t Gram;
    uint32_t Pattern; // plus one; 0 is an empty entry
    uint32_t Offset;
  };

  void chooseShape();
  void addPattern(uint32_t Index);
  void addGram(uint64_t Gram, uint32_t Index, uint32_t Offset);
  uint64_t gramAt(const uint8_t *At) const;
  size_t countGrams() const;
  template <typename Function>
  void forEachGram(const Pattern &P, Function Visit) const;
  bool concerns(const Pattern &P) const;
  void lookUp(const uint8_t *Data, size_t At, Candidate Report) const;
  void scanPiece(const uint8_t *Data, size_t Size, Candidate Report) const;
  template <unsigned Length, unsigned Stride, GramKind K>
  void scanSized(const uint8_t *Data, size_t Size, Candidate Report) const;
  template <unsigned Length, unsigned Stride, GramKind K, unsigned Bits>
  void scanWith(const uint8_t *Data, size_t Size, Candidate Report) const;

  llvm::ArrayRef<Pattern> Patterns;
  GramKind Kind;
  unsigned Length = 5;
  unsigned Stride = 4;
  size_t NumEntries = 0;
  unsigned BitmapBits = 0;
  uint64_t *Bitmap = nullptr;
  size_t TableMask = 0;
  Entry *Table = nullptr;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_GRAMFILTER_H
