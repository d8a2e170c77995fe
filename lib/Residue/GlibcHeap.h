//===- GlibcHeap.h - The heap of glibc's malloc -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks the blocks of all arenas and tells live from freed ones, without
// symbols: by the blocks' headers, by the threads' caches, and by the arenas'
// lists. Written for glibc 2.26 to 2.42 on 64-bit machines. A heap that is not
// glibc's, or is damaged, ends the walk; there are no blocks then.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_GLIBCHEAP_H
#define SECRET_TIDY_RESIDUE_GLIBCHEAP_H

#include "Residue/Target.h"

namespace secret {
namespace residue {

struct HeapBlock {
  /// What malloc returned, and what it may hold.
  Span Where;
  bool Live = false;
};

class GlibcHeap {
public:
  explicit GlibcHeap(const Target &Of);

  /// The block that \p Address lies in, or null.
  const HeapBlock *blockAt(uint64_t Address) const;
  /// Whether \p Address lies in a heap, in a block or not.
  bool contains(uint64_t Address) const;

private:
  void findHeaps();
  void findArenaHeap(const Mapping &M);
  bool walk(uint64_t Begin, uint64_t End);
  void addMapped(const Mapping &M);
  void readThreadCaches();
  void readThreadCache(const HeapBlock &Cache);
  void findMainArena();
  void readFastBins(uint64_t Bins);
  void freeChain(uint64_t First, uint64_t UserOffset);
  HeapBlock *blockOf(uint64_t User);

  const Target &Of;
  std::vector<Span> Heaps;
  /// By address.
  std::vector<HeapBlock> Blocks;
  /// The chunk at the end of the main heap, which is not handed out yet.
  uint64_t MainTop = 0;
  /// Where arenas of threads have their lists of freed small blocks.
  std::vector<uint64_t> FastBins;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_GLIBCHEAP_H
