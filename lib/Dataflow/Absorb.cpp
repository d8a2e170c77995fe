//===- Absorb.cpp - What gets into containers, strings and pairs ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// What an argument brings into a container, and where it was. A string is made
/// of the characters behind a pointer or view, too.
Taint Transfer::brought(State &S, const Argument &A, bool IntoString,
                        RegionId &From, bool &IsContent) {
  AbstractValue V = valueOf(S, A.Value);
  if (const TypeInfo Given = Types[Types[A.Type].Pointee];
      IntoString && isPointerLike(Given))
    viewed(S, V, Given); // now the cells know what it views
  Taint Sum = V.Secrecy;
  IsContent = V.Secrecy.any();
  for (const Target &T : V.Targets) {
    auto It = S.Cells.find({T.Region, T.Offset});
    bool IsConstant = isConstantRegion(T.Region) ||
                      (It != S.Cells.end() && It->second.isConstant()) ||
                      (It != S.Cells.end() && It->second.isPointer()) ||
                      (It == S.Cells.end() && isVacant(S, T.Region));
    IsContent |= !IsConstant;
    Taint Here = secrecyAt(S, T, UnknownSize);
    if (It != S.Cells.end())
      Here.add(It->second.Secrecy);
    if (Here.any())
      From = T.Region;
    Sum.add(Here);
    if (!IntoString || It == S.Cells.end())
      continue;
    for (const Target &Text : It->second.Targets) {
      Taint Behind = secrecyAt(S, Text, UnknownSize);
      if (Behind.any())
        From = Text.Region;
      Sum.add(Behind);
    }
  }
  return Sum;
}

/// The container at \p T is empty now. Of the caller's, the summary has to say
/// so.
void Transfer::lostBlock(State &S, const Fact &F, const Target &T) {
  if (Space.Regions[T.Region].IsCallers)
    return holdsNothing(S, AbstractValue::pointer(T), F.At);
  for (const Interval &B : extents(T, UnknownSize))
    Space.object(S, T.Region).removeSecrets(B);
}

static Target memberAt(Target Record, const TypePart &Member) {
  Record.Offset += Member.Offset;
  Record.Lo = Record.Offset;
  Record.Hi = Record.Offset + Member.Size;
  return Record;
}

/// Blocks that \p A had belong to something else from now on.
void Transfer::movedFrom(State &S, const Fact &F, const Argument &A) {
  const TypeInfo &Source = Types[Types[A.Type].Pointee];
  bool IsOwner = Source.Holds == Holding::Owner;
  bool HasBlock = Source.Holds == Holding::Block ||
                  (Source.Holds == Holding::Inline &&
                   Types[Source.Pointee].Holds == Holding::Block);
  for (const Target &T : valueOf(S, A.Value).Targets) {
    if (HasBlock)
      lostBlock(S, F, T);
    if (T.Offset != UnknownOffset && !T.Stride)
      for (const TypePart &Each : Source.Blocks)
        lostBlock(S, F, memberAt(T, Each));
    if (!IsOwner || T.Offset == UnknownOffset || T.Stride)
      continue;
    CellKey Key{T.Region, T.Offset};
    if (auto It = S.Cells.find(Key); It != S.Cells.end())
      escape(S, AbstractValue(It->second));
    S.Cells[Key] = AbstractValue::number(0);
  }
}

/// Where in the pair or tuple \p At the one of \p Count arguments goes that is
/// number \p Index; anywhere in other objects.
Target Transfer::partOf(Target At, const TypeInfo &Type, size_t Index,
                        size_t Count) {
  if (Type.Parts.size() != Count || At.Offset == UnknownOffset || At.Stride)
    return At;
  return memberAt(At, Type.Parts[Index]);
}

/// What \p Held says of \p From is true of \p To now.
void Transfer::handOver(State &S, const Fact &F, const ObjectState &Held,
                        Interval From, RegionId R, Interval To) {
  for (SecretRange Secret : Held.Secrets) {
    if (!Secret.Bytes.overlaps(From))
      continue;
    int64_t Shift = To.Lo - From.Lo;
    Interval Now{std::max(Secret.Bytes.Lo, From.Lo) + Shift, To.Hi};
    if (Secret.Bytes.Hi < From.Hi)
      Now.Hi = std::min(To.Hi, Secret.Bytes.Hi + Shift);
    Secret.Secrecy.Origin = Seen.Story.add(
        F.At, "swapped into '" + Space.Regions[R].Name + "' here",
        Secret.Secrecy.Origin);
    bring(S, R, Now, Secret.Secrecy);
    Space.object(S, R).addWritten(Now);
  }
}

/// Containers swap their blocks; of anything else each side may get a copy.
void Transfer::swapEffect(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  const AbstractValue A = argument(S, F, C, E.Position);
  const AbstractValue B = argument(S, F, C, E.Source);
  auto IsBlock = [&](int Position, const AbstractValue &V) {
    const TypeInfo &Type = Types[holderType(C, Position)];
    return Type.Holds == Holding::Block && !Type.Unsuitable &&
           V.Targets.size() == 1 && !V.Targets.front().Stride &&
           V.Targets.front().Offset != UnknownOffset;
  };
  if (!IsBlock(E.Position, A) || !IsBlock(E.Source, B)) {
    copy(S, A, B, nullptr, {/*Append=*/true, false, F.At, C.Name});
    return copy(S, B, A, nullptr, {/*Append=*/true, false, F.At, C.Name});
  }
  const Target &At = A.Targets.front(), &With = B.Targets.front();
  const Shared<ObjectState> One = Space.look(S, At.Region);
  const Shared<ObjectState> Other = Space.look(S, With.Region);
  const Interval Here = extents(At, UnknownSize).front();
  const Interval There = extents(With, UnknownSize).front();
  lostBlock(S, F, At);
  lostBlock(S, F, With);
  handOver(S, F, *Other, There, At.Region, Here);
  handOver(S, F, *One, Here, With.Region, There);
}

/// A record in an optional, a pair or the like is copied as any other one.
bool Transfer::copiesRecord(State &S, const Fact &F, const CallInfo &C,
                            const Argument &A, const AbstractValue &To) {
  const TypeInfo &Given = Types[Types[A.Type].Pointee];
  auto Fits = [&](const Target &T) {
    return T.Offset != UnknownOffset && !T.Stride &&
           T.Hi - T.Offset == Given.Size;
  };
  if (!Given.IsRecord || Given.Holds != Holding::Fields || Given.Size <= 0 ||
      !llvm::all_of(To.Targets, Fits))
    return false;
  AbstractValue N = AbstractValue::number(Given.Size);
  copy(S, To, valueOf(S, A.Value), &N, {false, false, F.At, C.Name});
  return true;
}

/// Something secret, or just not constant, gets into \p Bytes of a holder.
void Transfer::flowInto(State &S, const Fact &F, const CallInfo &C,
                        const Target &To, Interval Bytes, Taint T) {
  Space.object(S, To.Region).addWritten(Bytes);
  if (T.any())
    T.Origin = Seen.Story.add(
        F.At, "copied to '" + Space.Regions[To.Region].Name + "' here",
        T.Origin);
  bring(S, To.Region, Bytes, T);
  arrive(S, To, Bytes, F.At, "by '" + C.Name + "'");
}

/// Whether an argument is a string itself, not what a pointer into it leads to.
bool Transfer::isString(const Argument &A) const {
  return Types[Types[A.Type].Pointee].Unsuitable.has_value();
}

/// What of the object \p A makes a string of; 0 if it makes none. A string that
/// is moved on was reported when it became one.
TypeId Transfer::stringMadeOf(const Argument &A, TypeId Holder) const {
  const TypeInfo &Info = Types[Holder];
  if (Info.Unsuitable)
    return Holder;
  return A.IsText || (isString(A) && !A.IsMoved) ? Info.UnsuitablePart : 0;
}

/// All that the arguments bring flows into the object.
void Transfer::absorb(State &S, const Fact &F, const CallInfo &C,
                      const AbstractValue &This) {
  if (C.Model && (C.Model->Flags & ReadsOnly))
    return; // `find(key)`
  const TypeInfo &Info = Types[C.ThisType];
  // Without the flag of an optional.
  const AbstractValue Inside =
      Info.Holds == Holding::Inline ? content(This, Info, false) : This;
  for (unsigned I = 0; I != C.Args.size(); ++I) {
    const Argument &A = C.Args[I];
    const TypeId String = stringMadeOf(A, C.ThisType);
    RegionId From = 0;
    bool IsContent = false;
    Taint T = brought(S, A, String != 0, From, IsContent);
    if (A.IsMoved)
      movedFrom(S, F, A);
    if (!IsContent && !T.any())
      continue;
    AbstractValue To = Inside;
    if (C.IsConstructor)
      for (Target &Each : To.Targets)
        Each = partOf(Each, Info, I, C.Args.size());
    if (Info.Holds == Holding::Inline && !String &&
        copiesRecord(S, F, C, A, To))
      continue;
    // Characters that are copied out of a string are in it no more.
    bool IsOut = Types[Space.Regions[From].Type].Unsuitable && !isString(A);
    bool WasString =
        !Info.Unsuitable && !String && !IsOut && isToldElsewhere(S, From);
    bool IsNew = T.any() && String && !WasString;
    for (const Target &Each : To.Targets)
      for (const Interval &B : extents(Each, UnknownSize)) {
        IsNew &= !isDeclaredUnsuitable(Each.Region, B);
        if (From == Each.Region)
          continue;
        Space.object(S, Each.Region).HoldsString |=
            T.any() && (String || WasString);
        flowInto(S, F, C, Each, B, T);
      }
    if (IsNew && !C.moves())
      stringSink(F.At, C.Name, String, T, From);
  }
}
