//===- Rooms.cpp - Room that containers have reserved ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A container that grows within the room that it has reserved keeps its block,
// and leaves no copy behind. Who reserved room is believed to have known how
// much it takes, unless more elements are seen to be added.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

CellKey secret::containerAt(const AbstractValue &V) {
  if (V.Targets.size() != 1)
    return {0, 0};
  const Target &T = V.Targets.front();
  bool IsOne = T.Offset != UnknownOffset && !T.Stride;
  return IsOne ? CellKey{T.Region, T.Offset} : CellKey{0, 0};
}

/// The room of the container at \p V, or null. Good until rooms change.
Room *Transfer::roomOf(State &S, const AbstractValue &V) {
  CellKey Key = containerAt(V);
  auto It = llvm::find_if(
      S.Rooms, [&](const Room &Each) { return Each.Container == Key; });
  return Key.first && It != S.Rooms.end() ? &*It : nullptr;
}

/// Whatever is at \p V may have another block now.
void Transfer::dropRoom(State &S, const AbstractValue &V) {
  for (const Target &T : V.Targets)
    for (const Interval &Bytes : extents(T, UnknownSize))
      llvm::erase_if(S.Rooms, [&](const Room &Each) {
        auto [Region, Offset] = Each.Container;
        return Region == T.Region && Bytes.overlaps({Offset, Offset + 1});
      });
}

void Transfer::reserveEffect(State &S, const Fact &F, const CallInfo &C,
                             const Effect &E) {
  AbstractValue V = argument(S, F, C, E.Position);
  AbstractValue N = argument(S, F, C, E.Len.A);
  int64_t Elements = N.isConstant() ? N.Number : AnyElements;
  if (Room *R = roomOf(S, V))
    R->Elements = std::max(R->Elements, Elements);
  else if (CellKey Key = containerAt(V); Key.first)
    S.Rooms.push_back({Key, Elements, 0});
}

static bool growsOrReserves(const CallInfo &C) {
  return C.Model && llvm::any_of(C.Model->Effects, [](const Effect &E) {
           return E.Grows != Growth::None || E.Kind == EffectKind::Reserve;
         });
}

/// `data()`, `operator[]`, `begin()`: as many elements as before.
bool Transfer::onlyLooks(const CallInfo &C) const {
  const TypeInfo &Result = Types[C.ResultType];
  bool IsInside = Result.IsPointer || Result.Holds == Holding::View;
  return C.IsConstMethod ||
         (IsInside && llvm::all_of(C.Args, [&](const Argument &A) {
            return Types[A.Type].IsScalar;
          }));
}

/// What a call does to the room of containers that it may change, where its
/// model does not say that it grows them.
void Transfer::keepRooms(State &S, const CallInfo &C) {
  if (S.Rooms.empty())
    return;
  const bool Grows = growsOrReserves(C);
  // A visible function is trusted to leave the block where it is.
  const bool IsVisible = !C.Model && C.Callee != NoId;
  bool IsHandedOver = C.IsAssignment || C.IsConstructor;
  for (const Argument &A : C.Args) {
    if (!A.PointsToNonConst ||
        Types[Types[A.Type].Pointee].Holds != Holding::Block)
      continue;
    AbstractValue V = valueOf(S, A.Value);
    if (Room *R = IsVisible ? roomOf(S, V) : nullptr)
      R->Used = 0;
    else if (!IsVisible)
      dropRoom(S, V);
    IsHandedOver = true; // `a.swap(b)`
  }
  if (!C.This || Types[C.ThisType].Holds != Holding::Block || Grows)
    return;
  AbstractValue This = valueOf(S, C.This);
  if (IsHandedOver)
    dropRoom(S, This);
  else if (Room *R = onlyLooks(C) ? nullptr : roomOf(S, This))
    R->Used = 0; // `clear()`
}

/// How many elements the container in \p R has at least when \p E is done;
/// AnyElements if it has another block then.
int64_t Transfer::usedAfter(const State &S, const Room &R, const Fact &F,
                            const CallInfo &C, const Effect &E) const {
  switch (E.Grows) {
  case Growth::None:
    break;
  case Growth::By:
    return R.Used + E.GrowsBy;
  case Growth::To: {
    AbstractValue N = argument(S, F, C, E.GrowsBy);
    return N.isConstant() ? N.Number : 0;
  }
  case Growth::Some:
    return R.Used;
  }
  return AnyElements;
}

/// Whether what \p E makes of a container needs no other block.
bool Transfer::growsInRoom(State &S, const Fact &F, const CallInfo &C,
                           const Effect &E) {
  AbstractValue V = argument(S, F, C, E.Source);
  Room *R = roomOf(S, V);
  if (!R)
    return false;
  int64_t Used = usedAfter(S, *R, F, C, E);
  if (E.Grows == Growth::None || Used > R->Elements) {
    dropRoom(S, V);
    return false;
  }
  bool IsMore = llvm::none_of(C.Model->Effects, [](const Effect &Each) {
    return Each.Kind == EffectKind::Reserve;
  });
  if (IsMore)
    R->Used = Used;
  return true;
}

/// Whether the call allocates nothing and copies only what cannot throw.
bool Transfer::staysInRoom(State &S, const Fact &F, const CallInfo &C) {
  const TypeInfo &Element = Types[Types[C.ThisType].Pointee];
  if (S.Rooms.empty() || !growsOrReserves(C) ||
      (Element.IsRecord && !Element.IsTrivial))
    return false;
  return llvm::all_of(C.Model->Effects, [&](const Effect &E) {
    if (E.Kind != EffectKind::Sink || E.Grows == Growth::None)
      return E.Kind != EffectKind::Sink;
    const Room *R = roomOf(S, argument(S, F, C, E.Source));
    return R && usedAfter(S, *R, F, C, E) <= R->Elements;
  });
}

/// Whether the caller has reserved room where \p Fault says that the callee
/// makes a container grow.
bool Transfer::hasRoom(State &S, const SummarizedCall &Call,
                       const SummaryFault &Fault) {
  if (!Fault.Grows)
    return false;
  AbstractValue V = locate(S, Call.F, Call.C, Fault.Container);
  for (Target &T : V.Targets)
    T = at(T, {Fault.ContainerAt, Fault.ContainerAt + 1});
  return roomOf(S, V) != nullptr;
}
