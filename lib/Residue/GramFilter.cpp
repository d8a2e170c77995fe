//===- GramFilter.cpp - Where might a pattern be? -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/GramFilter.h"
#include "llvm/Support/MathExtras.h"
#include <cstring>

using namespace secret::residue;

static constexpr uint64_t Multiplier = 0x9E3779B97F4A7C15ULL;

static uint64_t load(const uint8_t *At) {
  uint64_t Word;
  memcpy(&Word, At, sizeof Word);
  return Word;
}

/// The gram at the low end of \p Word, in the high bytes.
template <unsigned Length, GramKind K> static uint64_t gramOf(uint64_t Word) {
  if (K == GramKind::Differences)
    Word ^= Word >> 8;
  return Word << (64 - 8 * Length);
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
  // At most one bit in 128 is set, and half of the table.
  unsigned BitmapBits =
      std::max(18u, llvm::Log2_64_Ceil(NumEntries) + 7);
  BitmapShift = 64 - BitmapBits;
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
  uint64_t Bit = Hash >> BitmapShift;
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

template <unsigned Length, unsigned Stride, GramKind K>
void GramFilter::scanWith(const uint8_t *Data, size_t Size,
                          Candidate Report) const {
  constexpr unsigned Group = 16;
  // Locals: the compiler need not fear that the data overlaps them.
  const uint64_t *Bits = Bitmap;
  const unsigned Shift = BitmapShift;
  for (size_t At = 0; At < Size; At += Group * Stride) {
    uint64_t Any = 0;
    for (unsigned I = 0; I != Group; ++I) {
      uint64_t Gram = gramOf<Length, K>(load(Data + At + I * Stride));
      uint64_t Bit = (Gram * Multiplier) >> Shift;
      Any |= Bits[Bit / 64] >> (Bit % 64);
    }
    if (LLVM_LIKELY(!(Any & 1)))
      continue;
    for (unsigned I = 0; I != Group; ++I) {
      uint64_t Gram = gramOf<Length, K>(load(Data + At + I * Stride));
      uint64_t Bit = (Gram * Multiplier) >> Shift;
      if (Bits[Bit / 64] >> (Bit % 64) & 1 && At + I * Stride < Size)
        lookUp(Data, At + I * Stride, Report);
    }
  }
}

void GramFilter::scan(const uint8_t *Data, size_t Size,
                      Candidate Report) const {
  // All-zero pages need no look but at their borders: a piece that counts has
  // something else in it, so its part in here is near one of them.
  constexpr size_t Page = 4096, Border = 64;
  auto Run = [&](size_t Begin, size_t End) {
    auto Shifted = [&](size_t At, uint32_t Pattern, uint32_t Offset) {
      Report(Begin + At, Pattern, Offset);
    };
    const uint8_t *From = Data + Begin;
    size_t Bytes = End - Begin;
    if (Kind == GramKind::Bytes && Length == 5 && Stride == 4)
      scanWith<5, 4, GramKind::Bytes>(From, Bytes, Shifted);
    else if (Kind == GramKind::Bytes && Stride == 4)
      scanWith<4, 4, GramKind::Bytes>(From, Bytes, Shifted);
    else if (Kind == GramKind::Bytes)
      scanWith<4, 1, GramKind::Bytes>(From, Bytes, Shifted);
    else if (Length == 4 && Stride == 4)
      scanWith<4, 4, GramKind::Differences>(From, Bytes, Shifted);
    else
      scanWith<3, 1, GramKind::Differences>(From, Bytes, Shifted);
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
