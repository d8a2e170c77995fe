//===- GramFilter.cpp - Where might a pattern be? -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/GramFilter.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/MathExtras.h"
#include <cstring>

using namespace secret::residue;

static constexpr uint64_t Multiplier = 0x9E3779B97F4A7C15ULL;

/// Bits of an index into the bitmap: 128 KiB, which a core has near, and 8 MiB
/// for secrets of many kilobytes.
static constexpr unsigned SmallBitmap = 20, LargeBitmap = 26;

static uint64_t load(const uint8_t *At) {
  uint64_t Word;
  memcpy(&Word, At, sizeof Word);
  return Word;
}

/// The hash of the gram at \p At. The product shifts what is behind it out.
template <unsigned Length, GramKind K>
static uint64_t hashAt(const uint8_t *At) {
  uint64_t Word = load(At);
  if (K == GramKind::Differences)
    Word ^= Word >> 8;
  return Word * (Multiplier << (64 - 8 * Length));
}

/// Whether all \p Size bytes (a multiple of 8) are zero.
static bool isZero(const uint8_t *Data, size_t Size) {
  constexpr size_t Step = 256;
  for (size_t I = 0; I + Step <= Size; I += Step) {
    uint64_t Any = 0;
    for (size_t J = 0; J != Step; J += 8)
      Any |= load(Data + I + J);
    if (Any)
      return false;
  }
  for (size_t I = Size / Step * Step; I < Size; I += 8)
    if (load(Data + I))
      return false;
  return true;
}

GramFilter::GramFilter(llvm::ArrayRef<Pattern> Patterns, GramKind Kind,
                       SecureArena &Arena)
    : Patterns(Patterns), Kind(Kind) {
  chooseShape();
  NumEntries = countGrams();
  if (empty())
    return;
  // At most one bit in 128 is set, as long as that is possible.
  BitmapBits = NumEntries <= 1 << 13 ? SmallBitmap : LargeBitmap;
  Bitmap = reinterpret_cast<uint64_t *>(
      Arena.allocate(size_t(1) << (BitmapBits - 3)));
  size_t TableSize = size_t(2) << llvm::Log2_64_Ceil(NumEntries);
  TableMask = TableSize - 1;
  Table = reinterpret_cast<Entry *>(Arena.allocate(TableSize * sizeof(Entry)));
  for (uint32_t I = 0; I != Patterns.size(); ++I)
    if (concerns(Patterns[I]))
      addPattern(I);
}

bool GramFilter::concerns(const Pattern &P) const {
  return (P.Form == Encoding::Xor) == (Kind == GramKind::Differences);
}

void GramFilter::chooseShape() {
  uint32_t Shortest = UINT32_MAX;
  for (const Pattern &P : Patterns)
    if (concerns(P))
      Shortest = std::min(Shortest, P.MinRun);
  // One difference fewer than bytes.
  if (Kind == GramKind::Differences)
    --Shortest;
  Length = Kind == GramKind::Bytes ? (Shortest >= 8 ? 5 : 4)
                                   : (Shortest >= 7 ? 4 : 3);
  Stride = Shortest >= Length + 3 ? 4 : 1;
}

uint64_t GramFilter::gramAt(const uint8_t *At) const {
  uint64_t Word = 0;
  bool More = Kind == GramKind::Differences;
  memcpy(&Word, At, Length + More);
  return (More ? Word ^ Word >> 8 : Word) << (64 - 8 * Length);
}

/// Not every gram is needed: at each alignment, one in every piece that counts
/// is enough. (32: not all of them may lie in a page of zeros, see scan.)
template <typename Function>
void GramFilter::forEachGram(const Pattern &P, Function Visit) const {
  uint32_t Bytes = Length + (Kind == GramKind::Differences);
  if (P.Size < Bytes)
    return;
  uint32_t Period = std::min(P.MinRun - Bytes + 1, 32u) / Stride * Stride;
  for (uint32_t Offset = 0; Offset + Bytes <= P.Size; ++Offset)
    if (Offset % Period < Stride)
      Visit(Offset);
}

size_t GramFilter::countGrams() const {
  size_t Count = 0;
  for (const Pattern &P : Patterns)
    if (concerns(P))
      forEachGram(P, [&](uint32_t) { ++Count; });
  return Count;
}

void GramFilter::addPattern(uint32_t Index) {
  const Pattern &P = Patterns[Index];
  forEachGram(P, [&](uint32_t Offset) {
    addGram(gramAt(P.Bytes + Offset), Index, Offset);
  });
}

void GramFilter::addGram(uint64_t Gram, uint32_t Index, uint32_t Offset) {
  uint64_t Hash = Gram * Multiplier;
  uint64_t Bit = Hash >> (64 - BitmapBits);
  Bitmap[Bit / 64] |= uint64_t(1) << Bit % 64;
  size_t At = (Hash >> 20) & TableMask;
  while (Table[At].Pattern)
    At = (At + 1) & TableMask;
  Table[At] = {Gram, Index + 1, Offset};
}

void GramFilter::lookUp(const uint8_t *Data, size_t At,
                        Candidate Report) const {
  uint64_t Gram = gramAt(Data + At);
  for (size_t I = ((Gram * Multiplier) >> 20) & TableMask; Table[I].Pattern;
       I = (I + 1) & TableMask)
    if (Table[I].Gram == Gram)
      Report(At, Table[I].Pattern - 1, Table[I].Offset);
}

template <unsigned Length, unsigned Stride, GramKind K, unsigned Bits>
void GramFilter::scanWith(const uint8_t *Data, size_t Size,
                          Candidate Report) const {
  constexpr unsigned Group = 16;
  // A local: the compiler need not fear that the data overlaps it.
  const uint64_t *Map = Bitmap;
  auto Test = [Map](const uint8_t *At) {
    uint64_t Bit = hashAt<Length, K>(At) >> (64 - Bits);
    return Map[Bit / 64] >> (Bit % 64);
  };
  for (size_t At = 0; At < Size; At += Group * Stride) {
    uint64_t Any = 0;
    for (unsigned I = 0; I != Group; ++I)
      Any |= Test(Data + At + I * Stride);
    if (LLVM_LIKELY(!(Any & 1)))
      continue;
    uint32_t Hits = 0;
    for (unsigned I = 0; I != Group; ++I)
      Hits |= uint32_t(Test(Data + At + I * Stride) & 1) << I;
    for (; Hits; Hits &= Hits - 1) {
      size_t Hit = At + llvm::countr_zero(Hits) * Stride;
      if (Hit < Size)
        lookUp(Data, Hit, Report);
    }
  }
}

template <unsigned Length, unsigned Stride, GramKind K>
void GramFilter::scanSized(const uint8_t *Data, size_t Size,
                           Candidate Report) const {
  if (BitmapBits == SmallBitmap)
    scanWith<Length, Stride, K, SmallBitmap>(Data, Size, Report);
  else
    scanWith<Length, Stride, K, LargeBitmap>(Data, Size, Report);
}

void GramFilter::scanPiece(const uint8_t *Data, size_t Size,
                           Candidate Report) const {
  constexpr GramKind Bytes = GramKind::Bytes;
  constexpr GramKind Differences = GramKind::Differences;
  if (Kind == Bytes && Length == 5)
    scanSized<5, 4, Bytes>(Data, Size, Report);
  else if (Kind == Bytes && Stride == 4)
    scanSized<4, 4, Bytes>(Data, Size, Report);
  else if (Kind == Bytes)
    scanSized<4, 1, Bytes>(Data, Size, Report);
  else if (Length == 4)
    scanSized<4, 4, Differences>(Data, Size, Report);
  else
    scanSized<3, 1, Differences>(Data, Size, Report);
}

void GramFilter::scan(const uint8_t *Data, size_t Size,
                      Candidate Report) const {
  // All-zero pages need no look but at their borders: a piece that counts has
  // something else in it, so its part in here is near one of them.
  constexpr size_t Page = 4096, Border = 64;
  auto Run = [&](size_t Begin, size_t End) {
    scanPiece(Data + Begin, End - Begin,
              [&](size_t At, uint32_t Pattern, uint32_t Offset) {
                Report(Begin + At, Pattern, Offset);
              });
  };
  for (size_t Begin = 0; Begin < Size; Begin += Page) {
    size_t End = std::min(Size, Begin + Page);
    if (End - Begin != Page || !isZero(Data + Begin, Page)) {
      Run(Begin, End);
      continue;
    }
    Run(Begin, Begin + Border);
    Run(End - Border, End);
  }
}
