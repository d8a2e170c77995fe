//===- ApplyCase.cpp - One case of a summary, at a call -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// False if the arguments rule this case out.
bool Transfer::caseIsPossible(State &S, const SummarizedCall &Call,
                              const SummaryCase &Case) {
  for (const auto &[Index, Bounds] : Case.Requires)
    if (!liesIn(S, argument(S, Call.F, Call.C, Index), Bounds))
      return false;
  for (const SummaryCase::Condition &Each : Case.Contents) {
    AbstractValue Where = locate(S, Call.F, Call.C, Each.Path);
    if (Where.Targets.size() != 1 ||
        Where.Targets.front().Offset == UnknownOffset)
      continue;
    const Target &T = Where.Targets.front();
    auto It = S.Cells.find({T.Region, T.Offset + Each.Offset});
    if (It != S.Cells.end() &&
        !liesIn(S, AbstractValue(It->second), Each.Bounds))
      return false;
  }
  return true;
}

/// Narrows \p S to the paths where \p V lies in \p Bounds; false if there are
/// none.
bool Transfer::liesIn(State &S, const AbstractValue &V, const Range &Bounds) {
  if (Bounds.Lo == Bounds.Hi)
    return Space.assume(S, V, CompareOp::Eq, Bounds.Lo);
  if (!Space.assume(S, V, CompareOp::Ge, Bounds.Lo) ||
      !Space.assume(S, V, CompareOp::Le, Bounds.Hi))
    return false;
  return llvm::all_of(Bounds.Not, [&](int64_t N) {
    return Space.assume(S, V, CompareOp::Ne, N);
  });
}

/// Whether the call gets \p R, be it in something that it gets.
bool Transfer::isGiven(const State &S, const SummarizedCall &Call, RegionId R) {
  if (!S.touched(R))
    return false;
  for (const Argument &A : Call.C.Args) {
    const AbstractValue &V = valueOf(S, A.Value);
    if (V.leadsTo(R))
      return true;
    for (const Target &T : V.Targets)
      for (auto It = S.Cells.lower_bound({T.Region, 0});
           It != S.Cells.end() && It->first.first == T.Region; ++It)
        if (It->second.leadsTo(R))
          return true;
  }
  return false;
}

void Transfer::makeBlocks(State &S, const SummarizedCall &Call) {
  for (unsigned I = 0; I != Call.Summary.Blocks.size(); ++I) {
    const FunctionSummary::NewBlock &B = Call.Summary.Blocks[I];
    RegionId R =
        Space.Regions.block(B.IsHeap ? RegionKind::Heap : RegionKind::Result,
                            Call.F.Result, blockOf(Call.C, I));
    if (B.IsHeap && isGiven(S, Call, R))
      makeOlder(S, Call.F, R);
    Space.dropRegion(S, R);
    Region &Where = Space.Regions.edit(R);
    Where.Declared = Call.F.At;
    Where.Name = "the block from " + Call.C.Name;
    Where.Size = B.Size;
    if (B.SizeParameter >= 0) {
      Where.SizeValue = argument(S, Call.F, Call.C, B.SizeParameter);
      Where.SizeValue.Number += B.SizeNumber;
    }
    if (Where.Tagged.empty())
      Where.Tagged = B.Tagged;
    Where.IsView = B.IsView;
    Where.View = B.View;
    Where.ViewReason = B.ViewReason;
    if (B.IsHeap)
      S.Objects[R] = Shared<ObjectState>();
    if (B.IsView && B.View == SinkKind::Environment)
      bring(S, R, {0, EndOfObject}, {Space.label(R, {0, EndOfObject}), 0});
  }
}

/// The number of bytes, where the caller knows the number that it is.
bool Transfer::lengthOf(State &S, const SummarizedCall &Call,
                        const SummaryWipe &W, AbstractValue &N) {
  if (W.LengthParameter >= 0)
    N = argument(S, Call.F, Call.C, W.LengthParameter);
  else if (W.LengthOffset != NoPosition)
    for (const Target &T : locate(S, Call.F, Call.C, W.LengthPath).Targets)
      if (auto It = S.Cells.find({T.Region, T.Offset + W.LengthOffset});
          T.Offset != UnknownOffset && It != S.Cells.end())
        N = It->second;
  if (N.What == Kind::Number)
    N.Number += W.LengthNumber;
  return W.LengthParameter >= 0 || N.What != Kind::Unknown;
}

/// \p Record, with the bounds of a part of it.
static Target boundedBy(Target Record, Interval Part) {
  if (Part.Lo > 0)
    Record.Lo = Record.Offset + Part.Lo;
  if (Part.Hi != EndOfObject)
    Record.Hi = Record.Offset + Part.Hi;
  return Record;
}

void Transfer::applyWipe(State &S, const SummarizedCall &Call,
                         const SummaryWipe &W) {
  AbstractValue N;
  ZeroizeRequest Q;
  Q.Pointer = locate(S, Call.F, Call.C, W.Path);
  bool HasLength = lengthOf(S, Call, W, N);
  bool ToTheEnd = W.Bytes.Hi == EndOfObject;
  bool IsField = W.Bytes.Lo > 0 || !ToTheEnd;
  for (Target &T : Q.Pointer.Targets) {
    if (T.Offset == UnknownOffset)
      continue;
    if (!Call.C.EndsLife) // a destructor is meant for all of it
      T = boundedBy(T, W.Bounds);
    T.Offset += W.Bytes.Lo;
    if (IsField && !HasLength)
      T.Lo = std::max(T.Lo, T.Offset);
    if (!ToTheEnd)
      T.Hi = std::max(T.Hi, T.Offset);
  }
  if (HasLength) {
    Q.Length = &N;
  } else if (!ToTheEnd) {
    N = AbstractValue::number(W.Bytes.Hi - W.Bytes.Lo);
    Q.Length = &N;
  }
  Q.Wipe = W.IsElidable && !Call.C.KeptByCompiler ? Strength::Elidable
                                                  : Strength::Reliable;
  Q.EndsLife = Call.C.EndsLife;
  Q.IsOpaque = W.IsOpaque;
  Q.IsAbsence = W.IsAbsence;
  Q.At = Call.F.At;
  Q.How = Call.C.Name;
  Q.Inner = W.At;
  Q.InnerText = "'" + Call.C.Name + "' zeroizes with " + W.How + " here";
  zeroize(S, Q);
  if (W.BeforeOpaque)
    for (const Target &T : Q.Pointer.Targets)
      reachedByOpaqueCall(S, T.Region);
}

/// Where pointers lead to matters more than that they may be others now.
void Transfer::forgetNumbers(State &S, RegionId R, Interval Bytes) {
  std::vector<CellKey> Numbers;
  auto It = S.Cells.lower_bound({R, Bytes.Lo});
  for (; It != S.Cells.end() && It->first < CellKey(R, Bytes.Hi); ++It)
    if (!It->second.isPointer())
      Numbers.push_back(It->first);
  for (const CellKey &Key : Numbers)
    S.Cells.erase(Key);
}

void Transfer::applySecret(State &S, const SummarizedCall &Call,
                           const SummarySecret &Each) {
  Taint T = taintFrom(Call, Each.Secrecy);
  std::string What = "by '" + Call.C.Name + "'";
  if (T.any() && Seen.Story[T.Origin].At.Begin != Call.F.At.Begin)
    T.Origin = Seen.Story.add(Call.F.At, "copied " + What + " here", T.Origin);
  for (const Target &Where : locate(S, Call.F, Call.C, Each.Path).Targets)
    for (const Interval &B : extents(at(Where, Each.Bytes), UnknownSize)) {
      ObjectState &O = Space.object(S, Where.Region);
      if (!isCarrier(Where.Region))
        O.addWritten(B);
      O.KnownZero = false;
      O.HoldsString |= Each.InString && T.any();
      O.FilledAsString |= Each.AsString;
      forgetNumbers(S, Where.Region, B);
      if (Call.Summary.IsForeign && !Each.Secrecy.IsSecret &&
          isVague(Where, Each.Bytes))
        continue; // no unit would know where in the context it is
      bring(S, Where.Region, B, T);
      arrive(S, Where, B, Call.F.At, What);
    }
}

/// A tagged object of a class that frees what it holds: its blocks are meant.
bool Transfer::isTaggedHandle(const Region &R) const {
  if (R.Kind != RegionKind::Object || !Types[R.Type].IsHandle)
    return false;
  return llvm::any_of(R.Tagged, [&](const TaggedRange &T) {
    return !T.Pointee && T.Lo == 0 && T.Hi == R.Size;
  });
}

AbstractValue Transfer::onlyBlocks(AbstractValue V) const {
  llvm::erase_if(V.Targets, [&](const Target &T) {
    return Space.Regions[T.Region].Kind != RegionKind::Heap;
  });
  return V;
}

void Transfer::applyStore(State &S, const SummarizedCall &Call,
                          const SummaryStore &Store, const AbstractValue &To,
                          AbstractValue V) {
  V.Secrecy.add(taintFrom(Call, Store.Value.Secrecy));
  for (Target T : To.Targets) {
    if (T.Offset == UnknownOffset)
      continue;
    T.Offset += Store.Offset;
    S.Cells.set({T.Region, T.Offset}, V);
    if (!V.isConstant() || V.Number != 0)
      Space.object(S, T.Region).KnownZero = false;
    const Region &R = Space.Regions[T.Region];
    if (R.IsCallers || Space.object(S, T.Region).Escaped)
      escape(S, V);
    if (R.IsCallers)
      giveToCaller(S, V);
    if (R.Kind == RegionKind::Object && T.Offset == 0 &&
        Facts.Objects[R.Key].PointeeTagged)
      tagPointee(S, V, R.Why, R.Tag, Call.F.At);
    if (isTaggedHandle(R))
      tagPointee(S, onlyBlocks(V), R.Why, R.Tag, Call.F.At);
  }
}

void Transfer::applyRelease(State &S, const SummarizedCall &Call,
                            const SummaryRelease &R, const AbstractValue &V) {
  if (Space.decide(S, V, CompareOp::Eq, 0) == Truth::Yes)
    return;
  for (const Target &T : V.Targets) {
    if (Space.Regions[T.Region].Kind == RegionKind::Object)
      continue;
    // A container in a record: the record itself is not gone.
    if (T.Hi < Space.Regions.whole(T.Region).Hi || T.Lo > 0)
      continue;
    if (R.IsSilent)
      Space.object(S, T.Region).Released = true;
    release(S, T.Region, Call.F.At, ReleaseKind::Free, Call.C.Name, R.At);
  }
}

/// The result, as far as the case knows it.
void Transfer::applyResult(State &S, const SummarizedCall &Call,
                           const SummaryValue &V, AbstractValue Known) {
  AbstractValue Result = freshResult(S, Call.F, Call.C);
  if (V.What != SummaryValue::Kind::Unknown) {
    if (Known.isPointer() && !Known.Symbol && V.MayBeNull)
      Known.Symbol = Result.Symbol;
    if (Known.What != Kind::Unknown)
      Result = Known;
  } else if (!V.Bounds.isFull() && Result.Symbol) {
    S.Ranges.set(Result.Symbol, V.Bounds);
  }
  if (!Types[Call.C.ResultType].IsPointer && !Call.C.ResultIsPublic)
    Result.Secrecy.add(taintFrom(Call, V.Secrecy));
  if (Call.C.ResultIsSecret && Result.isPointer())
    makeSecret(S, Result, UnknownSize, Call.F.At,
               "'" + Call.C.Name + "' returns a secret");
  set(S, Call.F.Result, Result);
}

/// The pointers that a store to \p To overwrites.
static void
addOldPointers(const State &S, const AbstractValue &To, int64_t Offset,
               std::vector<std::pair<CellKey, AbstractValue>> &Old) {
  if (To.Targets.size() != 1 || To.Targets.front().Offset == UnknownOffset)
    return;
  const Target &T = To.Targets.front();
  auto It = S.Cells.find({T.Region, T.Offset + Offset});
  if (It != S.Cells.end() && It->second.isPointer())
    Old.emplace_back(It->first, It->second);
}

/// What changes pointers. All paths lead from those that were there at the
/// call: `owner.reset(p)` releases what was there before it stores p.
void Transfer::applyPointers(State &S, const SummarizedCall &Call,
                             const SummaryCase &Case) {
  auto Find = [&](const AccessPath &P) { return locate(S, Call.F, Call.C, P); };
  std::vector<AbstractValue> Released, Kept, Places, Values;
  for (const SummaryRelease &R : Case.Releases)
    Released.push_back(Find(R.Path));
  for (const AccessPath &P : Case.Kept)
    Kept.push_back(Find(P));
  for (const SummaryStore &Store : Case.Stores) {
    Places.push_back(Find(Store.Path));
    Values.push_back(valueFrom(S, Call, Store.Value));
  }
  AbstractValue Result =
      valueFrom(S, Call, Case.Result, Types[Call.C.ResultType].Pointee);
  std::vector<std::pair<CellKey, AbstractValue>> Old;
  for (size_t I = 0; I != Places.size(); ++I) {
    addOldPointers(S, Places[I], Case.Stores[I].Offset, Old);
    applyStore(S, Call, Case.Stores[I], Places[I], std::move(Values[I]));
  }
  for (const AbstractValue &V : Kept)
    escape(S, V);
  for (size_t I = 0; I != Released.size(); ++I)
    applyRelease(S, Call, Case.Releases[I], Released[I]);
  for (auto &[Key, V] : Old) {
    llvm::erase_if(V.Targets,
                   [&](const Target &T) { return Result.leadsTo(T.Region); });
    lostPointers(S, V, Key, Call.F.At, ReleaseKind::Lost);
  }
  applyResult(S, Call, Case.Result, std::move(Result));
}

/// False if this case cannot happen at this call.
bool Transfer::applyCase(State &S, const SummarizedCall &Call,
                         const SummaryCase &Case) {
  if (!caseIsPossible(S, Call, Case))
    return false;
  makeBlocks(S, Call);
  // Of storage that is first met here, the result knows the type.
  if (Case.Result.What == SummaryValue::Kind::Pointer)
    valueFrom(S, Call, Case.Result, Types[Call.C.ResultType].Pointee);
  for (const AccessPath &P : Case.Needed)
    needTargets(S, locate(S, Call.F, Call.C, P));
  for (const SummaryWipe &W : Case.Wipes)
    applyWipe(S, Call, W);
  for (const SummarySecret &Each : Case.Secrets)
    applySecret(S, Call, Each);
  applyPointers(S, Call, Case);
  for (int Stream : Case.Unbuffered)
    unbuffer(S, Call.F, Call.C, Stream);
  return true;
}
