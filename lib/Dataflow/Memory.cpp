//===- Memory.cpp - Addresses, loads and stores ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

const AbstractValue &Transfer::valueOf(const State &S, ValueId V) const {
  static const AbstractValue Unknown;
  auto It = S.Values.find(V);
  return It == S.Values.end() ? Unknown : It->second;
}

State Transfer::entry() {
  State S(Space.Arena);
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    const ObjectInfo &Info = Facts.Objects[O];
    RegionId R = Space.Regions.object(O);
    if (Info.StartsZero)
      Space.object(S, R).KnownZero = true;
    if (Info.Kind != ObjectKind::Parameter)
      continue;
    // The parameter's value on entry: a number or pointer with an identity.
    if (Info.IsPointer || Info.IsScalar)
      contentOf(S, Space.Regions.whole(R), Info.Type);
    ObjectState &Own = Space.object(S, R);
    for (const TaggedRange &T : Info.Tagged)
      if (!T.Pointee)
        Own.addSecret({T.Lo, T.Hi},
                      {Taint::Secret, secretOrigin(R, Info.Declared, "")});
    if (Info.Tagged.empty() && !Info.IsPointer && !Info.IsPublic) {
      int64_t End = Info.Size >= 0 ? Info.Size : EndOfObject;
      Taint T{Space.label(R, {0, End}), 0};
      Own.addSecret({0, End}, T);
      if (auto It = S.Cells.find({R, 0}); It != S.Cells.end())
        S.Cells[{R, 0}].Secrecy.add(T);
    }
  }
  if (Facts.IsConstructor && Facts.This != NoId)
    beginThis(S);
  return S;
}

/// A constructor finds storage that holds nothing yet.
void Transfer::beginThis(State &S) {
  auto It = S.Cells.find({Space.Regions.object(Facts.This), 0});
  if (It == S.Cells.end())
    return;
  for (const Target &T : It->second.Targets) {
    ObjectState Fresh;
    Fresh.Escaped = true;
    S.Objects[T.Region] = Fresh;
  }
}

void Transfer::declare(State &S, const Fact &F) {
  RegionId R = Space.Regions.object(F.Object);
  Space.dropRegion(S, R);
  S.Objects[R] = Shared<ObjectState>();
}

void Transfer::address(State &S, const Fact &F) {
  RegionId R = Space.Regions.object(F.Object);
  set(S, F.Result, AbstractValue::pointer(Space.Regions.whole(R)));
}

/// Elements that are told apart by the range of their index.
constexpr int64_t MaxIndex = 1 << 20;

/// What range the index of an element lies in, as far as it matters.
static void hullOf(const State &S, const AbstractValue &Index, int64_t &First,
                   int64_t &Last) {
  First = 0;
  Last = -1;
  if (Index.What != Kind::Number || !Index.Symbol)
    return;
  const Range &R = S.rangeOf(Index.Symbol);
  int64_t Lo, Hi;
  if (!__builtin_add_overflow(R.Lo, Index.Number, &Lo) && Lo > 0 &&
      Lo <= MaxIndex)
    First = Lo;
  if (!__builtin_add_overflow(R.Hi, Index.Number, &Hi) && Hi >= First &&
      Hi <= MaxIndex)
    Last = Hi;
}

/// Whether \p F is of any turn of a loop over records or rows whose number, or
/// the loop's, is unknown: these are not told apart.
bool Transfer::isTurnOfLoop(const State &S, const Fact &F,
                            const Target &T) const {
  return F.Operands.size() == 2 && F.Flag && F.Number > 0 &&
         T.Offset != UnknownOffset && !T.Stride &&
         (T.Hi == EndOfObject || !valueOf(S, F.Operands.front()).isConstant());
}

/// One of the elements of an array of records or rows: which one is not known.
void Transfer::anyElement(const State &S, const Fact &F, Target &T) {
  int64_t First, Last;
  hullOf(S, valueOf(S, F.B), First, Last);
  if (isTurnOfLoop(S, F, T)) {
    const AbstractValue &From = valueOf(S, F.Operands.back());
    bool IsKnown = From.isConstant() && From.Number >= 0;
    First = IsKnown ? std::min(From.Number, MaxIndex) : 0;
    Last = -1;
  }
  T.Stride = F.Number;
  T.End = T.Hi;
  if (Last >= 0)
    T.End = std::min(T.End, T.Offset + (Last + 1) * F.Number);
  // A loop that ends before the last element.
  const AbstractValue &Size = Space.Regions[T.Region].SizeValue;
  const AbstractValue &Count =
      F.Operands.empty() ? AbstractValue() : valueOf(S, F.Operands.front());
  if (T.End == EndOfObject && Count.What == Kind::Number && Count.Symbol &&
      Size.What == Kind::Multiple && Size.Symbol == Count.Symbol &&
      Size.Right == F.Number && Count.Number < Size.Number)
    T.End = T.Offset + F.Number;
  if (T.End == EndOfObject || T.Offset + First * F.Number < T.End)
    T.Offset += First * F.Number;
  if (F.Size > 0) {
    T.Lo = T.Offset;
    T.Hi = T.Offset + F.Size;
  }
}

/// \p V, moved by the elements that \p F says.
AbstractValue Transfer::elementAt(const State &S, const Fact &F,
                                  AbstractValue V) {
  const AbstractValue &Index = valueOf(S, F.B);
  int64_t Delta;
  bool Known = Index.isConstant() &&
               !__builtin_mul_overflow(Index.Number, F.Number, &Delta);
  for (Target &T : V.Targets) {
    if (T.Stride && T.Stride == F.Number && T.End == EndOfObject)
      continue; // any of them is any of them
    if (Known && T.Offset != UnknownOffset && !isTurnOfLoop(S, F, T)) {
      T.Offset += Delta;
      if (F.Size > 0) {
        T.Lo = T.Offset;
        T.Hi = T.Offset + F.Size;
      }
      continue;
    }
    if (F.Flag && F.Number > 0 && T.Offset != UnknownOffset && !T.Stride) {
      anyElement(S, F, T);
      continue;
    }
    T.Offset = UnknownOffset;
  }
  V.Secrecy.add(Index.Secrecy); // a look-up at a secret index
  return V;
}

void Transfer::element(State &S, const Fact &F) {
  AbstractValue V = valueOf(S, F.A);
  if (Types[F.Type].Holds == Holding::Block)
    V = elementsOf(V, Types[F.Type].Pointee);
  if (F.Operands.size() == 2 && V.isPointer()) {
    const AbstractValue &Count = valueOf(S, F.Operands.front());
    if (Count.What == Kind::Number && Count.Symbol && Count.Number == 0)
      isZeroIfEmpty(Count.Symbol, V, F.At);
  }
  V = elementAt(S, F, std::move(V));
  if (!V.isPointer() && F.Number != 0) {
    V.What = Kind::Unknown; // an integer used as an address
    V.Symbol = 0;
  }
  set(S, F.Result, std::move(V));
}

void Transfer::field(State &S, const Fact &F) {
  AbstractValue V = valueOf(S, F.A);
  retype(S, V, F.Type);
  for (Target &T : V.Targets) {
    if (T.Offset == UnknownOffset)
      continue;
    T.Offset += F.Number;
    T.Lo = T.Offset;
    T.Hi = F.Size > 0 ? T.Offset + F.Size : (T.Stride ? T.Lo : T.Hi);
  }
  set(S, F.Result, std::move(V));
}

/// What the bytes at \p T hold: what was stored there, or what was there first.
AbstractValue Transfer::contentOf(State &S, const Target &T, TypeId Type) {
  const TypeInfo &Info = Types[Type];
  bool Exact = T.Offset != UnknownOffset && !T.Stride;
  if (Exact)
    if (auto It = S.Cells.find({T.Region, T.Offset}); It != S.Cells.end())
      return It->second;
  AbstractValue V;
  int64_t Where = Exact ? T.Offset : T.Lo;
  SymbolId Symbol = Space.symbol(StateSpace::SymbolKind::Content, T.Region, 0,
                                 Exact ? T.Offset : -1 - T.Lo);
  if (Info.IsPointer) {
    RegionId R = Space.Regions.pointee(T.Region, Where, Info.Pointee);
    if (R)
      V = AbstractValue::pointer(Space.Regions.whole(R), Symbol);
    else
      V = AbstractValue::symbol(Exact ? Symbol : 0);
  } else if (Exact) {
    V = AbstractValue::symbol(Symbol);
  }
  if (!Exact && !V.isPointer())
    return AbstractValue();
  if (!Exact)
    V.Symbol = Space.symbol(StateSpace::SymbolKind::Content, T.Region, 1, T.Lo);
  else
    S.Cells.set({T.Region, T.Offset}, V);
  return V;
}

void Transfer::load(State &S, const Fact &F) {
  const AbstractValue &Address = valueOf(S, F.A);
  const TypeInfo &Info = Types[F.Type];
  AbstractValue Result;
  bool First = true;
  for (const Target &T : Address.Targets) {
    AbstractValue V = contentOf(S, T, F.Type);
    if (!Info.IsPointer)
      V.Secrecy.add(secrecyAt(S, T, F.Size));
    const ObjectState *Known = S.touched(T.Region);
    if (!isConstantRegion(T.Region) && !(Known && Known->Needed))
      Space.object(S, T.Region).Needed = true;
    // Touching one byte keeps that byte, not the zeroization.
    if (F.IsVolatile && (T.Offset == UnknownOffset || F.Size >= T.Hi - T.Lo))
      need(S, T.Region);
    if (First) {
      Result = std::move(V);
      First = false;
      continue;
    }
    // One of several: what they have in common is where they may point.
    for (const Target &Other : V.Targets)
      if (!llvm::is_contained(Result.Targets, Other))
        Result.Targets.push_back(Other);
    Result.Secrecy.add(V.Secrecy);
    Result.Symbol = 0;
    if (V.isPointer())
      Result.What = Kind::Pointer;
    if (Result.What != Kind::Pointer)
      Result.What = Kind::Unknown;
    else
      Result.Symbol = Space.symbol(StateSpace::SymbolKind::Result, F.Result);
  }
  if (Address.Targets.empty()) {
    SymbolId Symbol = Space.newResult(S, F.Result);
    Result = AbstractValue::symbol(Symbol);
  }
  Result.Secrecy.add(Address.Secrecy);
  if (Info.IsPointer)
    Result.Secrecy = Taint();
  set(S, F.Result, std::move(Result));
}

void Transfer::forgetCells(State &S, RegionId R, Interval Bytes) {
  if (!Bytes.isEmpty())
    S.Cells.erase(S.Cells.lower_bound({R, Bytes.Lo}),
                  S.Cells.lower_bound({R, Bytes.Hi}));
}

/// Whether it is declared public: nothing written there is secret.
static bool isPublic(const FunctionFacts &Facts, const Region &R) {
  return R.Kind == RegionKind::Object && Facts.Objects[R.Key].IsPublic;
}

void Transfer::giveToCaller(State &S, const AbstractValue &V) {
  for (const Target &T : V.Targets)
    if (Space.Regions[T.Region].Kind == RegionKind::Heap)
      Space.object(S, T.Region).HandedOver = true;
}

void Transfer::storeValue(State &S, const Target &T, AbstractValue V,
                          TypeId Type, int64_t Size, bool Strong) {
  bool Exact = T.Offset != UnknownOffset && !T.Stride;
  if (!Exact) {
    for (const Interval &Bytes : extents(T, Size))
      forgetCells(S, T.Region, Bytes);
    return;
  }
  CellKey Key{T.Region, T.Offset};
  if (Size > 1)
    forgetCells(S, T.Region, {T.Offset + 1, T.Offset + Size});
  if (Types[Type].IsPointer || isPublic(Facts, Space.Regions[T.Region]))
    V.Secrecy = Taint();
  if (Strong) {
    S.Cells.set(Key, std::move(V));
    return;
  }
  auto It = S.Cells.find(Key);
  if (It == S.Cells.end() || It->second == V)
    return;
  AbstractValue &Old = S.Cells[Key];
  for (const Target &Other : V.Targets)
    if (!llvm::is_contained(Old.Targets, Other))
      Old.Targets.push_back(Other);
  Old.What = Old.Targets.empty() ? Kind::Unknown : Kind::Pointer;
  Old.Symbol = Space.symbol(StateSpace::SymbolKind::Join, StateSpace::NoBlock,
                            T.Region, T.Offset);
  S.Ranges.erase(Old.Symbol);
  Old.Secrecy.add(V.Secrecy);
}

/// `*pin = 0` of an `unsigned *`; a char may be the first one of a string.
static bool isWholeNumber(const Region &R, const TypeTable &Types,
                          int64_t Size) {
  return R.Kind == RegionKind::Pointee && Types[R.Type].IsScalar && Size > 1 &&
         Types[R.Type].Size == Size;
}

/// What a store does to the bytes, as far as secrets go.
void Transfer::writeBytes(State &S, const Target &T, int64_t Size,
                          const AbstractValue &V, const Fact &F, bool Strong) {
  ObjectState &O = Space.object(S, T.Region);
  const Region &R = Space.Regions[T.Region];
  if (isPublic(Facts, R))
    return;
  std::vector<Interval> Bytes = extents(T, Size);
  bool Exact = Strong && Bytes.size() == 1 && T.Offset != UnknownOffset;
  if (!(V.isConstant() && !V.Secrecy.any() && V.Number == 0))
    O.KnownZero = false;
  if (Types[F.Type].IsPointer)
    return;
  // A number in a caller's record (a length, a state) tells its callers nothing
  // of secrets, and would only tell paths apart.
  bool IsBookkeeping = R.IsCallers && R.Tagged.empty() && Exact && Size <= 8 &&
                       Types[R.Type].IsRecord && !V.Secrecy.isSecret();
  if (V.isConstant() && !V.Secrecy.any()) {
    if (!Exact || F.Initial)
      return;
    // Zeroing the whole of a secret scalar is a zeroization of it.
    for (const SecretRange &Secret : O.Secrets)
      if (V.Number == 0 &&
          ((Secret.Secrecy.isSecret() && Bytes.front().covers(Secret.Bytes)) ||
           isWholeNumber(R, Types, Size))) {
        ZeroizeRequest Q;
        AbstractValue Length = AbstractValue::number(Size);
        Q.Pointer = AbstractValue::pointer(T);
        Q.Length = &Length;
        Q.Wipe = F.IsVolatile ? Strength::Reliable : Strength::Elidable;
        Q.At = F.At;
        Q.How = "the assignment";
        return zeroize(S, Q);
      }
    if (!IsBookkeeping)
      O.removeSecrets(Bytes.front());
    return;
  }
  if (IsBookkeeping)
    return;
  if (Exact && !V.Secrecy.isSecret())
    O.removeSecrets(Bytes.front());
  for (const Interval &B : Bytes) {
    if (!isCarrier(T.Region)) // what was written there, its cell knows
      O.addWritten(B);
    if (V.Secrecy.any()) {
      Taint Secrecy = V.Secrecy;
      writtenToString(F.At, "the assignment", T.Region, Secrecy, 0);
      Secrecy.Origin = Seen.Story.add(F.At, "copied to '" + R.Name + "' here",
                                      Secrecy.Origin);
      bring(S, T.Region, B, Secrecy);
    }
    arrive(S, T, B, F.At, "written");
    storedRead(S, T.Region, B, V);
  }
}

void Transfer::store(State &S, const Fact &F) {
  const AbstractValue &Address = valueOf(S, F.A);
  const AbstractValue &V = valueOf(S, F.B);
  const TypeInfo &Info = Types[F.Type];
  if (Info.IsPointer)
    retype(S, V, Info.Pointee);
  bool Strong = Address.Targets.size() == 1 && !F.Flag;
  for (const Target &T : Address.Targets) {
    bool Exact = T.Offset != UnknownOffset && !T.Stride;
    AbstractValue Old;
    if (Exact)
      if (auto It = S.Cells.find({T.Region, T.Offset}); It != S.Cells.end())
        Old = It->second;
    storeValue(S, T, V, F.Type, F.Size, Strong);
    writeBytes(S, T, F.Size, V, F, Strong);
    if (!V.isPointer() && !Old.isPointer())
      continue;
    const Region &R = Space.Regions[T.Region];
    if (R.IsCallers || Space.look(S, T.Region)->Escaped)
      escape(S, V);
    if (R.IsCallers)
      giveToCaller(S, V);
    if (Exact && Old.isPointer())
      lostPointers(S, Old, {T.Region, T.Offset}, F.At, ReleaseKind::Lost);
    bool TaggedVariable = R.Kind == RegionKind::Object &&
                          Facts.Objects[R.Key].PointeeTagged && Exact &&
                          T.Offset == 0;
    if (TaggedVariable)
      tagPointee(S, V, R.Why, R.Tag, F.At);
    for (const TaggedRange &Tag : R.Tagged)
      if (Tag.Pointee && Exact && Tag.Lo <= T.Offset && T.Offset < Tag.Hi)
        tagPointee(S, V, Tag.why(), Tag.Where, F.At);
  }
}
