//===- Search.cpp - All places of all patterns ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Search.h"
#include "Residue/SearchWorker.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <thread>
#include <tuple>

using namespace llvm;
using namespace secret::residue;

Searcher::Searcher(ArrayRef<Pattern> Patterns, SecureArena &Arena)
    : Patterns(Patterns), Bytes(Patterns, GramKind::Bytes, Arena),
      Differences(Patterns, GramKind::Differences, Arena) {}

/// UTF-16 and UTF-32 of both byte orders can read the same bytes, one apart:
/// an address that fits the unit is the likelier one.
static bool isAligned(const Match &M) {
  switch (M.Form) {
  case Encoding::Utf16LE:
  case Encoding::Utf16BE:
    return M.Address % 2 == 0;
  case Encoding::Utf32LE:
  case Encoding::Utf32BE:
    return M.Address % 4 == 0;
  default:
    return true;
  }
}

static bool better(const Match &A, const Match &B) {
  auto Rank = [](const Match &M) {
    return std::make_tuple(!M.Whole, UINT32_MAX - M.Size, !isAligned(M), M.Form,
                           M.Address);
  };
  return Rank(A) < Rank(B);
}

/// Drops of one secret's matches those that tell nothing beside a better one:
/// what overlaps it by more than half.
static void dropOverlaps(std::vector<Match> &Matches) {
  llvm::sort(Matches, better);
  std::map<uint64_t, uint64_t> Kept;
  llvm::erase_if(Matches, [&](const Match &M) {
    uint64_t End = M.Address + M.Size;
    auto Next = Kept.lower_bound(End);
    if (Next != Kept.begin()) {
      auto [OtherBegin, OtherEnd] = *std::prev(Next);
      uint64_t From = std::max(OtherBegin, M.Address);
      uint64_t To = std::min(OtherEnd, End);
      if (To > From && (To - From) * 2 > M.Size)
        return true;
    }
    Kept.emplace(M.Address, End);
    return false;
  });
}

static std::vector<Match> mergeMatches(std::vector<Match> All, size_t Secrets) {
  std::vector<std::vector<Match>> BySecret(Secrets);
  for (const Match &M : All)
    BySecret[M.SecretIndex].push_back(M);
  All.clear();
  for (std::vector<Match> &One : BySecret) {
    dropOverlaps(One);
    All.insert(All.end(), One.begin(), One.end());
  }
  llvm::sort(All, [](const Match &A, const Match &B) {
    return std::tie(A.Address, A.SecretIndex, A.Form) <
           std::tie(B.Address, B.SecretIndex, B.Form);
  });
  return All;
}

static void mergeSpans(std::vector<Span> &Spans) {
  llvm::sort(Spans, [](Span A, Span B) { return A.Begin < B.Begin; });
  std::vector<Span> Merged;
  for (Span S : Spans) {
    if (!Merged.empty() && Merged.back().End >= S.Begin)
      Merged.back().End = std::max(Merged.back().End, S.End);
    else
      Merged.push_back(S);
  }
  Spans = std::move(Merged);
}

static std::vector<Span> joinTouching(ArrayRef<Span> Spans) {
  std::vector<Span> Joined(Spans.begin(), Spans.end());
  mergeSpans(Joined);
  return Joined;
}

SearchResult Searcher::search(const MemoryReader &Memory, ArrayRef<Span> Spans,
                              unsigned Threads) const {
  ChunkQueue Queue(Memory, joinTouching(Spans));
  std::vector<std::unique_ptr<SearchWorker>> Workers;
  for (unsigned I = 0; I != Threads; ++I)
    Workers.push_back(std::make_unique<SearchWorker>(*this, Memory, Queue));
  std::vector<std::thread> Running;
  for (unsigned I = 1; I < Threads; ++I)
    Running.emplace_back([Worker = Workers[I].get()] { Worker->run(); });
  Workers[0]->run();
  for (std::thread &T : Running)
    T.join();

  SearchResult Result;
  size_t Secrets = 0;
  for (const Pattern &P : Patterns)
    Secrets = std::max<size_t>(Secrets, P.SecretIndex + 1);
  std::vector<Match> All;
  for (auto &Worker : Workers) {
    All.insert(All.end(), Worker->Found.begin(), Worker->Found.end());
    Result.Unread.insert(Result.Unread.end(), Worker->Unread.begin(),
                         Worker->Unread.end());
    Result.Overflow |= Worker->Overflow;
  }
  Result.Matches = mergeMatches(std::move(All), Secrets);
  mergeSpans(Result.Unread);
  return Result;
}
