//===- Calls.cpp - Calls of functions that no model knows -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// A function whose task is to zeroize throws nothing.
static bool zeroizesNow(const CallInfo &C) {
  if (C.Zeroizes || !C.Model)
    return C.Zeroizes;
  return (C.Model->Flags & NoThrow) || C.Model->zeroizes();
}

/// Of a body that is known, what it says; else what its declaration does.
bool Transfer::mayThrow(const CallInfo &C) const {
  if (!C.MayThrow || zeroizesNow(C))
    return false;
  if (!C.Targets.empty())
    return llvm::any_of(C.Targets, [&](const CallTarget &T) {
      return mayThrow(Facts.Calls[T.Call]); // which has no targets
    });
  auto It = Summaries.find(C.Callee);
  return It == Summaries.end() || It->second.MayThrow;
}

/// Follows what the call may throw: what a container was to take over is not
/// this function's duty any more.
void Transfer::callThrows(const State &S, const Fact &F, const CallInfo &C,
                          std::vector<State> &Forks) {
  auto IsMoved = [](const Argument &A) { return A.IsMoved; };
  if (!isHolderMethod(C) || llvm::none_of(C.Args, IsMoved))
    return thrown(S, C.Thrown, F.At, Forks);
  State Now = S;
  for (const Argument &A : C.Args)
    if (A.IsMoved)
      movedFrom(Now, F, A);
  thrown(Now, C.Thrown, F.At, Forks);
}

void Transfer::call(State &S, const Fact &F, std::vector<State> &Forks) {
  const CallInfo &C = Facts.Calls[F.Index];
  if (C.IsPromise)
    return promisedCall(S, F, C);
  if (mayThrow(C) && !Unwinding && !staysInRoom(S, F, C))
    callThrows(S, F, C, Forks);
  argumentCopies(S, F, C);
  keepRooms(S, C);
  calleeEffects(S, F, C, Forks);
}

void Transfer::calleeEffects(State &S, const Fact &F, const CallInfo &C,
                             std::vector<State> &Forks) {
  if (C.Interns)
    internedArguments(S, F, C);
  if (C.Zeroizes && !(C.ZeroizesByName && knowsTargets(C)))
    return zeroizerCall(S, F, C);
  if (C.Model)
    return modelledCall(S, F, C, Forks);
  if (C.NumTargets)
    return callThroughTable(S, F, C, Forks);
  if (C.Callee != NoId)
    if (auto It = Summaries.find(C.Callee); It != Summaries.end())
      return summarizedCall(S, F, C, It->second, Forks);
  if (isHolderMethod(C))
    return holderCall(S, F, C);
  unknownCall(S, F, C);
  if (C.Interns)
    internedResult(S, F, C);
}

/// Something will zeroize what \p V points to, if \p Bytes are all of it.
void Transfer::promise(State &S, const AbstractValue &V, Interval Bytes) {
  for (const Target &T : V.Targets)
    if (T.Offset == 0 && Bytes.Lo == 0 &&
        Bytes.Hi >= Space.Regions.whole(T.Region).Hi)
      Space.object(S, T.Region).Promised = true;
}

/// Nobody knows when it happens: what it zeroizes then is nothing that is left.
void Transfer::promisedCall(State &S, const Fact &F, const CallInfo &C) {
  if (C.Model)
    for (const Effect &E : C.Model->Effects)
      if (E.Kind == EffectKind::Zeroize)
        promise(S, target(S, F, C, E), {0, EndOfObject});
  auto It =
      C.Model || C.Callee == NoId ? Summaries.end() : Summaries.find(C.Callee);
  if (It == Summaries.end())
    return;
  for (const SummaryCase &Case : It->second.Cases)
    for (const SummaryWipe &W : Case.Wipes)
      promise(S, locate(S, F, C, W.Path), W.Bytes);
}

/// annotate("interns"): every argument is copied into interned storage.
void Transfer::internedArguments(State &S, const Fact &F, const CallInfo &C) {
  Effect E;
  E.Kind = EffectKind::Sink;
  E.Sink = SinkKind::Interned;
  E.Source = 0;
  E.AndRest = true;
  if (!C.Args.empty())
    sinkEffect(S, F, C, E);
}

/// A result that nothing is known of: a number, or a pointer to some storage.
AbstractValue Transfer::freshResult(State &S, const Fact &F,
                                    const CallInfo &C) {
  SymbolId Symbol = Space.newResult(S, F.Result);
  const TypeInfo &Info = Types[C.ResultType];
  if (!Info.IsPointer && !Info.IsRecord) {
    AbstractValue V = AbstractValue::symbol(Symbol);
    if (C.ResultIsSecret)
      V.Secrecy = {
          Taint::Secret,
          Seen.Story.add(F.At, "'" + C.Name + "' returns a secret", 0)};
    return V;
  }
  RegionId R = Space.Regions.block(RegionKind::Result, F.Result, 0);
  Space.dropRegion(S, R);
  Region &Where = Space.Regions.edit(R);
  Where.IsCallers = Info.IsPointer;
  Where.Declared = F.At;
  Where.Name = "the result of " + C.Name;
  Where.Type = Info.IsPointer ? Info.Pointee : C.ResultType;
  if (Where.Tagged.empty() && !C.ResultIsPublic) {
    Where.Tagged = Types[Where.Type].Tagged;
    if (!Where.Tagged.empty())
      Where.Why = "'" + C.Name + "' returns a type that is tagged secret";
  }
  if (C.ResultIsSecret && Info.Unsuitable && C.Callee == NoId)
    stringSink(F.At, C.Name, C.ResultType,
               {Taint::Secret,
                Seen.Story.add(F.At, "'" + C.Name + "' returns a secret", 0)},
               0);
  if (!Info.IsPointer) {
    Where.Size = Info.Holds == Holding::Block ? UnknownSize : Info.Size;
    ObjectState &O = Space.object(S, R);
    for (const TaggedRange &T : Where.Tagged)
      O.addSecret({T.Lo, T.Hi}, {Taint::Secret, secretOrigin(R, F.At, "")});
    AbstractValue V = AbstractValue::pointer(Space.Regions.whole(R));
    if (C.ResultIsSecret && !Info.Unsuitable && !Info.IsHandle)
      makeSecret(S, V,
                 Info.Holds == Holding::Inline ? Info.ContentSize : UnknownSize,
                 F.At, "'" + C.Name + "' returns a secret");
    return V;
  }
  Where.Identity = Symbol;
  Space.Identities[Symbol] = R;
  AbstractValue V = AbstractValue::pointer(Space.Regions.whole(R), Symbol);
  if (C.ResultIsSecret)
    makeSecret(S, V, UnknownSize, F.At, "'" + C.Name + "' returns a secret");
  return V;
}

/// The pointer and the length of a function that says it zeroizes.
void Transfer::zeroizerCall(State &S, const Fact &F, const CallInfo &C) {
  const Argument *Pointer = nullptr;
  const Argument *Length = nullptr;
  for (const Argument &A : C.Args) {
    bool IsPointer = Types[A.Type].IsPointer;
    if (IsPointer && !Pointer)
      Pointer = &A;
    else if (!IsPointer && Pointer && Types[A.Type].IsScalar)
      Length = &A; // the last number, behind a fill byte
  }
  if (!Pointer && C.This) {
    ZeroizeRequest Q;
    Q.Pointer = valueOf(S, C.This);
    Q.At = F.At;
    Q.How = C.Name;
    zeroize(S, Q);
  }
  if (Pointer) {
    AbstractValue N = Length ? valueOf(S, Length->Value) : AbstractValue();
    ZeroizeRequest Q;
    Q.Pointer = valueOf(S, Pointer->Value);
    Q.Length = Length ? &N : nullptr;
    Q.At = F.At;
    Q.How = C.Name;
    // With link-time optimization its body is as visible as any other.
    if (C.ZeroizesByName && Options.AssumeLTO)
      Q.Wipe = Strength::Elidable;
    zeroize(S, Q);
    if (Q.Wipe == Strength::Elidable)
      return set(S, F.Result, freshResult(S, F, C));
    needTargets(S, Q.Pointer);
    escape(S, Q.Pointer);
  }
  opaqueCall(S);
  set(S, F.Result, freshResult(S, F, C));
}

/// `*_free(p)` and the like of a record: trusted to zeroize and free it.
void Transfer::destroyCall(State &S, const Fact &F, const CallInfo &C) {
  if (C.Args.empty())
    return;
  const TypeInfo &T = Types[C.Args.front().Type];
  if (!T.IsPointer || !Types[T.Pointee].IsRecord)
    return;
  ZeroizeRequest Q;
  Q.Pointer = valueOf(S, C.Args.front().Value);
  for (Target &Each : Q.Pointer.Targets)
    Each.Lo = Each.Offset == UnknownOffset ? Each.Lo : Each.Offset;
  Q.At = F.At;
  Q.How = C.Name;
  zeroize(S, Q);
}

void Transfer::overwritePointers(State &S, const AbstractValue &V,
                                 const Fact &F, unsigned Which) {
  for (const Target &T : V.Targets) {
    const Region &R = Space.Regions[T.Region];
    for (const Interval &B : extents(T, UnknownSize))
      forgetCells(S, T.Region, B);
    if (R.Kind != RegionKind::Object || !Facts.Objects[R.Key].IsPointer)
      continue;
    // `char **out`: the variable points to something new.
    const ObjectInfo &O = Facts.Objects[R.Key];
    RegionId New = Space.Regions.block(RegionKind::Result, F.Result, Which + 1);
    Space.dropRegion(S, New);
    Region &Where = Space.Regions.edit(New);
    Where.IsCallers = true;
    Where.Declared = F.At;
    Where.Name = "*" + O.Name;
    Where.Type = Types[O.Type].Pointee;
    SymbolId Symbol = Space.newResult(S, F.Result, Which + 1);
    Where.Identity = Symbol;
    Space.Identities[Symbol] = New;
    AbstractValue P = AbstractValue::pointer(Space.Regions.whole(New), Symbol);
    S.Cells.set({T.Region, 0}, P);
    if (O.PointeeTagged)
      tagPointee(S, P, O.Why, O.Tag, F.At);
  }
}

void Transfer::taggedArguments(State &S, const Fact &F, const CallInfo &C) {
  for (const Argument &A : C.Args) {
    if (A.IsSecret && A.PointsToNonConst)
      writesSecret(S, F, C, valueOf(S, A.Value), "writes");
    if (A.IsPublic)
      makePublic(S, valueOf(S, A.Value));
  }
}

static bool givenSecret(const std::vector<Taint> &Taints) {
  for (const Taint &T : Taints)
    if (T.isSecret())
      return true;
  return false;
}

/// Whether a callee that gets a pointer to \p Block cannot keep the block: a
/// smart pointer that is not passed itself (as a temporary) releases it.
static bool isLent(const FunctionFacts &Facts, const TypeTable &Types,
                   StateSpace &Space, const State &S, RegionId Block) {
  if (Space.Regions[Block].Kind != RegionKind::Heap ||
      Space.look(S, Block)->Kept)
    return false;
  bool IsOwned = false;
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    if (Types[Facts.Objects[O].Type].Holds != Holding::Owner)
      continue;
    auto It = S.Cells.find({Space.Regions.object(O), 0});
    if (It == S.Cells.end() ||
        llvm::none_of(It->second.Targets,
                      [&](const Target &T) { return T.Region == Block; }))
      continue;
    if (Facts.Objects[O].Kind == ObjectKind::Temporary)
      return false;
    IsOwned = true;
  }
  return IsOwned;
}

void Transfer::unknownCall(State &S, const Fact &F, const CallInfo &C) {
  std::vector<AbstractValue> Values;
  std::vector<Taint> Taints;
  for (const Argument &A : C.Args) {
    Values.push_back(valueOf(S, A.Value));
    Taint T = Values.back().Secrecy;
    for (const Target &Where : Values.back().Targets)
      T.add(secrecyAt(S, Where, UnknownSize));
    Taints.push_back(T);
  }
  AbstractValue This = valueOf(S, C.This);
  for (unsigned I = 0; I != Values.size(); ++I) {
    // What it fills with a secret, and what it only reads, it does not keep.
    bool IsFilled = C.Args[I].IsSecret && !Taints[I].any();
    if (C.Args[I].PointsToNonConst && !IsFilled)
      for (const Target &T : Values[I].Targets) {
        bool IsLent = isLent(Facts, Types, Space, S, T.Region);
        escapeRegion(S, T.Region);
        if (IsLent)
          Space.object(S, T.Region).Kept = false;
      }
    else
      for (const Target &T : Values[I].Targets)
        markEscaped(S, T.Region);
    needTargets(S, Values[I]);
  }
  escape(S, This);
  needTargets(S, This);
  opaqueCall(S);
  if (C.Destroys) {
    destroyCall(S, F, C);
    set(S, F.Result, freshResult(S, F, C));
    return;
  }
  bool Brings = !C.Initializes || givenSecret(Taints);
  for (unsigned I = 0; I != C.Args.size(); ++I) {
    const Argument &A = C.Args[I];
    if (!A.PointsToNonConst || A.IsPublic)
      continue;
    overwritePointers(S, Values[I], F, I);
    if (Brings)
      written(S, Values[I], UnknownSize, F.At, "by '" + C.Name + "'");
  }
  set(S, F.Result, freshResult(S, F, C));
  taggedArguments(S, F, C);
}
