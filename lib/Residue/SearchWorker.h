//===- SearchWorker.h - One thread of a search ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes chunks from a queue, reads them into a buffer of its own, and compares
// what the filter lets through. A piece may reach over the chunk's borders:
// the bytes there are read once more.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_SEARCHWORKER_H
#define SECRET_TIDY_RESIDUE_SEARCHWORKER_H

#include "Residue/Search.h"
#include <array>
#include <mutex>
#include <optional>

namespace secret {
namespace residue {

/// A piece of work: the bytes whose grams are looked at, and the span around.
struct Chunk {
  Span Bytes;
  Span Around;
};

/// Cuts spans into chunks, without holes; used by all workers.
class ChunkQueue {
public:
  ChunkQueue(const MemoryReader &Memory, std::vector<Span> Spans)
      : Memory(Memory), Spans(std::move(Spans)) {}

  std::optional<Chunk> next();

  static constexpr size_t ChunkSize = 1024 * 1024;

private:
  void skipHole();

  std::mutex Lock;
  const MemoryReader &Memory;
  std::vector<Span> Spans;
  size_t Current = 0;
  uint64_t Done = 0;
};

class SearchWorker {
public:
  SearchWorker(const Searcher &Owner, const MemoryReader &Memory,
               ChunkQueue &Queue)
      : Owner(Owner), Memory(Memory), Queue(Queue),
        Buffer(ChunkQueue::ChunkSize + GramFilter::Slack), Side(SideSize) {}

  /// Until the queue is empty.
  void run();

  std::vector<Match> Found;
  std::vector<Span> Unread;
  bool Overflow = false;

private:
  static constexpr size_t SideSize = 4096;

  void searchChunk(const Chunk &C);
  bool searchMapped(Span Where);
  void searchLoaded(uint64_t Begin, uint64_t End);
  void compare(uint64_t Address, uint32_t PatternIndex, uint32_t Offset);
  void accept(const Pattern &P, uint64_t Address, uint32_t Begin, uint32_t End,
              uint8_t Key);
  /// The byte at \p Address, or -1 outside of the span.
  int byteAt(uint64_t Address);
  int sideByte(uint64_t Address);

  const Searcher &Owner;
  const MemoryReader &Memory;
  ChunkQueue &Queue;

  SecureBuffer Buffer;
  /// The bytes at Loaded: in Buffer, or mapped.
  const uint8_t *Bytes = nullptr;
  Span Loaded;
  Span Around;
  SecureBuffer Side;
  Span SideLoaded;

  /// Comparisons made lately: the same piece comes up at each of its grams.
  struct Seen {
    uint32_t Pattern = UINT32_MAX;
    uint64_t Start = 0;
    uint64_t End = 0;
  };
  std::array<Seen, 16> Recent;
  unsigned NextRecent = 0;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_SEARCHWORKER_H
