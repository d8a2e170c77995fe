//===- Unwinding.cpp - Exceptions, destructors and owners -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call that may throw is followed to the handlers around it, and out of the
// function: the destructors of what is alive run on a copy of the state, and
// what still holds a secret then is left behind.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

/// Ends the life of \p Objects that are alive, the youngest first.
void Transfer::unwind(State &S, llvm::ArrayRef<ObjectId> Objects, Span At) {
  bool Before = Unwinding;
  Unwinding = true;
  for (ObjectId O : llvm::reverse(Objects)) {
    RegionId R = Space.Regions.object(O);
    if (!S.Objects.count(R))
      continue;
    std::vector<State> Forks;
    for (const Fact &F : Facts.Objects[O].Destroy) {
      Fact Here = F;
      if (F.Kind == FactKind::Drop)
        Here.At = At;
      apply(S, Here, Forks);
    }
    Fact End;
    End.Kind = FactKind::ScopeEnd;
    End.Object = O;
    End.At = At;
    scopeEnd(S, End);
  }
  Unwinding = Before;
}

/// Whether an exception here could leave a secret behind at all.
bool Transfer::ownsSecret(const State &S) const {
  return llvm::any_of(S.Objects, [&](const auto &Entry) {
    return Entry.second->holdsSecret() && isOwned(Entry.first);
  });
}

/// Whether anything is to be said or done when the life of \p R ends, an object
/// of this function: a long function has thousands of which there is not.
bool Transfer::leavesTrace(const State &S, RegionId R,
                           const ObjectState &O) const {
  const ObjectInfo &Info = Facts.Objects[Space.Regions[R].Key];
  if (O.holdsSecret() || !Info.Destroy.empty())
    return true;
  if (Info.IsScalar || Types[Info.Type].Holds == Holding::Block)
    return false; // no pointer in it
  auto It = S.Cells.lower_bound({R, std::numeric_limits<int64_t>::min()});
  for (; It != S.Cells.end() && It->first.first == R; ++It)
    if (It->second.isPointer())
      return true;
  return false;
}

/// Follows what is thrown in \p Now to the handlers that may take it; false if
/// it gets no further.
bool Transfer::passHandlers(State &Now, const ThrowInfo &How, EndLocals End,
                            std::vector<State> &Forks) {
  size_t Left = How.Landings.size();
  auto Land = [&](unsigned Block) {
    Forks.push_back(Now);
    Forks.back().IsDead = false;
    Forks.back().ThrownTo = Block;
  };
  for (uint32_t Try = How.Try; Try != NoId; Try = Facts.Tries[Try].Outer) {
    if (How.IsKnown && !How.Leaves && Left == 0)
      return false;
    const TryInfo &T = Facts.Tries[Try];
    End(T.Locals);
    if (T.IsConstructor)
      endParts(Now, How.Built);
    for (const ThrowInfo::Landing &L : How.Landings)
      if (L.Try == Try) {
        Land(L.Block);
        --Left;
      }
    if (How.IsKnown)
      continue;
    Land(T.Handlers);
    if (T.CatchesAll)
      return false;
  }
  return !How.IsKnown || How.Leaves;
}

/// An exception is thrown at \p At.
void Transfer::thrown(const State &S, const ThrowInfo &How, Span At,
                      std::vector<State> &Forks) {
  State Now = S;
  auto End = [&](llvm::ArrayRef<ObjectId> Locals) { unwind(Now, Locals, At); };
  if (!passHandlers(Now, How, End, Forks) || Facts.IsNoexcept ||
      !Options.CheckExceptions)
    return;
  leaveConstructor(Now, How.Built, At, /*IsThrow=*/false);
  if (!ownsSecret(Now))
    return;
  std::vector<ObjectId> Alive;
  for (const auto &[R, O] : Now.Objects)
    if (Space.Regions[R].Kind == RegionKind::Object &&
        (Facts.Objects[Space.Regions[R].Key].Kind == ObjectKind::Local ||
         Facts.Objects[Space.Regions[R].Key].Kind == ObjectKind::Parameter) &&
        Space.Regions[R].Key != Facts.This && leavesTrace(Now, R, *O))
      Alive.push_back(Space.Regions[R].Key);
  unwind(Now, Alive, At);
}

/// `throw`: an exit like `return`, unless a handler here catches it.
void Transfer::throwFact(State &S, const Fact &F, std::vector<State> &Forks) {
  const ThrowInfo &How = Facts.Throws[F.Index];
  auto End = [&](llvm::ArrayRef<ObjectId> Locals) {
    leaveScopes(S, Locals, F.At);
  };
  bool Leaves = passHandlers(S, How, End, Forks) && !Facts.IsNoexcept;
  if (Leaves) {
    std::vector<ObjectId> Alive;
    for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
      if (O != Facts.This && (Facts.Objects[O].Kind == ObjectKind::Local ||
                              Facts.Objects[O].Kind == ObjectKind::Parameter))
        Alive.push_back(O);
    leaveScopes(S, Alive, F.At);
    leaveConstructor(S, How.Built, F.At, /*IsThrow=*/true);
  }
  S.IsDead = true;
}

/// Ends the life of \p Objects on an ordinary way out.
void Transfer::leaveScopes(State &S, llvm::ArrayRef<ObjectId> Objects,
                           Span At) {
  for (ObjectId O : llvm::reverse(Objects)) {
    if (!S.Objects.count(Space.Regions.object(O)))
      continue;
    std::vector<State> Forks;
    for (const Fact &F : Facts.Objects[O].Destroy)
      apply(S, F, Forks);
    Fact End;
    End.Kind = FactKind::ScopeEnd;
    End.Object = O;
    End.At = {At.Begin, At.Begin};
    scopeEnd(S, End);
  }
}

/// What nobody zeroizes when an exception leaves the function at \p At.
void Transfer::leftBehind(State &S, RegionId R, Span At) {
  const Shared<ObjectState> O = Space.look(S, R);
  Taint Left = O->secrecyOf({0, EndOfObject});
  if (!Left.any() || !O->Wipes.empty() ||
      Types[Space.Regions[R].Type].Unsuitable) // said where it was filled
    return;
  auto [It, New] = Seen.Unwound.try_emplace(R);
  Release &First = It->second;
  if (!New && First.At.Begin <= At.Begin && (First.Labels & Taint::Secret))
    return;
  First.Region = R;
  First.At = At;
  First.Labels |= Left.Labels;
  First.Story = Left.Origin ? Left.Origin : secretOrigin(R, Span(), "");
}

void Transfer::drop(State &S, const Fact &F) {
  AbstractValue Owner = valueOf(S, F.A);
  for (const Target &T : Owner.Targets) {
    CellKey Key{T.Region, T.Offset};
    auto It = S.Cells.find(Key);
    if (T.Offset == UnknownOffset || It == S.Cells.end())
      continue;
    AbstractValue Old = It->second;
    const Region Holder = Space.Regions[T.Region];
    // It is the owner that people know.
    for (const Target &Block : Old.Targets) {
      Region &R = Space.Regions.edit(Block.Region);
      bool IsBlock = R.Kind == RegionKind::Heap ||
                     (R.Kind == RegionKind::Pointee && R.Parent == T.Region);
      if (!IsBlock || Holder.Kind != RegionKind::Object)
        continue;
      R.Declared = Holder.Declared;
      R.Name = Holder.Name;
    }
    Span At = F.At;
    if (!At.Begin)
      At = S.ReturnAt.Begin ? S.ReturnAt
                            : Span{Facts.ClosingBrace, Facts.ClosingBrace};
    letGo(S, Old, Key, At, ReleaseKind::Scope, "");
  }
}

/// A field of a member's class, which is judged by itself.
static bool isMembersDuty(const TaggedRange &Field) {
  return Field.IsClassDuty && llvm::StringRef(Field.Name).contains('.');
}

/// The destructor is done: whatever its fields hold is left behind.
void Transfer::endOfThis(State &S, const Fact &F) {
  if (Facts.This == NoId)
    return;
  auto It = S.Cells.find({Space.Regions.object(Facts.This), 0});
  if (It == S.Cells.end())
    return;
  for (const Target &T : It->second.Targets) {
    ObjectState &O = Space.object(S, T.Region);
    const Region &R = Space.Regions[T.Region];
    for (const Wipe &W : O.Wipes)
      if (W.Pending && (Seen.Sites[W.Site].Labels & Taint::Secret)) {
        Seen.Sites[W.Site].Ended = true;
        Seen.Sites[W.Site].EndedAt = F.At;
      }
    for (const TaggedRange &Field : R.Tagged) {
      Interval Bytes{Field.Lo, Field.Hi};
      if (!O.secrecyOf(Bytes).any() &&
          llvm::any_of(O.Wipes, [&](const Wipe &W) {
            return W.Bounds.overlaps(Bytes) && !Seen.Sites[W.Site].IsAbsence;
          }))
        Seen.CleanFields.insert(Field.Lo);
      if (Field.Pointee || Field.IsUnsuitable || isMembersDuty(Field) ||
          !O.secrecyOf(Bytes).isSecret())
        continue;
      bool IsPartial = false;
      for (const Wipe &W : O.Wipes)
        if (W.Bounds.overlaps(Bytes)) {
          Seen.Sites[W.Site].PartialLabels |= Taint::Secret;
          if (Seen.Sites[W.Site].Short == Shortfall::None)
            Seen.Sites[W.Site].Short = Shortfall::Offset;
          Seen.Sites[W.Site].EndedAt = F.At;
          IsPartial = true;
        }
      if (!IsPartial)
        Seen.Fields[Field.Lo] = {Field, F.At};
    }
  }
}

void Transfer::captureFact(State &S, const Fact &F) {
  AbstractValue V = valueOf(S, F.A);
  Taint T = V.Secrecy;
  RegionId R = 0;
  for (const Target &Where : V.Targets) {
    T.add(secrecyAt(S, Where, F.Size));
    R = Where.Region;
  }
  if (F.Object != NoId)
    R = Space.Regions.object(F.Object);
  hiddenCopy(F.At, CopyMaker::Closure, "the closure", R, T);
}
