//===- FunctionView.cpp - Zeroizations in a function, now -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionView.h"
#include "LaterWrites.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/PostDominators.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;
using namespace secret;

Viewer::Viewer(Places &Where, const std::vector<Candidate> &Candidates)
    : Where(Where) {
  for (const Candidate &C : Candidates) {
    Names.push_back(baseName(C.Callee));
    Needed.push_back(C.IsNeeded);
    Accepted.push_back(C.Inner.Begin ? Acceptance::Named : Acceptance::Strict);
  }
}

bool Viewer::relax(unsigned Candidate) {
  Acceptance &A = Accepted[Candidate];
  if (A == Acceptance::AnyWrite)
    return false;
  if (A == Acceptance::Named)
    Where.useInner(Candidate);
  A = static_cast<Acceptance>(static_cast<unsigned>(A) + 1);
  return true;
}

bool Viewer::accepts(const Write &W, const PlaceMatch &Match) const {
  Acceptance A = Accepted[Match.Candidate];
  const std::string &Name = Names[Match.Candidate];
  bool IsNamed = !Name.empty() && W.Callee == Name;
  if (A == Acceptance::Named && !Match.IsDeep)
    return IsNamed;
  switch (W.Kind) {
  case WriteKind::Constant:
    return true;
  case WriteKind::Promotable:
    return A == Acceptance::Variables && !Match.IsDeep;
  case WriteKind::Other:
    return IsNamed || A == Acceptance::AnyWrite;
  case WriteKind::Call:
    if (IsNamed || isMemset(W.Callee))
      return true;
    return Match.IsDeep ? W.Object != nullptr : A >= Acceptance::AnyCall;
  }
  return false;
}

/// Whether \p Z happens whenever \p W did, and after it.
static bool comesAfter(const Write &Z, const Write &W,
                       const PostDominatorTree &Tree) {
  if (Z.By->getParent() == W.By->getParent())
    return W.By->comesBefore(Z.By);
  return Tree.dominates(Z.By->getParent(), W.By->getParent());
}

static bool isCarrier(const InstanceView &I, const Instruction *By) {
  return any_of(I.Carriers, [&](const Write &W) { return W.By == By; });
}

static void findCovers(const Function &F, FunctionView &View) {
  std::optional<PostDominatorTree> Tree;
  for (auto &[Key, I] : View.Instances)
    for (const Write &Z : View.Constants) {
      bool Covers =
          !isCarrier(I, Z.By) &&
          all_of(I.Carriers, [&](const Write &W) { return Z.covers(W); });
      if (!Covers)
        continue;
      if (!Tree)
        Tree.emplace(const_cast<Function &>(F));
      if (all_of(I.Carriers,
                 [&](const Write &W) { return comesAfter(Z, W, *Tree); }))
        I.CoveredBy = Z.By;
    }
}

/// Most functions have nothing to do with any candidate.
bool Viewer::concerns(const Function &F) {
  return any_of(instructions(F), [&](const Instruction &I) {
    return I.mayWriteToMemory() && !Where.find(I.getDebugLoc().get()).empty();
  });
}

FunctionView Viewer::look(const Function &F) {
  FunctionView View;
  if (!concerns(F))
    return View;
  for (const Instruction &I : instructions(F)) {
    std::optional<Write> W = writeOf(I);
    if (!W)
      continue;
    const DILocation *Location = I.getDebugLoc().get();
    if (W->Kind == WriteKind::Constant) {
      View.Constants.push_back(*W);
      View.NumUnplaced += !Location || !Location->getLine();
    }
    for (const PlaceMatch &Match : Where.find(Location)) {
      InstanceKey Key(Match.Candidate, Match.Chain);
      if (accepts(*W, Match)) {
        InstanceView &Instance = View.Instances[Key];
        Instance.Carriers.push_back(*W);
        Instance.IsWithin = Match.IsWithin;
      } else if (Match.IsDeep) {
        View.Leftovers.insert(Key);
      }
    }
  }
  findCovers(F, View);
  for (auto &[Key, Instance] : View.Instances)
    if (Needed[Key.first])
      Instance.LastWritten = lastWritten(F, Instance.Carriers);
  return View;
}

namespace {

/// Bytes of one object, as sorted ranges that do not overlap.
using Bytes = std::map<const Value *, std::vector<ByteRange>>;

} // namespace

static Bytes unite(const std::vector<Write> &Writes) {
  Bytes Result;
  for (const Write &W : Writes)
    Result[W.Object].push_back({W.Begin, W.End});
  for (auto &[Object, Ranges] : Result) {
    llvm::sort(Ranges, [](const ByteRange &A, const ByteRange &B) {
      return std::tie(A.Begin, A.End) < std::tie(B.Begin, B.End);
    });
    std::vector<ByteRange> United;
    for (const ByteRange &R : Ranges)
      if (!United.empty() && R.Begin <= United.back().End)
        United.back().End = std::max(United.back().End, R.End);
      else
        United.push_back(R);
    Ranges = std::move(United);
  }
  return Result;
}

std::optional<int64_t> secret::bytesOf(const std::vector<Write> &Writes) {
  if (!all_of(Writes, [](const Write &W) { return W.HasRange; }))
    return std::nullopt;
  int64_t Sum = 0;
  for (const auto &[Object, Ranges] : unite(Writes))
    for (const ByteRange &R : Ranges)
      Sum += R.End - R.Begin;
  return Sum;
}

/// What \p R loses to \p Others, which are sorted, as the smallest range.
static std::optional<ByteRange> without(ByteRange R,
                                        const std::vector<ByteRange> &Others) {
  std::optional<ByteRange> Lost;
  int64_t From = R.Begin;
  auto Lose = [&](int64_t To) {
    if (From < To)
      Lost = ByteRange{Lost ? Lost->Begin : From, To};
  };
  for (const ByteRange &O : Others) {
    if (O.End <= From || O.Begin >= R.End)
      continue;
    Lose(O.Begin);
    From = O.End;
  }
  Lose(R.End);
  return Lost;
}

std::optional<ByteRange> secret::lostBytes(const std::vector<Write> &Before,
                                           const std::vector<Write> &After) {
  Bytes Left = unite(After);
  std::optional<ByteRange> Lost;
  for (const auto &[Object, Ranges] : unite(Before))
    for (const ByteRange &R : Ranges)
      if (std::optional<ByteRange> L = without(R, Left[Object]))
        Lost = Lost ? ByteRange{std::min(Lost->Begin, L->Begin),
                                std::max(Lost->End, L->End)}
                    : *L;
  return Lost;
}
