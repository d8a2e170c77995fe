//===- Parts.cpp - Parts of what containers and views hold ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What models say of them: how many elements there are, and which of them a
// pointer or view is made for.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"
#include "llvm/Support/MathExtras.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// The type of the container or view that is argument \p Position.
TypeId Transfer::holderType(const CallInfo &C, int Position) const {
  if (Position == ThisPosition)
    return C.ThisType;
  if (Position < 0 || size_t(Position) >= C.Args.size())
    return 0;
  return Types[C.Args[Position].Type].Pointee;
}

/// What \p V, a multiple of \p Size bytes, is in bytes; false if not known.
static bool inBytes(const AbstractValue &V, int64_t Size, int64_t &Bytes) {
  return V.isConstant() && V.Number >= 0 &&
         !llvm::MulOverflow(V.Number, Size, Bytes);
}

/// Narrows \p T to what \p E says of its elements.
static void narrow(Target &T, const Effect &E, const AbstractValue &Skip,
                   const AbstractValue &Count, int64_t Size) {
  int64_t Front = 0, Bytes = 0;
  bool IsKnown = T.Offset != UnknownOffset && !T.Stride;
  bool HasSkip = E.Skip == NoPosition || inBytes(Skip, Size, Front);
  bool HasCount = inBytes(Count, Size, Bytes);
  if (E.FromEnd) {
    IsKnown &= HasCount && T.Hi != EndOfObject;
    Front = IsKnown ? T.Hi - T.Offset - Bytes : 0;
  }
  int64_t First = 0, End = 0;
  if (!IsKnown || !HasSkip || Front < 0 ||
      llvm::AddOverflow(T.Offset, Front, First)) {
    T.Offset = UnknownOffset;
    return;
  }
  T.Offset = T.Lo = First;
  if (HasCount && !E.FromEnd && !llvm::AddOverflow(First, Bytes, End))
    T.Hi = std::min(T.Hi, End);
  T.Hi = std::max(T.Hi, T.Lo);
}

/// The records in the containers at \p V, where those are part of an object
/// that is not this function's: told apart from the object's other fields. One
/// stands for all. Those whose container is tagged are as secret as that.
AbstractValue Transfer::elementsOf(AbstractValue V, TypeId Element) {
  if (!Types[Element].IsRecord || Types[Element].Holds != Holding::Fields ||
      Types[Element].Size <= 0)
    return V;
  for (Target &T : V.Targets) {
    const Region &R = Space.Regions[T.Region];
    bool IsTagged = llvm::any_of(R.Tagged, [&](const TaggedRange &Tag) {
      return Tag.Lo < T.Hi && T.Lo < Tag.Hi;
    });
    if (R.Kind != RegionKind::Pointee || !Types[R.Type].IsRecord || IsTagged ||
        T.Lo < 0 || T.Hi == EndOfObject || T.Stride)
      continue;
    RegionId Each = Space.Regions.pointee(T.Region, T.Lo, Element);
    if (!Each || Each == T.Region)
      continue;
    const int64_t Size = Types[Element].Size;
    T = {Each, 0, 0, Size, Size, EndOfObject};
  }
  return V;
}

void Transfer::aliasEffect(State &S, const Fact &F, const CallInfo &C,
                           const Effect &E) {
  AbstractValue V = argument(S, F, C, E.Source);
  const TypeInfo &Holder = Types[holderType(C, E.Source)];
  if (isPointerLike(Holder))
    V = viewed(S, V, Holder);
  bool IsPart = E.Len.Kind == LengthKind::Argument || E.Skip != NoPosition;
  for (Target &T : V.Targets)
    if (IsPart)
      narrow(T, E, argument(S, F, C, E.Skip), argument(S, F, C, E.Len.A),
             Holder.ElementSize);
    else
      T.Offset = UnknownOffset; // somewhere inside
  if (V.isPointer())
    V.Symbol = valueOf(S, F.Result).Symbol;
  if (E.Unless == Failure::ResultZero)
    isZeroIfEmpty(V.Symbol, V, F.At);
  if (E.Position == ResultPosition)
    set(S, F.Result, std::move(V));
}

/// What a method of a container points to: `front()`, `k[3]`, `begin()`.
AbstractValue Transfer::elementOf(State &S, const Fact &F, const CallInfo &C,
                                  const AbstractValue &This) {
  const TypeInfo &Info = Types[C.ThisType];
  TypeId Element = Types[C.ResultType].Pointee;
  AbstractValue V =
      Info.Holds == Holding::Block ? elementsOf(This, Element) : This;
  bool IsIndexed = C.Args.size() == 1 && Types[C.Args.front().Type].IsScalar &&
                   Types[Element].Size > 0 &&
                   Types[Element].Size == Info.ElementSize;
  if (!IsIndexed)
    return content(V, Info, !C.Args.empty());
  V = content(V, Info, /*Somewhere=*/false);
  Fact Index;
  Index.B = C.Args.front().Value;
  Index.Number = Info.ElementSize;
  Index.Flag = Types[Element].IsRecord;
  Index.Size = Index.Flag ? Info.ElementSize : UnknownSize;
  Index.At = F.At;
  return elementAt(S, Index, V);
}

/// `size()`: so many elements are a part of the bytes, or all of them.
void Transfer::countEffect(State &S, const Fact &F, const CallInfo &C,
                           const Effect &E) {
  AbstractValue V = argument(S, F, C, E.Position);
  const TypeInfo &Holder = Types[holderType(C, E.Position)];
  if (isPointerLike(Holder))
    V = viewed(S, V, Holder);
  AbstractValue N = valueOf(S, F.Result);
  if (V.Targets.size() != 1 || N.What != Kind::Number || N.Number != 0)
    return;
  N.What = Kind::Share;
  N.LengthOf = V.Targets.front().Region;
  N.Number = 1;
  N.Right = Holder.ElementSize;
  if (!isPointerLike(Holder))
    isZeroIfEmpty(N.Symbol, V, F.At);
  set(S, F.Result, N);
}
