//===- SearchWorker.cpp - One thread of a search --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/SearchWorker.h"
#include "llvm/ADT/STLExtras.h"
#include <cstring>

using namespace llvm;
using namespace secret::residue;

/// A piece may begin with zeros, so some of the hole is kept.
void ChunkQueue::skipHole() {
  constexpr uint64_t Border = 64;
  Span S = Spans[Current];
  uint64_t Begin = S.Begin + Done;
  uint64_t Data = Memory.skipHole(Begin, S.End);
  if (Data == S.End)
    Done = S.size();
  else if (Data - Begin > Border)
    Done = Data - Border - S.Begin;
}

std::optional<Chunk> ChunkQueue::next() {
  std::lock_guard<std::mutex> Guard(Lock);
  while (Current != Spans.size()) {
    skipHole();
    if (Done != Spans[Current].size())
      break;
    ++Current;
    Done = 0;
  }
  if (Current == Spans.size())
    return std::nullopt;
  Span S = Spans[Current];
  uint64_t Begin = S.Begin + Done;
  // Chunks end at multiples of their size, so that grams keep their alignment.
  uint64_t End = std::min(S.End, Begin / ChunkSize * ChunkSize + ChunkSize);
  Done = End - S.Begin;
  return Chunk{{Begin, End}, S};
}

void SearchWorker::run() {
  while (std::optional<Chunk> C = Queue.next())
    searchChunk(*C);
  explicit_bzero(Buffer.data(), Buffer.size());
  clearVectorRegisters();
}

void SearchWorker::searchChunk(const Chunk &C) {
  constexpr uint64_t Page = 4096;
  Around = C.Around;
  SideLoaded = {};
  uint64_t At = C.Bytes.Begin;
  while (At < C.Bytes.End) {
    if (searchMapped({At, C.Bytes.End}))
      return;
    size_t Wanted = C.Bytes.End - At;
    size_t Behind =
        std::min<uint64_t>(GramFilter::Slack, C.Around.End - C.Bytes.End);
    size_t Got = Memory.read(At, Buffer.data(), Wanted + Behind);
    memset(Buffer.data() + Got, 0, Wanted + GramFilter::Slack - Got);
    Bytes = Buffer.data();
    Loaded = {At, At + Got};
    searchLoaded(At, At + std::min(Got, Wanted));
    if (Got >= Wanted)
      return;
    uint64_t Next = std::min(C.Bytes.End, (At + Got) / Page * Page + Page);
    Unread.push_back({At + Got, Next});
    At = Next;
  }
}

bool SearchWorker::searchMapped(Span Where) {
  MappedPiece Piece = Memory.map(Where.Begin, Where.size(), GramFilter::Slack);
  if (!Piece.data())
    return false;
  Bytes = Piece.data();
  Loaded = Where;
  searchLoaded(Where.Begin, Where.End);
  Loaded = {};
  return true;
}

void SearchWorker::searchLoaded(uint64_t Begin, uint64_t End) {
  auto Report = [&](size_t At, uint32_t Pattern, uint32_t Offset) {
    compare(Begin + At, Pattern, Offset);
  };
  for (const GramFilter *Filter : {&Owner.Bytes, &Owner.Differences})
    if (!Filter->empty())
      Filter->scan(Bytes, End - Begin, Report);
}

int SearchWorker::byteAt(uint64_t Address) {
  if (Loaded.contains(Address))
    return Bytes[Address - Loaded.Begin];
  return sideByte(Address);
}

int SearchWorker::sideByte(uint64_t Address) {
  if (!Around.contains(Address))
    return -1;
  if (!SideLoaded.contains(Address)) {
    uint64_t Begin = std::max(Around.Begin, Address / SideSize * SideSize);
    uint64_t End =
        std::min(Around.End, Address / SideSize * SideSize + SideSize);
    SideLoaded = {Begin, Begin + Memory.read(Begin, Side.data(), End - Begin)};
  }
  if (!SideLoaded.contains(Address))
    return -1;
  return Side.data()[Address - SideLoaded.Begin];
}

void SearchWorker::compare(uint64_t Address, uint32_t PatternIndex,
                           uint32_t Offset) {
  uint64_t Start = Address - Offset;
  for (const Seen &S : Recent)
    if (S.Pattern == PatternIndex && S.Start == Start && Address < S.End)
      return;
  const Pattern &P = Owner.patterns()[PatternIndex];
  int First = byteAt(Address);
  if (First < 0)
    return;
  SECRET_PUBLIC uint8_t Key =
      P.Form == Encoding::Xor ? First ^ P.Bytes[Offset] : 0;
  uint32_t Begin = Offset, End = Offset;
  while (Begin && byteAt(Start + Begin - 1) == (P.Bytes[Begin - 1] ^ Key))
    --Begin;
  while (End != P.Size && byteAt(Start + End) == (P.Bytes[End] ^ Key))
    ++End;
  Recent[NextRecent++ % Recent.size()] = {PatternIndex, Start, Start + End};
  if (End - Begin >= P.MinRun && (P.Form != Encoding::Xor || Key))
    accept(P, Start, Begin, End, Key);
}

/// Parts of one or two different bytes are everywhere: filler, not secret.
static bool tellsSomething(const Pattern &P, SecretRange Range) {
  // Compared in place: a set of the bytes seen would be a copy.
  const uint8_t *Bytes = P.SecretBytes;
  uint32_t Second = Range.From;
  while (Second != Range.To && Bytes[Second] == Bytes[Range.From])
    ++Second;
  for (uint32_t Third = Second; Third != Range.To; ++Third)
    if (Bytes[Third] != Bytes[Range.From] && Bytes[Third] != Bytes[Second])
      return true;
  return false;
}

void SearchWorker::accept(const Pattern &P, uint64_t Start, uint32_t Begin,
                          uint32_t End, uint8_t Key) {
  Match M;
  M.Whole =
      P.isWhole(Begin, End, byteAt(Start + Begin - 1), byteAt(Start + End));
  M.Range = M.Whole ? SecretRange{0, P.SecretSize} : P.decode(Begin, End);
  if (!M.Whole &&
      (!P.MinPart || (P.Base64Shift < 0 && M.Range.size() < P.MinPart)))
    return;
  if ((!M.Whole || Key) && !tellsSomething(P, M.Range))
    return;
  if (Found.size() == Searcher::MaxMatches) {
    Overflow = true;
    return;
  }
  M.Address = Start + Begin;
  M.Size = End - Begin;
  M.SecretIndex = P.SecretIndex;
  M.Form = P.Form;
  M.XorKey = Key;
  Found.push_back(M);
}
