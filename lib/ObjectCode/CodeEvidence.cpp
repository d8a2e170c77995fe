//===- CodeEvidence.cpp - Zeroizations in an object file ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeEvidence.h"
#include "Optimizer/Writes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using namespace llvm;
using namespace secret;

namespace {

/// A function of the object file, and the calls through which the one that is
/// meant was inlined there.
using Key = std::pair<unsigned, std::vector<std::string>>;

struct Look {
  unsigned NumCarriers = 0;
  std::string KeptCall;
  std::string Leftover; ///< something else that its code does
};

struct Looks {
  std::map<Key, Look> Inside;  ///< in the function that is meant
  std::map<Key, Look> Outside; ///< elsewhere
};

} // namespace

static bool isIn(const CodeFrame &F, const CodePlace &Where) {
  return F.At >= Where.Begin && F.At <= Where.End && F.File == Where.File;
}

static bool isOf(const CodeFrame &F, const CodePlace &Where) {
  return F.StartLine >= Where.FunctionFrom && F.StartLine <= Where.FunctionTo &&
         (F.StartFile.empty() ? F.File : F.StartFile) == Where.FunctionFile;
}

/// Several functions may be declared in one line.
static bool isNamedAs(const CodeFrame &F, const CodePlace &Where) {
  return Where.FunctionName.empty() ||
         baseName(F.Function) == Where.FunctionName;
}

/// The calls around frame \p From, which is left out.
static Key keyOf(unsigned Function, ArrayRef<CodeFrame> Frames, size_t From) {
  Key K{Function, {}};
  for (const CodeFrame &F : Frames.drop_front(From + 1))
    K.second.push_back((sys::path::filename(F.File) + ":" + Twine(F.At.first) +
                        ":" + Twine(F.At.second))
                           .str());
  return K;
}

static void add(const CodeWrite &W, StringRef Callee, Look &To) {
  // GCC's clones are `f.part.0`, `f.constprop.0` and the like.
  std::string Name = baseName(StringRef(W.Callee).split('.').first);
  bool IsNamed = W.IsCall && !Callee.empty() && Name == baseName(Callee);
  bool IsFill = W.IsCall && isMemset(Name);
  if (W.IsZero || IsNamed || IsFill)
    ++To.NumCarriers;
  if (IsNamed && !IsFill)
    To.KeptCall = W.Callee;
  else if (W.IsCall && !IsFill)
    To.Leftover = W.Callee.empty() ? "a call" : "a call of '" + W.Callee + "'";
  else if (W.IsStore && !W.IsZero)
    To.Leftover = "a store of what is not known to be zero";
}

/// Where nothing is left of the function. Of one that GCC has split, only the
/// beginning may have been inlined.
static void addInlinings(const ObjectCode &Code, const CodePlace &Where,
                         Looks &To) {
  bool IsSplit = any_of(To.Inside, [&](const auto &Entry) {
    return StringRef(Code.Functions[Entry.first.first]).contains(".part.");
  });
  if (IsSplit)
    return;
  for (const CodeInlining &I : Code.Inlinings)
    if (isOf(I.Frames.front(), Where) && isNamedAs(I.Frames.front(), Where))
      To.Inside[keyOf(I.Function, I.Frames, 0)];
}

static Looks lookAt(const ObjectCode &Code, const CodePlace &Where) {
  Looks All;
  for (const CodeWrite &W : Code.Writes) {
    auto In =
        find_if(W.Frames, [&](const CodeFrame &F) { return isIn(F, Where); });
    auto Of =
        find_if(W.Frames, [&](const CodeFrame &F) { return isOf(F, Where); });
    bool IsInside = Of != W.Frames.end();
    size_t At = (IsInside ? Of : In) - W.Frames.begin();
    if (In == W.Frames.end()) {
      if (IsInside)
        All.Inside[keyOf(W.Function, W.Frames, At)];
      continue;
    }
    Look &To =
        (IsInside ? All.Inside : All.Outside)[keyOf(W.Function, W.Frames, At)];
    add(W, Where.Callee, To);
  }
  addInlinings(Code, Where, All);
  return All;
}

static bool hasCarrier(const std::map<Key, Look> &Looks) {
  return any_of(Looks, [](const auto &L) { return L.second.NumCarriers; });
}

std::vector<Instance> secret::findInstances(const ObjectCode &Code,
                                            const CodePlace &Where) {
  Looks All = lookAt(Code, Where);
  // Code of a destructor that was not inlined is in none of its users.
  bool IsElsewhere =
      All.Inside.empty() ||
      (Where.IsInner && !hasCarrier(All.Inside) && hasCarrier(All.Outside));
  std::vector<Instance> Result;
  for (const auto &[K, L] : IsElsewhere ? All.Outside : All.Inside) {
    Instance &I = Result.emplace_back();
    I.Function = Code.Functions[K.first];
    I.InlinedAt = K.second;
    I.What = L.NumCarriers        ? Fate::Kept
             : L.Leftover.empty() ? Fate::Removed
                                  : Fate::Unknown;
    if (L.NumCarriers)
      I.KeptCall = L.KeptCall;
    else if (!L.Leftover.empty())
      I.Reason = "what is left of it in '" + I.Function + "' is " + L.Leftover;
  }
  return Result;
}

bool secret::isInlined(const ObjectCode &Code, const CodePlace &Where) {
  return any_of(Code.Inlined, [&](const CodeFrame &F) {
    return isOf(F, Where) && isNamedAs(F, Where);
  });
}

unsigned secret::countCarriers(const ObjectCode &Code, const CodePlace &Where) {
  Looks All = lookAt(Code, Where);
  unsigned Sum = 0;
  for (const auto *Part : {&All.Inside, &All.Outside})
    for (const auto &[K, L] : *Part)
      Sum += L.NumCarriers;
  return Sum;
}

namespace {

using Spot = std::pair<std::string, LineColumn>;

/// What one function writes.
struct Zeros {
  bool Exists = false;
  std::map<std::pair<Spot, std::string>, unsigned> Count; ///< by what does it
  std::set<Spot> Others; ///< where something else is stored
};

} // namespace

static Zeros zerosOf(const ObjectCode &Code, StringRef Function) {
  Zeros Z;
  for (const CodeWrite &W : Code.Writes) {
    if (Code.Functions[W.Function] != Function)
      continue;
    Z.Exists = true;
    Spot At;
    if (!W.Frames.empty())
      At = {W.Frames[0].File, W.Frames[0].At};
    if (W.IsZero || isMemset(baseName(W.Callee)))
      ++Z.Count[{At, W.Opcode + " " + W.Callee}];
    else if (W.IsStore)
      Z.Others.insert(At);
  }
  return Z;
}

/// What is left of \p Mine, by what does it, without stores of something that
/// is no longer known to be zero in \p Other.
static std::map<std::string, unsigned> totals(const Zeros &Mine,
                                              const Zeros &Other) {
  std::map<std::string, unsigned> Result;
  for (const auto &[What, Number] : Mine.Count)
    if (Other.Count.count(What) || !Other.Others.count(What.first))
      Result[What.second] += Number;
  return Result;
}

std::optional<bool> secret::writesMore(const ObjectCode &With,
                                       const ObjectCode &Without,
                                       StringRef Function) {
  Zeros A = zerosOf(With, Function), B = zerosOf(Without, Function);
  if (!A.Exists || !B.Exists || With.HasUnreadable || Without.HasUnreadable)
    return std::nullopt;
  std::map<std::string, unsigned> Left = totals(B, A);
  return any_of(totals(A, B), [&](const auto &Entry) {
    return Entry.second > Left[Entry.first];
  });
}
