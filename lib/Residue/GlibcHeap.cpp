//===- GlibcHeap.cpp - The heap of glibc's malloc -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A chunk has its size at offset 8, with flags in the low bits; the user's
// bytes begin at 16 and end with the next chunk's first 8 bytes. Whether a
// chunk is in use is a flag of the next one; but chunks in the threads' caches
// and in fast bins keep it, so those lists are followed.
//
//===----------------------------------------------------------------------===//

#include "Residue/GlibcHeap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace secret::residue;

namespace {

constexpr uint64_t HeaderSize = 16;
constexpr uint64_t PrevInUse = 1, IsMapped = 2, FlagMask = 7;
/// Arenas of threads live in heaps of this alignment.
constexpr uint64_t ArenaAlignment = 64 << 20;
/// struct malloc_state, its fast bins, and the pointer to the top chunk.
constexpr uint64_t ArenaSize = 0x898, FastBinsOffset = 16, TopOffset = 96;
constexpr unsigned NumFastBins = 10, NumCacheBins = 64;
constexpr size_t MaxBlocks = 4 << 20, MaxChain = 1 << 16;

} // namespace

GlibcHeap::GlibcHeap(const Target &Of) : Of(Of) {
  findHeaps();
  llvm::sort(Blocks, [](const HeapBlock &A, const HeapBlock &B) {
    return A.Where.Begin < B.Where.Begin;
  });
  readThreadCaches();
  findMainArena();
  for (uint64_t Bins : FastBins)
    readFastBins(Bins);
}

void GlibcHeap::findHeaps() {
  for (const Mapping &M : Of.Mappings) {
    bool Named = M.File == "[heap]";
    if (!M.Writable || !M.Present.size() || (!M.File.empty() && !Named))
      continue;
    uint64_t First = Of.Memory->number(M.Where.Begin + 8);
    // The cache of the first thread is the first block of the main heap.
    bool LooksMain =
        !Of.Memory->number(M.Where.Begin) && (First == 0x291 || First == 0x251);
    if (Named || LooksMain) {
      if (!walk(M.Where.Begin, M.Where.End) && Named)
        Heaps.push_back(M.Where);
    } else if (M.Where.Begin % ArenaAlignment == 0) {
      findArenaHeap(M);
    } else if ((First & FlagMask) == IsMapped) {
      addMapped(M);
    }
  }
}

/// A heap of an arena begins with: the arena, the heap before it, its size.
void GlibcHeap::findArenaHeap(const Mapping &M) {
  uint64_t Begin = M.Where.Begin;
  uint64_t Arena = Of.Memory->number(Begin);
  uint64_t Size = Of.Memory->number(Begin + 16);
  uint64_t InfoSize = Arena % ArenaAlignment;
  if ((InfoSize != 0x20 && InfoSize != 0x30) || Size > M.Where.size())
    return;
  bool IsFirst = Arena - InfoSize == Begin;
  uint64_t First =
      alignTo(Begin + InfoSize + (IsFirst ? ArenaSize : 0), HeaderSize);
  if (walk(First, Begin + Size) && IsFirst)
    FastBins.push_back(Arena + FastBinsOffset);
}

/// From chunk to chunk, to the top one. If that does not work out, it is no
/// heap, and nothing is kept.
bool GlibcHeap::walk(uint64_t Begin, uint64_t End) {
  size_t Before = Blocks.size();
  uint64_t At = Begin;
  uint64_t Size = Of.Memory->number(At + 8) & ~FlagMask;
  while (At + Size < End && Size >= HeaderSize && Size % 16 == 0 &&
         Blocks.size() < MaxBlocks) {
    uint64_t Next = At + Size;
    uint64_t NextSize = Of.Memory->number(Next + 8);
    Blocks.push_back(
        {{At + HeaderSize, Next + 8}, (NextSize & PrevInUse) != 0});
    At = Next;
    Size = NextSize & ~FlagMask;
    if (Size == HeaderSize) // A fence: the heap goes on elsewhere.
      break;
  }
  if (At == Begin || (At + Size != End && Size != HeaderSize)) {
    Blocks.resize(Before);
    return false;
  }
  Blocks.push_back({{At + HeaderSize, End}, false});
  if (Begin % 4096 == 0) // Heaps of arenas begin behind their headers.
    MainTop = At;
  Heaps.push_back({Begin, End});
  return true;
}

/// Large blocks have mappings of their own, which the kernel may have joined.
void GlibcHeap::addMapped(const Mapping &M) {
  uint64_t At = M.Where.Begin;
  while (At < M.Where.End) {
    uint64_t Size = Of.Memory->number(At + 8);
    if ((Size & FlagMask) != IsMapped || Of.Memory->number(At))
      return;
    Size &= ~FlagMask;
    if (!Size || Size % 4096 || Size > M.Where.End - At)
      return;
    Blocks.push_back({{At + HeaderSize, At + Size}, true});
    Heaps.push_back({At, At + Size});
    At += Size;
  }
}

HeapBlock *GlibcHeap::blockOf(uint64_t User) {
  auto It = llvm::lower_bound(Blocks, User, [](const HeapBlock &B, uint64_t A) {
    return B.Where.Begin < A;
  });
  return It != Blocks.end() && It->Where.Begin == User ? &*It : nullptr;
}

/// Marks a list of blocks as freed. Links are plain pointers, or, since glibc
/// 2.32, XORed with the address of the link's page. \p UserOffset is from what
/// links point to, to the user's bytes.
void GlibcHeap::freeChain(uint64_t First, uint64_t UserOffset) {
  uint64_t At = First;
  for (size_t Steps = 0; At && Steps != MaxChain; ++Steps) {
    uint64_t User = At + UserOffset;
    HeapBlock *Block = blockOf(User);
    if (!Block)
      return;
    Block->Live = false;
    uint64_t Link = Of.Memory->number(User);
    uint64_t Safe = Link ^ User >> 12;
    At = !Safe || blockOf(Safe + UserOffset) ? Safe : Link;
  }
}

void GlibcHeap::readThreadCaches() {
  for (const HeapBlock &B : Blocks)
    if (B.Live && (B.Where.size() == 0x288 || B.Where.size() == 0x248))
      readThreadCache(B);
}

/// 64 counts of two bytes (one byte before glibc 2.30), then 64 lists. Another
/// block of that size rarely looks like it.
void GlibcHeap::readThreadCache(const HeapBlock &Cache) {
  unsigned CountSize = Cache.Where.size() == 0x288 ? 2 : 1;
  uint64_t Lists = Cache.Where.Begin + CountSize * NumCacheBins;
  SmallVector<uint64_t, NumCacheBins> Heads;
  for (unsigned I = 0; I != NumCacheBins; ++I) {
    uint64_t Count =
        Of.Memory->number(Cache.Where.Begin + CountSize * I, CountSize);
    uint64_t Head = Of.Memory->number(Lists + 8 * I);
    if (Count > 127 || (Count == 0) != (Head == 0) || (Head && !blockOf(Head)))
      return;
    Heads.push_back(Head);
  }
  for (uint64_t Head : Heads)
    freeChain(Head, 0);
}

/// The main arena is in the data of the library, and points to the top chunk.
void GlibcHeap::findMainArena() {
  constexpr uint64_t MaxData = 4 << 20;
  if (!MainTop)
    return;
  for (const Mapping &M : Of.Mappings) {
    if (!M.Writable || M.File.empty() || M.File[0] != '/' ||
        M.Present.size() > MaxData || !M.Present.size())
      continue;
    SecureBuffer Room(M.Present.size());
    Of.Memory->read(M.Present.Begin, Room.data(), M.Present.size());
    ArrayRef<uint64_t> Words(reinterpret_cast<uint64_t *>(Room.data()),
                             M.Present.size() / 8);
    for (size_t I = TopOffset / 8; I < Words.size(); ++I)
      if (Words[I] == MainTop)
        FastBins.push_back(M.Present.Begin + 8 * I - TopOffset +
                           FastBinsOffset);
  }
}

void GlibcHeap::readFastBins(uint64_t Bins) {
  for (unsigned I = 0; I != NumFastBins; ++I)
    freeChain(Of.Memory->number(Bins + 8 * I), HeaderSize);
}

const HeapBlock *GlibcHeap::blockAt(uint64_t Address) const {
  auto Next =
      llvm::upper_bound(Blocks, Address, [](uint64_t A, const HeapBlock &B) {
        return A < B.Where.Begin;
      });
  if (Next == Blocks.begin() || !std::prev(Next)->Where.contains(Address))
    return nullptr;
  return &*std::prev(Next);
}

bool GlibcHeap::contains(uint64_t Address) const {
  return llvm::any_of(Heaps, [&](Span S) { return S.contains(Address); });
}
