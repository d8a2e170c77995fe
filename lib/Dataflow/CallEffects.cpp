//===- CallEffects.cpp - What one effect of a model does ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"
#include "llvm/Support/MathExtras.h"

using namespace secret;
using Kind = AbstractValue::Kind;

const AbstractValue &Transfer::argument(const State &S, const Fact &F,
                                        const CallInfo &C, int Position) const {
  static const AbstractValue Unknown;
  if (Position == ResultPosition)
    return valueOf(S, F.Result);
  if (Position == ThisPosition)
    return valueOf(S, C.This);
  if (Position < 0 || size_t(Position) >= C.Args.size())
    return Unknown;
  return valueOf(S, C.Args[Position].Value);
}

/// How many bytes one element has of what the effect is on; 0 if unknown.
int64_t Transfer::elementSize(const CallInfo &C, const Effect &E) const {
  TypeId Type = 0;
  if (E.Position == ResultPosition)
    Type = C.ResultType;
  else if (E.Position == ThisPosition)
    Type = C.ThisType;
  else if (E.Position >= 0 && size_t(E.Position) < C.Args.size())
    Type = C.Args[E.Position].Type;
  if (E.Indirect)
    Type = Types[Type].Pointee;
  return Types[Type].Pointee ? Types[Type].ElementSize : 0;
}

bool Transfer::lengthOf(const State &S, const CallInfo &C, const Effect &E,
                        const Fact &F, AbstractValue &Out) const {
  const Length &L = E.Len;
  switch (L.Kind) {
  case LengthKind::Argument: {
    Out = argument(S, F, C, L.A);
    if (!L.CountsElements)
      return true;
    const int64_t Size = elementSize(C, E);
    int64_t Bytes = 0;
    if (Size == 1)
      return true;
    if (Size && Out.What == Kind::Share) {
      Out.Number *= Size;
      return true;
    }
    if (!Size || !Out.isConstant() ||
        llvm::MulOverflow(Out.Number, Size, Bytes))
      Out = AbstractValue();
    else
      Out = AbstractValue::number(Bytes);
    return true;
  }
  case LengthKind::Product: {
    Out = arithmetic(argument(S, F, C, L.A), argument(S, F, C, L.B),
                     ArithOp::Mul);
    return true;
  }
  case LengthKind::Constant:
    Out = AbstractValue::number(L.A);
    return true;
  case LengthKind::Until: {
    AbstractValue First = argument(S, F, C, 0), Last = argument(S, F, C, L.A);
    if (First.Targets.size() != 1 || Last.Targets.size() != 1)
      return false;
    const Target &A = First.Targets.front(), &B = Last.Targets.front();
    if (A.Region != B.Region || A.Offset == UnknownOffset ||
        B.Offset == UnknownOffset || B.Offset <= A.Offset)
      return false;
    Out = AbstractValue::number(B.Offset - A.Offset);
    return true;
  }
  default:
    return false;
  }
}

/// What the pointers at \p V point to (`char **out`).
AbstractValue Transfer::followed(const State &S, const AbstractValue &V) const {
  AbstractValue Inner;
  for (const Target &T : V.Targets)
    if (auto It = S.Cells.find({T.Region, T.Offset}); It != S.Cells.end())
      Inner = It->second;
  return Inner;
}

/// What an effect is on.
AbstractValue Transfer::target(const State &S, const Fact &F, const CallInfo &C,
                               const Effect &E) const {
  AbstractValue V = argument(S, F, C, E.Position);
  return E.Indirect ? followed(S, V) : V;
}

void Transfer::applyEffect(State &S, const Fact &F, const CallInfo &C,
                           const Effect &E) {
  if (E.WhenArgument != NoPosition) {
    AbstractValue When = argument(S, F, C, E.WhenArgument);
    if (Space.decide(S, When, CompareOp::Eq, E.WhenValue) != Truth::Yes)
      return;
  }
  switch (E.Kind) {
  case EffectKind::Zeroize: {
    AbstractValue N;
    ZeroizeRequest Q;
    Q.Pointer = target(S, F, C, E);
    if (lengthOf(S, C, E, F, N))
      Q.Length = &N;
    Q.ToString = E.Len.Kind == LengthKind::String;
    Q.Wipe = C.KeptByCompiler ? Strength::Reliable : E.Wipe;
    Q.Call = F.Index;
    Q.IsOpaque = Q.Wipe == Strength::Reliable && C.Callee == NoId;
    Q.PointerArgument = E.Position;
    if (E.Len.Kind == LengthKind::Argument && !E.Len.CountsElements)
      Q.LengthArgument = E.Len.A;
    Q.At = F.At;
    Q.How = C.Name;
    return zeroize(S, Q);
  }
  case EffectKind::Release:
    return releaseEffect(S, F, C, E);
  case EffectKind::Allocate:
  case EffectKind::Reallocate:
    return allocateEffect(S, F, C, E);
  case EffectKind::Copy:
  case EffectKind::Append:
    return copyEffect(S, F, C, E);
  case EffectKind::Alias:
    return aliasEffect(S, F, C, E);
  case EffectKind::View:
    return viewEffect(S, F, C, E);
  case EffectKind::Secret:
  case EffectKind::Fill:
    return secretEffect(S, F, C, E);
  case EffectKind::Public:
    if (E.Position == ResultPosition && !valueOf(S, F.Result).isPointer())
      return;
    return makePublic(S, argument(S, F, C, E.Position));
  case EffectKind::Sink:
    return sinkEffect(S, F, C, E);
  case EffectKind::Measure: {
    AbstractValue V = argument(S, F, C, E.Position);
    AbstractValue N = valueOf(S, F.Result);
    if (V.Targets.size() != 1)
      return;
    N.What = Kind::StringLength;
    N.LengthOf = V.Targets.front().Region;
    return set(S, F.Result, N);
  }
  case EffectKind::Count:
    return countEffect(S, F, C, E);
  case EffectKind::Test:
    return testEffect(S, F, C, E);
  case EffectKind::Unbuffer:
    return unbuffer(S, F, C, E.Position);
  case EffectKind::Reserve:
    return reserveEffect(S, F, C, E);
  case EffectKind::Swap:
    return swapEffect(S, F, C, E);
  case EffectKind::Construct:
  case EffectKind::Call:
    return; // a fact of its own, behind the call's
  }
}

/// A number that is made of another one, or of what a pointer points to.
void Transfer::copyToNumber(State &S, const Fact &F,
                            const AbstractValue &From) {
  AbstractValue Result = valueOf(S, F.Result);
  Result.Secrecy.add(From.Secrecy);
  for (const Target &T : From.Targets)
    Result.Secrecy.add(secrecyAt(S, T, UnknownSize));
  set(S, F.Result, std::move(Result));
}

/// What is written of a secret number, `%02x`.
void Transfer::printNumber(State &S, const AbstractValue &To, Taint Secrecy,
                           Span At) {
  for (const Target &T : To.Targets)
    for (const Interval &B : extents(T, UnknownSize)) {
      Taint Printed = Secrecy;
      Printed.Origin = Seen.Story.add(
          At, "copied to '" + Space.Regions[T.Region].Name + "' here",
          Printed.Origin);
      if (!isCarrier(T.Region))
        Space.object(S, T.Region).addWritten(B);
      bring(S, T.Region, B, Printed);
    }
}

void Transfer::copyEffect(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  const AbstractValue Whole = target(S, F, C, E);
  AbstractValue N;
  bool HasLength = lengthOf(S, C, E, F, N);
  int Last = E.AndRest ? C.Args.size() : E.Source + 1;
  for (int I = E.Source; I < Last && I < int(C.Args.size()); ++I) {
    AbstractValue From = argument(S, F, C, I);
    AbstractValue To = Whole;
    if (E.AndRest && E.Position == ResultPosition) // make_pair(1, key)
      for (Target &T : To.Targets)
        T = partOf(T, Types[C.ResultType], I - E.Source, Last - E.Source);
    if (I == ThisPosition && (Types[C.ThisType].Holds == Holding::View ||
                              Types[C.ThisType].Holds == Holding::Owner))
      From = viewed(S, From, Types[C.ThisType]);
    if (I >= 0 && C.Args[I].IsAddress && E.AndRest)
      continue;
    if (E.Position == ResultPosition && !To.isPointer()) {
      copyToNumber(S, F, From);
      continue;
    }
    if (!From.isPointer()) {
      if (From.Secrecy.any())
        printNumber(S, To, From.Secrecy, F.At);
      continue;
    }
    copy(S, To, From, HasLength ? &N : nullptr,
         {E.Kind == EffectKind::Append || I != E.Source, C.KeptByCompiler, F.At,
          C.Name});
  }
  if (E.Len.Kind == LengthKind::String)
    for (const Target &T : Whole.Targets)
      Space.object(S, T.Region).FilledAsString = true;
}

void Transfer::secretEffect(State &S, const Fact &F, const CallInfo &C,
                            const Effect &E) {
  unsigned Last = E.ToRest ? C.Args.size() : E.Position + 1;
  for (int P = E.Position; P < int(Last) || P == E.Position; ++P) {
    AbstractValue V =
        E.Indirect ? followed(S, argument(S, F, C, P)) : argument(S, F, C, P);
    if (E.Kind == EffectKind::Secret) {
      if (!V.isPointer() && P == ResultPosition) {
        V.Secrecy = {
            Taint::Secret,
            Seen.Story.add(F.At, "'" + C.Name + "' returns a secret", 0)};
        set(S, F.Result, V);
        return;
      }
      writesSecret(S, F, C, V, "brings");
    } else {
      written(S, V, UnknownSize, F.At, "by '" + C.Name + "'");
      if (E.Len.Kind == LengthKind::String)
        for (const Target &T : V.Targets)
          Space.object(S, T.Region).FilledAsString = true;
    }
  }
}

void Transfer::releaseEffect(State &S, const Fact &F, const CallInfo &C,
                             const Effect &E) {
  AbstractValue V = target(S, F, C, E);
  if (Space.decide(S, V, CompareOp::Eq, 0) == Truth::Yes)
    return;
  // munmap and other calls that the compiler knows nothing of may read it.
  if (!(C.Model->Flags & NotOpaque))
    needTargets(S, V);
  if (E.Indirect && E.Position == ThisPosition) {
    // A smart pointer that is reset: judged as at the end of its life.
    viewed(S, valueOf(S, C.This), Types[C.ThisType]);
    Fact Reset = F;
    Reset.A = C.This;
    drop(S, Reset);
    AbstractValue New =
        C.Args.empty() ? AbstractValue::number(0) : argument(S, F, C, 0);
    for (const Target &T : argument(S, F, C, ThisPosition).Targets)
      S.Cells[{T.Region, T.Offset}] = New;
    return;
  }
  for (const Target &T : V.Targets) {
    const Region &R = Space.Regions[T.Region];
    if (R.Kind == RegionKind::Object && !E.Zeroes)
      continue; // `free` of a variable is somebody else's fault
    if (E.Zeroes || R.ClearedOnFree) {
      ZeroizeRequest Q;
      Q.Pointer = AbstractValue::pointer(Space.Regions.whole(T.Region));
      Q.At = F.At;
      Q.How = C.Name;
      zeroize(S, Q);
    }
    release(S, T.Region, F.At, ReleaseKind::Free, C.Name);
  }
}

/// The block \p R that an earlier turn of a loop got here makes place for what
/// this one gets.
void Transfer::makeOlder(State &S, const Fact &F, RegionId R) {
  constexpr unsigned FirstOlder = 1u << 16;
  RegionId Older =
      Space.Regions.block(RegionKind::Heap, F.Result, FirstOlder + R);
  Region Copy = Space.Regions[R];
  Space.Regions.edit(Older) = std::move(Copy);
  Space.renameRegion(S, R, Older);
}

void Transfer::allocateEffect(State &S, const Fact &F, const CallInfo &C,
                              const Effect &E) {
  AbstractValue Old;
  if (E.Kind == EffectKind::Reallocate)
    Old = argument(S, F, C, E.Source);
  RegionId R = Space.Regions.block(
      E.Stack ? RegionKind::Stack : RegionKind::Heap, F.Result,
      E.Position == ResultPosition ? 0 : E.Position + 1);
  if (Old.leadsTo(R)) {
    makeOlder(S, F, R);
    Old = argument(S, F, C, E.Source);
  }
  // `getline`: the buffer that it made before is good for this line, too.
  if (E.Indirect && followed(S, argument(S, F, C, E.Position)).leadsTo(R))
    return;
  Space.dropRegion(S, R);
  S.Objects[R] = Shared<ObjectState>();
  Space.object(S, R).KnownZero = E.Zeroes && E.Kind == EffectKind::Allocate;
  AbstractValue N;
  bool HasLength = lengthOf(S, C, E, F, N);
  Region &Where = Space.Regions.edit(R);
  Where.Declared = F.At;
  Where.Name = "the block";
  const TypeInfo &Made = Types[Types[C.ResultType].Pointee];
  if (Made.IsRecord && C.ResultType) { // of one object, not of so many
    HasLength = false;
    Where.Size = Made.Size;
    Where.Type = Types[C.ResultType].Pointee;
    if (Where.Tagged.empty())
      Where.Tagged = Made.Tagged;
  }
  Where.ClearedOnFree = E.ClearedOnFree;
  Where.SizeValue = HasLength ? N : AbstractValue();
  if (HasLength && N.isConstant())
    Where.Size = N.Number;
  SymbolId Symbol =
      Space.newResult(S, F.Result, E.Position == ResultPosition ? 0 : 1);
  Where.Identity = Symbol;
  Space.Identities[Symbol] = R;
  AbstractValue P = AbstractValue::pointer(Space.Regions.whole(R),
                                           E.Stack ? SymbolId(0) : Symbol);
  // realloc moves the content: the old block's secrets are in the new one.
  for (const Target &T : Old.Targets) {
    ObjectState &From = Space.object(S, T.Region);
    if (!E.Zeroes)
      hiddenCopy(F.At, CopyMaker::Reallocation, C.Name, T.Region,
                 secrecyAt(S, Space.Regions.whole(T.Region), UnknownSize));
    ObjectState &To = Space.object(S, R);
    int64_t End = Where.Size >= 0 ? Where.Size : EndOfObject;
    for (SecretRange Secret : From.Secrets) {
      Secret.Bytes.Hi = std::min(Secret.Bytes.Hi, End);
      To.addSecret(Secret.Bytes, Secret.Secrecy);
    }
    To.TaggedWhole |= From.TaggedWhole;
    To.Written = From.Written;
    if (Where.Tagged.empty())
      Where.Tagged = Space.Regions[T.Region].Tagged;
    if (Where.Why.empty()) {
      Where.Why = Space.Regions[T.Region].Why;
      Where.Tag = Space.Regions[T.Region].Tag;
    }
    From.Released = true;
    From.removeSecrets({0, EndOfObject});
  }
  if (E.Position == ResultPosition && !E.Indirect) {
    set(S, F.Result, P);
    return;
  }
  for (const Target &T : argument(S, F, C, E.Position).Targets) {
    S.Cells.set({T.Region, T.Offset}, P);
    const Region &Holder = Space.Regions[T.Region];
    if (Holder.Kind == RegionKind::Object &&
        Facts.Objects[Holder.Key].PointeeTagged)
      tagPointee(S, P, Holder.Why, Holder.Tag, F.At);
    if (Holder.IsCallers)
      escape(S, P);
  }
}
