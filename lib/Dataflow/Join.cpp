//===- Join.cpp - Where two paths meet -----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "State.h"

using namespace secret;

static Range rangeOfValue(const State &S, const AbstractValue &V) {
  Range R;
  if (V.isConstant()) {
    R.Lo = R.Hi = V.Number;
    return R;
  }
  if (V.isPointer()) {
    if (V.Symbol)
      return S.rangeOf(V.Symbol);
    R.Not.push_back(0);
    return R;
  }
  if (V.What != AbstractValue::Kind::Number)
    return R;
  R = S.rangeOf(V.Symbol);
  if (V.Number != 0)
    return Range(); // a shifted range is rarely worth its overflow checks
  return R;
}

AbstractValue StateSpace::joinValues(const State &Into, const AbstractValue &A,
                                     const State &From, const AbstractValue &B,
                                     SymbolId Joined, Range &JoinedRange) {
  AbstractValue V;
  V.What = A.isPointer() || B.isPointer() ? AbstractValue::Kind::Pointer
                                          : AbstractValue::Kind::Number;
  V.Symbol = Joined;
  V.Targets = A.Targets;
  for (const Target &T : B.Targets)
    if (!llvm::is_contained(V.Targets, T)) {
      // Two offsets in one object are an unknown offset in it.
      auto Same = llvm::find_if(V.Targets, [&](const Target &Mine) {
        return Mine.Region == T.Region;
      });
      if (Same == V.Targets.end()) {
        V.Targets.push_back(T);
        continue;
      }
      if (Same->Offset != T.Offset)
        Same->Offset = UnknownOffset;
      Same->Lo = std::min(Same->Lo, T.Lo);
      Same->Hi = std::max(Same->Hi, T.Hi);
    }
  llvm::sort(V.Targets);
  V.Secrecy = A.Secrecy;
  V.Secrecy.add(B.Secrecy);
  JoinedRange = rangeOfValue(Into, A);
  JoinedRange.join(rangeOfValue(From, B));
  return V;
}

/// What both paths hold in flags that are no part of the property.
static void joinFlags(ObjectState &A, const ObjectState &B) {
  A.Escaped |= B.Escaped;
  A.Kept |= B.Kept;
  A.Needed |= B.Needed;
  A.FilledByCall |= B.FilledByCall;
  A.HoldsString |= B.HoldsString;
  A.KnownZero &= B.KnownZero;
  A.FilledAsString &= B.FilledAsString;
}

static void forceJoin(ObjectState &A, const ObjectState &B) {
  for (const SecretRange &R : B.Secrets)
    A.addSecret(R.Bytes, R.Secrecy);
  for (const Interval &W : B.Written)
    A.addWritten(W);
  // What only one path zeroized is no partial zeroization of the other's.
  llvm::erase_if(
      A.Wipes, [&](const Wipe &W) { return !llvm::is_contained(B.Wipes, W); });
  A.Released &= B.Released;
  A.TaggedWhole |= B.TaggedWhole;
}

void StateSpace::joinObjects(State &Into, const State &From, bool Force) {
  const auto Mine = Into.Objects;
  forEachKey(Mine, From.Objects,
             [&](RegionId R, const Shared<ObjectState> *A,
                 const Shared<ObjectState> *B) {
               if ((A && B && A->sharesWith(*B)) || (!B && !Force))
                 return;
               ObjectState Joined = A ? **A : *initial(R);
               const Shared<ObjectState> Theirs = B ? *B : initial(R);
               if (Force)
                 forceJoin(Joined, *Theirs);
               joinFlags(Joined, *Theirs);
               if (!A || !(Joined == **A) || Joined.Kept != (*A)->Kept)
                 Into.Objects[R] = std::move(Joined);
             });
}

void StateSpace::joinCells(State &Into, const State &From, unsigned Block,
                           std::map<SymbolId, Range> &NewRanges) {
  const AbstractValue Nothing;
  const State Before = Into;
  forEachKey(
      Before.Cells, From.Cells,
      [&](const CellKey &Key, const AbstractValue *A, const AbstractValue *B) {
        A = A ? A : &Nothing;
        B = B ? B : &Nothing;
        if (*A == *B)
          return;
        SymbolId Joined =
            symbol(SymbolKind::Join, Block, Key.first, Key.second);
        Into.Cells[Key] =
            joinValues(Before, *A, From, *B, Joined, NewRanges[Joined]);
      });
}

void StateSpace::joinTemporaries(State &Into, const State &From, unsigned Block,
                                 std::map<SymbolId, Range> &NewRanges) {
  const State Before = Into;
  forEachKey(Before.Values, From.Values,
             [&](ValueId Key, const AbstractValue *A, const AbstractValue *B) {
               // What one path has not made yet will be made before it is used.
               if (!A || !B) {
                 if (!A || !A->MaybeAbsent)
                   (Into.Values[Key] = A ? *A : *B).MaybeAbsent = true;
                 return;
               }
               if (*A == *B)
                 return;
               SymbolId Joined = symbol(SymbolKind::Join, Block, NoId, Key);
               bool Absent = A->MaybeAbsent || B->MaybeAbsent;
               AbstractValue &V = Into.Values[Key];
               V = joinValues(Before, *A, From, *B, Joined, NewRanges[Joined]);
               V.MaybeAbsent = Absent;
             });
}

static void joinRanges(State &Into, const State &From,
                       const std::map<SymbolId, Range> &New) {
  const auto Mine = Into.Ranges;
  for (const auto &[Symbol, R] : Mine) {
    auto Other = From.Ranges.find(Symbol);
    Range Joined = R;
    if (Other != From.Ranges.end())
      Joined.join(Other->second);
    if (Other == From.Ranges.end() || Joined.isFull())
      Into.Ranges.erase(Symbol);
    else if (!(Joined == R))
      Into.Ranges[Symbol] = Joined;
  }
  for (const auto &[Symbol, R] : New)
    if (R.isFull())
      Into.Ranges.erase(Symbol);
    else
      Into.Ranges[Symbol] = R;
}

bool StateSpace::join(State &Into, const State &From, unsigned Block,
                      bool Force) {
  const State Before = Into;
  std::map<SymbolId, Range> NewRanges;
  if (!Into.Cells.sharesWith(From.Cells))
    joinCells(Into, From, Block, NewRanges);
  // Ranges of both are still those before the join.
  if (!Into.Values.sharesWith(From.Values))
    joinTemporaries(Into, From, Block, NewRanges);
  if (!Into.Ranges.sharesWith(From.Ranges) || !NewRanges.empty())
    joinRanges(Into, From, NewRanges);
  if (!Into.Objects.sharesWith(From.Objects))
    joinObjects(Into, From, Force);
  llvm::erase_if(Into.Unbuffered, [&](SymbolId S) {
    return !llvm::is_contained(From.Unbuffered, S);
  });
  return !(Into.Objects == Before.Objects && Into.Cells == Before.Cells &&
           Into.Values == Before.Values && Into.Ranges == Before.Ranges &&
           Into.Unbuffered == Before.Unbuffered);
}
