//===- Release.cpp - The end of storage, and what it still holds ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

bool Transfer::isOwned(RegionId Id) const {
  const Region &R = Space.Regions[Id];
  if (R.Kind == RegionKind::Heap || R.Kind == RegionKind::Stack)
    return true;
  if (R.Kind != RegionKind::Object)
    return false;
  const ObjectInfo &O = Facts.Objects[R.Key];
  if (O.Kind == ObjectKind::Local)
    return !O.IsPointer;
  if (O.Kind == ObjectKind::Temporary)
    return O.EndsLife;
  // The callee's copy is the caller's hidden copy, unless it is tagged.
  return O.Kind == ObjectKind::Parameter && !O.Tagged.empty() && !O.IsPointer;
}

/// Storage that held no secret dies without a trace.
bool Transfer::mayTellOfRelease(const State &S, RegionId R) {
  if (Unwinding)
    return true;
  const Shared<ObjectState> O = Space.look(S, R);
  return O->holdsSecret() || !O->Wipes.empty();
}

/// Whether the life of \p R ends with something in it, or with zeroizations
/// that may be removed.
static bool isLeft(const ObjectState &O) {
  return O.holdsSecret() ||
         llvm::any_of(O.Wipes, [](const Wipe &W) { return W.Pending; });
}

void Transfer::scopeEnd(State &S, const Fact &F) {
  RegionId R = Space.Regions.object(F.Object);
  const ObjectInfo &Info = Facts.Objects[F.Object];
  if (Info.Kind == ObjectKind::Parameter && !Unwinding &&
      isLeft(*Space.look(S, R)))
    Seen.LeftInParameters.insert(Info.Parameter);
  Span At = F.At;
  if (!At.Begin)
    At = S.ReturnAt.Begin ? S.ReturnAt
                          : Span{Facts.ClosingBrace, Facts.ClosingBrace};
  if (isOwned(R) && mayTellOfRelease(S, R))
    release(S, R, At, ReleaseKind::Scope, "");
  // Pointers in it die with it.
  std::vector<std::pair<CellKey, AbstractValue>> Dying;
  auto It = S.Cells.lower_bound({R, std::numeric_limits<int64_t>::min()});
  for (; It != S.Cells.end() && It->first.first == R; ++It)
    if (It->second.isPointer())
      Dying.push_back(*It);
  Space.dropRegion(S, R);
  for (const auto &[Cell, V] : Dying)
    lostPointers(S, V, Cell, At, ReleaseKind::Scope);
}

/// The last pointer that this function had to a block is gone.
void Transfer::lostPointers(State &S, const AbstractValue &Old, CellKey Cell,
                            Span At, ReleaseKind How) {
  for (const Target &T : Old.Targets) {
    const Region &R = Space.Regions[T.Region];
    bool IsBlock = R.Kind == RegionKind::Heap ||
                   (R.Kind == RegionKind::Stack && How == ReleaseKind::Scope);
    auto State = S.Objects.find(T.Region);
    // Whoever else has it: an alloca block ends with the function.
    bool MayLive = R.Kind == RegionKind::Heap && State != S.Objects.end() &&
                   State->second->Kept;
    if (!IsBlock || State == S.Objects.end() || MayLive ||
        State->second->Released)
      continue;
    if (Space.decide(S, Old, CompareOp::Eq, 0) == Truth::Yes)
      continue;
    bool Held = false;
    for (const auto &[Key, V] : S.Cells)
      if (Key != Cell || How == ReleaseKind::Lost)
        for (const Target &Other : V.Targets)
          Held |= Other.Region == T.Region;
    bool Ends = State->second->holdsSecret() ||
                (R.Kind == RegionKind::Stack && !State->second->Wipes.empty());
    if (!Held && Ends)
      release(S, T.Region, At, How, "");
  }
}

void Transfer::release(State &S, RegionId R, Span At, ReleaseKind How,
                       const std::string &By, Place Inner) {
  ObjectState &O = Space.object(S, R);
  if (O.Released)
    return;
  for (const TaggedRange &T : Space.Regions[R].Tagged)
    if (T.IsClassDuty || T.IsUnsuitable) // said of the class, or the field
      O.removeSecrets({T.Lo, T.Hi});
  bool IsTold = O.Promised || isToldElsewhere(S, R);
  if (Unwinding && !IsTold)
    leftBehind(S, R, At);
  if (Unwinding || IsTold) {
    O.Released = true;
    O.removeSecrets({std::numeric_limits<int64_t>::min(), EndOfObject});
    return;
  }
  Taint Left = O.secrecyOf({0, EndOfObject});
  for (const Wipe &W : O.Wipes) {
    Site &Where = Seen.Sites[W.Site];
    if (!W.Pending || W.BeforeOpaque)
      continue;
    Where.Ended = true;
    Where.EndedAt = At;
  }
  // A member that zeroizes itself was not meant to zeroize the others.
  auto Incomplete = llvm::find_if(llvm::reverse(O.Wipes), [&](const Wipe &W) {
    return (!W.EndsLife || W.IsPartial) && !Seen.Sites[W.Site].IsAbsence;
  });
  if (Left.any() && Incomplete != O.Wipes.rend()) {
    Site &Last = Seen.Sites[Incomplete->Site];
    Last.PartialLabels |= Left.Labels;
    if (Last.Short == Shortfall::None)
      Last.Short = Shortfall::Offset;
    Last.EndedAt = At;
  } else if (Left.any()) {
    Release &Seen = this->Seen.Releases[{R, At.Begin, How}];
    Seen.Region = R;
    Seen.Kind = How;
    bool AtBrace = At.Begin == Facts.ClosingBrace;
    Seen.TakesStatement =
        AtBrace || (At.Begin == S.ReturnAt.Begin && S.ReturnIsSimple);
    Seen.At = At;
    Seen.By = By;
    Seen.Inner = Inner;
    if (!Seen.Story || Left.isSecret())
      Seen.Story = Left.Origin ? Left.Origin : secretOrigin(R, Span(), "");
    Seen.Labels |= Left.Labels;
  }
  O.Released = true;
  O.ReleasedAt = At.Begin;
  O.removeSecrets({std::numeric_limits<int64_t>::min(), EndOfObject});
}

void Transfer::returns(State &S, const Fact &F) {
  S.ReturnAt = F.At;
  S.ReturnIsSimple = F.Flag;
  S.Returned = valueOf(S, F.A);
  returnCopies(S, F);
  if (Facts.ReturnsSecret)
    for (const Target &T : S.Returned.Targets)
      imageOf(T.Region, "'" + Facts.Name + "' is tagged secret");
  for (Target &T : S.Returned.Targets) {
    if (Space.Regions[T.Region].Kind != RegionKind::Object)
      escapeRegion(S, T.Region);
    else if (Types[F.Type].IsRecord)
      T = returnedRecord(S, T, F.Type);
  }
}

/// A local record that is returned lives on in the caller: what it holds is
/// kept under a name of its own.
Target Transfer::returnedRecord(State &S, const Target &T, TypeId Type) {
  RegionId R = Space.Regions.block(RegionKind::Result, 0, 0);
  Space.dropRegion(S, R);
  Region &Where = Space.Regions.edit(R);
  Where.Name = Space.Regions[T.Region].Name;
  Where.Declared = Space.Regions[T.Region].Declared;
  Where.Type = Type;
  Where.Tagged = Types[Type].Tagged;
  Where.Size = Space.Regions[T.Region].Size;
  Target To = Space.Regions.whole(R);
  S.Objects[R] = *Space.look(S, T.Region);
  if (T.Offset != UnknownOffset)
    copyCells(S, To, T, Types[Type].Size);
  Space.object(S, R).Wipes.clear();
  Space.object(S, R).Promised = false;
  Space.object(S, T.Region).Released = true; // copied out, not released
  return To;
}
