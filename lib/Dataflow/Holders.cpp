//===- Holders.cpp - Containers, strings, views and owners ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the methods of a class do that a model calls a container, a view or an
// owner, for all methods that no model says more of. The elements of a
// container are taken for its own bytes, wherever they are; a view or an owner
// is a pointer in a record.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

bool Transfer::isHolderMethod(const CallInfo &C) const {
  return C.This && Types[C.ThisType].Holds != Holding::Fields;
}

/// What the views or owners at \p V point to.
AbstractValue Transfer::viewed(State &S, const AbstractValue &V,
                               const TypeInfo &View) {
  AbstractValue Out;
  for (const Target &T : V.Targets) {
    if (T.Offset == UnknownOffset || T.Stride)
      continue;
    CellKey Key{T.Region, T.Offset};
    if (!S.Cells.count(Key))
      if (RegionId R =
              Space.Regions.pointee(T.Region, T.Offset, View.Pointee)) {
        SymbolId Symbol = Space.symbol(StateSpace::SymbolKind::Content,
                                       T.Region, 0, T.Offset);
        S.Cells[Key] = AbstractValue::pointer(Space.Regions.whole(R), Symbol);
      }
    auto It = S.Cells.find(Key);
    if (It == S.Cells.end())
      continue;
    for (const Target &Each : It->second.Targets)
      if (!llvm::is_contained(Out.Targets, Each))
        Out.Targets.push_back(Each);
    Out.What = It->second.What;
    Out.Symbol = It->second.Symbol;
  }
  if (!Out.Targets.empty())
    Out.What = Kind::Pointer;
  return Out;
}

/// Pointer to the elements of the containers at \p V.
AbstractValue Transfer::content(const AbstractValue &V,
                                const TypeInfo &Container, bool Somewhere) {
  AbstractValue Out = V;
  Out.What = Kind::Pointer;
  Out.Symbol = 0;
  for (Target &T : Out.Targets) {
    bool IsAll = T.Lo == 0 && T.Hi == EndOfObject;
    // Without the flag behind it.
    if (Container.Holds == Holding::Inline && Container.ContentSize >= 0 &&
        T.Offset != UnknownOffset)
      T.Hi = std::min(T.Hi, T.Offset + Container.ContentSize);
    if (!T.Stride &&
        (Somewhere || (Container.Holds == Holding::Block && !IsAll)))
      T.Offset = UnknownOffset;
  }
  return Out;
}

/// A container's old block goes when another takes its place.
void Transfer::overwrittenBlock(State &S, const Fact &F, const CallInfo &C,
                                const AbstractValue &This) {
  if (Types[C.ThisType].Holds != Holding::Block || Types[C.ThisType].Unsuitable)
    return;
  for (const Target &T : This.Targets)
    for (const Interval &B : extents(T, UnknownSize)) {
      Taint Left = Space.look(S, T.Region)->secrecyOf(B);
      if (!Left.any())
        continue;
      Space.object(S, T.Region).removeSecrets(B);
      if (Types[C.ThisType].HasOwnAllocator)
        continue; // whether that zeroizes is asked where the life ends
      Release &Lost = Seen.Releases[{T.Region, F.At.Begin, ReleaseKind::Lost}];
      Lost.Region = T.Region;
      Lost.Kind = ReleaseKind::Lost;
      Lost.At = F.At;
      Lost.Labels |= Left.Labels;
      if (!Lost.Story || Left.isSecret())
        Lost.Story =
            Left.Origin ? Left.Origin : secretOrigin(T.Region, Span(), "");
    }
}

/// Whether \p Bytes were declared as a secret of an unsuitable type, which is
/// reported there once and for all.
bool Transfer::isDeclaredUnsuitable(RegionId Id, Interval Bytes) const {
  const Region &R = Space.Regions[Id];
  if (R.Kind == RegionKind::Object && !R.Tagged.empty() &&
      Types[R.Type].Unsuitable)
    return true;
  for (const TaggedRange &T : R.Tagged)
    if (T.IsUnsuitable && Bytes.overlaps({T.Lo, T.Hi}))
      return true;
  return false;
}

/// Whether what \p Id holds is reported where it was copied to a string.
bool Transfer::isToldElsewhere(State &S, RegionId Id) {
  const Region &R = Space.Regions[Id];
  return Types[R.Type].Unsuitable ||
         (Space.look(S, Id)->HoldsString && R.Tagged.empty());
}

/// A secret gets into a string-like object.
void Transfer::stringSink(Span At, llvm::StringRef By, TypeId Type, Taint T,
                          RegionId From) {
  if (!T.any())
    return;
  SinkKind Kind = *Types[Type].Unsuitable;
  SinkUse &Use = Seen.Sinks[{At.Begin, Kind, From}];
  Use.At = At;
  Use.Kind = Kind;
  Use.Name = By.str();
  Use.Reason = Types[Type].UnsuitableReason;
  Use.Region = From;
  Use.Labels |= T.Labels;
  if (!Use.Story || T.isSecret())
    Use.Story = T.Origin;
}

/// Whether an object of this function has never been given anything.
bool Transfer::isVacant(State &S, RegionId Id) {
  const Region R = Space.Regions[Id];
  if (R.Kind != RegionKind::Object)
    return false;
  const ObjectKind Kind = Facts.Objects[R.Key].Kind;
  if (Kind != ObjectKind::Local && Kind != ObjectKind::Temporary)
    return false;
  const Shared<ObjectState> O = Space.look(S, Id);
  return O->Written.empty() && O->Secrets.empty() && !O->FilledByCall &&
         !O->Escaped;
}

bool Transfer::isTemporary(RegionId Id) const {
  const Region &R = Space.Regions[Id];
  return R.Kind == RegionKind::Result ||
         (R.Kind == RegionKind::Object &&
          Facts.Objects[R.Key].Kind == ObjectKind::Temporary);
}

/// Bytes of \p From are written to a string by something else than its methods.
void Transfer::writtenToString(Span At, llvm::StringRef By, RegionId To,
                               Taint T, RegionId From) {
  const Region &R = Space.Regions[To];
  // `std::string t = s.substr(1)` is one copy.
  if (Types[Space.Regions[From].Type].Unsuitable && isTemporary(From))
    return;
  if (Types[R.Type].Unsuitable && !R.IsCallers &&
      !isDeclaredUnsuitable(To, {0, EndOfObject}))
    stringSink(At, By, R.Type, T, From);
}

/// An owner is assigned to: what it owned before is let go.
void Transfer::assignPointer(State &S, const Fact &F, const CallInfo &C,
                             const AbstractValue &This) {
  const TypeInfo &Info = Types[C.ThisType];
  AbstractValue New = AbstractValue::number(0);
  if (!C.Args.empty()) {
    const TypeInfo &Given = Types[C.Args.front().Type];
    AbstractValue V = valueOf(S, C.Args.front().Value);
    bool IsSame = isPointerLike(Types[Given.Pointee]) || isPointerLike(Given);
    New = IsSame ? viewed(S, V, Info) : V;
    if (IsSame && C.moves() && Info.Holds == Holding::Owner)
      for (const Target &T : V.Targets)
        S.Cells[{T.Region, T.Offset}] = AbstractValue::number(0);
  }
  for (const Target &T : This.Targets) {
    if (T.Offset == UnknownOffset)
      continue;
    CellKey Key{T.Region, T.Offset};
    AbstractValue Old;
    if (auto It = S.Cells.find(Key); It != S.Cells.end())
      Old = It->second;
    S.Cells[Key] = New;
    if (Info.Holds == Holding::Owner)
      letGo(S, Old, Key, F.At, ReleaseKind::Free, C.Name);
    const Region R = Space.Regions[T.Region];
    if (R.IsCallers || Space.look(S, T.Region)->Escaped)
      escape(S, New);
    if (R.Kind == RegionKind::Object && T.Offset == 0 &&
        Facts.Objects[R.Key].PointeeTagged)
      tagPointee(S, New, R.Why, R.Tag, F.At);
  }
}

/// An owner gives up its pointer: the block is released, unless others have it.
void Transfer::letGo(State &S, const AbstractValue &Old, CellKey Cell, Span At,
                     ReleaseKind How, const std::string &By) {
  if (Space.decide(S, Old, CompareOp::Eq, 0) == Truth::Yes)
    return;
  for (const Target &T : Old.Targets) {
    const Region R = Space.Regions[T.Region];
    if (R.Kind == RegionKind::Object || Space.look(S, T.Region)->Released)
      continue;
    bool Held = false;
    for (const auto &[Key, V] : S.Cells)
      if (Key != Cell)
        for (const Target &Other : V.Targets)
          Held |= Other.Region == T.Region && How == ReleaseKind::Scope;
    if (Held || (R.Kind == RegionKind::Heap && Space.look(S, T.Region)->Kept))
      continue;
    release(S, T.Region, At, How, By);
  }
}

/// The result of a method: a pointer into the object, the object itself, or a
/// copy of something in it.
void Transfer::holderResult(State &S, const Fact &F, const CallInfo &C,
                            const AbstractValue &This) {
  const TypeInfo &Info = Types[C.ThisType];
  const TypeInfo &Result = Types[C.ResultType];
  if (!Result.IsPointer) {
    set(S, F.Result, freshResult(S, F, C));
    if (!Result.IsRecord || isPointerLike(Info))
      return;
    Taint Inside;
    RegionId From = 0;
    for (const Target &T : This.Targets) {
      Inside.add(secrecyAt(S, T, UnknownSize));
      From = T.Region;
    }
    for (const Target &T : valueOf(S, F.Result).Targets)
      for (const Interval &B : extents(T, UnknownSize))
        bring(S, T.Region, B, Inside);
    if (Result.Unsuitable)
      stringSink(F.At, C.Name, C.ResultType, Inside, From);
    return;
  }
  if (Types[Result.Pointee].Holds != Holding::Fields &&
      Types[Result.Pointee].Holds == Info.Holds &&
      Types[Result.Pointee].Size == Info.Size && !isPointerLike(Info))
    return set(S, F.Result, This); // `return *this;`
  if (!isPointerLike(Info))
    return set(S, F.Result, elementOf(S, F, C, This));
  if (isPointerLike(Types[Result.Pointee]))
    return set(S, F.Result, This); // an iterator that moved
  AbstractValue P = viewed(S, This, Info);
  if (!C.Args.empty())
    for (Target &T : P.Targets)
      if (!T.Stride)
        T.Offset = UnknownOffset;
  set(S, F.Result, P);
}

void Transfer::holderCall(State &S, const Fact &F, const CallInfo &C) {
  AbstractValue This = valueOf(S, C.This);
  const TypeInfo Info = Types[C.ThisType];
  if (C.IsAssignment && isPointerLike(Info)) {
    assignPointer(S, F, C, This);
    return set(S, F.Result, This);
  }
  if (C.IsAssignment)
    overwrittenBlock(S, F, C, This);
  if (!isPointerLike(Info) && !C.IsConstMethod)
    absorb(S, F, C, This);
  holderResult(S, F, C, This);
  if (!isPointerLike(Info) || C.IsConstMethod)
    return;
  bool Raw = Types[C.ResultType].IsPointer &&
             !isPointerLike(Types[Types[C.ResultType].Pointee]);
  for (const Target &T : This.Targets) {
    auto It = S.Cells.find({T.Region, T.Offset});
    if (It == S.Cells.end())
      continue;
    AbstractValue &Cell = S.Cells[{T.Region, T.Offset}];
    if (Info.Holds == Holding::Owner && Raw) // release()
      Cell = AbstractValue::number(0);
    else if (Info.Holds == Holding::View) // moves on
      for (Target &Each : Cell.Targets)
        if (!Each.Stride)
          Each.Offset = UnknownOffset;
  }
}
