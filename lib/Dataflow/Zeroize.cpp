//===- Zeroize.cpp - Zeroizations, releases and what lies between ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

namespace {
/// `sizeof(header) + n` counts padding in front of a flexible array.
constexpr int64_t MaxPadding = 15;
/// Elements of an array that are looked at one by one.
constexpr int64_t MaxRows = 16;
} // namespace

void Transfer::zeroizeFact(State &S, const Fact &F) {
  AbstractValue Pointer = valueOf(S, F.A);
  if (F.Initial) {
    for (const Target &T : Pointer.Targets) {
      ObjectState &O = Space.object(S, T.Region);
      O.KnownZero = true;
    }
    return;
  }
  AbstractValue Length = valueOf(S, F.B);
  ZeroizeRequest Q;
  Q.Pointer = Pointer;
  Q.Length = F.B ? &Length : nullptr;
  Q.Wipe = F.IsVolatile ? Strength::Reliable : Strength::Elidable;
  Q.EndsLife = F.EndsLife;
  Q.At = F.At;
  Q.How = F.Flag ? "the loop" : "the assignment";
  zeroize(S, Q);
}

void Transfer::zeroize(State &S, ZeroizeRequest Q) {
  if (Facts.IsUnoptimized)
    Q.Wipe = Strength::Reliable;
  for (const Target &T : Q.Pointer.Targets)
    if (!zeroizedPointerItself(S, Q, T))
      zeroizeTarget(S, Q, T);
}

/// `memset(&p, 0, n)` where `memset(p, 0, n)` was meant.
bool Transfer::zeroizedPointerItself(State &S, const ZeroizeRequest &Q,
                                     const Target &T) {
  const Region R = Space.Regions[T.Region];
  if (R.Kind != RegionKind::Object || !Facts.Objects[R.Key].IsPointer ||
      T.Offset != 0)
    return false;
  auto It = S.Cells.find({T.Region, 0});
  if (It == S.Cells.end() || !It->second.isPointer())
    return false;
  for (const Target &Meant : It->second.Targets) {
    ObjectState &O = Space.object(S, Meant.Region);
    Taint Left = O.secrecyOf({0, EndOfObject});
    if (!Left.any())
      continue;
    SiteId Id = Seen.site(Q.At, Meant.Region, Q.Inner);
    Site &Where = Seen.Sites[Id];
    Where.How = Q.How;
    Where.Short = Shortfall::AddressOfPointer;
    Where.Labels |= Left.Labels;
    Where.Story = Left.Origin;
    Where.PartialLabels |= Left.Labels; // whoever owns it, this is wrong
    Where.EndedAt = Q.At;
    O.Wipes.push_back({Id, {0, 0}, {Meant.Lo, Meant.Hi}, false, true});
  }
  return true;
}

/// "n - 4 of n bytes", "n of n * 4 bytes": whether \p N bytes behind \p Offset
/// are less than \p Size, which is made of the same unknown number.
static bool isLess(const AbstractValue &N, const AbstractValue &Size,
                   int64_t Offset) {
  auto IsLinear = [](const AbstractValue &V) {
    return V.Symbol && (V.What == Kind::Number || V.What == Kind::Multiple);
  };
  if (!IsLinear(N) || !IsLinear(Size) || N.Symbol != Size.Symbol)
    return false;
  int64_t Each = N.What == Kind::Multiple ? N.Right : 1;
  int64_t Needed = Size.What == Kind::Multiple ? Size.Right : 1;
  if (Each != Needed)
    return Each < Needed && Offset == 0 && N.Number <= Size.Number;
  if (N.Number == 0 && Size.Number == 1)
    return false; // all but the terminator
  if (Each != 1)
    return Offset == 0 && N.Number < Size.Number;
  return Offset + N.Number + (Offset ? MaxPadding : 0) < Size.Number;
}

/// What a zeroization surely covers of \p T, and why that may be too little.
std::vector<Interval> Transfer::covered(State &S, const ZeroizeRequest &Q,
                                        const Target &T, Shortfall &Short) {
  const Region &R = Space.Regions[T.Region];
  ObjectState &O = Space.object(S, T.Region);
  bool SizeKnown = R.Size >= 0;
  std::vector<Interval> Rest = extents(T, UnknownSize);
  if (Q.ToString) {
    if (SizeKnown && !O.FilledAsString)
      Short = Shortfall::StringLength;
    return Short == Shortfall::None ? Rest : std::vector<Interval>{};
  }
  if (!Q.Length)
    return Rest;
  const AbstractValue &N = *Q.Length;
  if (N.What == Kind::StringLength && N.LengthOf != T.Region)
    return Rest; // of what was copied here, for one
  if (N.What == Kind::StringLength) {
    if (SizeKnown && !O.FilledAsString)
      Short = Shortfall::StringLength;
    return Short == Shortfall::None ? Rest : std::vector<Interval>{};
  }
  if (N.isConstant()) {
    if (T.Offset == UnknownOffset)
      return N.Number ? Rest : std::vector<Interval>{};
    bool IsPointerSize = N.Flavor == NumberFlavor::SizeofPointer;
    std::vector<Interval> Bytes = extents(T, N.Number);
    Short = IsPointerSize   ? Shortfall::SizeofPointer
            : N.Number == 0 ? Shortfall::Zero
                            : Shortfall::Smaller;
    // An object of unknown size may end where the zeroization does.
    bool IsLess = R.SizeValue.What == Kind::Number && R.SizeValue.Symbol &&
                  N.Number <= R.SizeValue.Number;
    IsLess |=
        R.SizeValue.What == Kind::Multiple && N.Number < R.SizeValue.Right;
    IsLess |= T.Stride && T.End != EndOfObject; // not all of the elements
    IsLess |= T.Stride && T.Hi != EndOfObject && T.Offset + N.Number < T.Hi;
    if (!SizeKnown && !IsPointerSize && N.Number != 0 && !IsLess)
      for (const SecretRange &Secret : O.Secrets)
        if (Secret.Bytes.Hi == EndOfObject && T.Offset <= Secret.Bytes.Lo)
          Bytes.push_back({Secret.Bytes.Lo, EndOfObject});
    return Bytes;
  }
  if (N.What == Kind::Share) {
    // Two halves are a whole; plain `size()` of wide elements never is.
    bool MayBeRest = T.Offset == UnknownOffset && !N.Symbol;
    if (N.LengthOf != T.Region || N.Number >= N.Right || MayBeRest)
      return Rest;
    Short = Shortfall::Smaller;
    if (T.Offset == UnknownOffset || T.Hi == EndOfObject)
      return {};
    return extents(T, (T.Hi - T.Lo) * N.Number / N.Right);
  }
  if (T.Offset == UnknownOffset || !isLess(N, R.SizeValue, T.Offset))
    return Rest;
  Short = Shortfall::Smaller;
  return {};
}

/// Overwritten once more: of several zeroizations the last one counts.
void Transfer::zeroizeAgain(const ZeroizeRequest &Q, const Target &T,
                            ObjectState &O) {
  uint64_t Labels = 0;
  for (Wipe &W : O.Wipes) {
    if (!W.Pending)
      continue;
    W.Pending = false;
    Labels |= Seen.Sites[W.Site].Labels;
  }
  if (!Labels || Q.Wipe == Strength::Reliable)
    return;
  SiteId Id = Seen.site(Q.At, T.Region, Q.Inner);
  describeSite(Q, T, Seen.Sites[Id]);
  Seen.Sites[Id].Labels |= Labels;
  llvm::erase_if(O.Wipes, [&](const Wipe &W) { return W.Site == Id; });
  O.Wipes.push_back({Id, {T.Lo, T.Hi}, {T.Lo, T.Hi}, true, false});
}

void Transfer::describeSite(const ZeroizeRequest &Q, const Target &T,
                            Site &Where) {
  Where.How = Q.How;
  Where.Wipe = Q.Wipe;
  Where.InnerText = Q.InnerText;
  Where.Call = Q.Call;
  Where.IsOpaque = Q.IsOpaque;
  Where.IsAbsence = Q.IsAbsence;
  Where.PointerArgument = Q.PointerArgument;
  Where.LengthArgument = Q.LengthArgument;
  if (Q.Length && Q.Length->isConstant())
    Where.Covered = Q.Length->Number;
  if (!Where.Story)
    Where.Story = secretOrigin(T.Region, Span(), "");
}

/// Whether \p Bytes begin where \p Bounds do, and nothing behind them was
/// written.
static bool coversWritten(const ObjectState &O, llvm::ArrayRef<Interval> Bytes,
                          Interval Bounds) {
  bool Any = false;
  if (O.FilledByCall)
    return false;
  for (const Interval &W : O.Written) {
    if (!W.overlaps(Bounds))
      continue;
    Any = true;
    if (!llvm::any_of(Bytes, [&](const Interval &B) { return B.covers(W); }))
      return false;
  }
  return Any;
}

/// A loop zeroizes \p First of one element, and as much of those behind it that
/// hold secrets.
static void addRows(const ObjectState &O, const Target &T,
                    std::vector<Interval> &Bytes) {
  const Interval First = Bytes.front();
  for (const SecretRange &Secret : O.Secrets) {
    int64_t Row = std::max(Secret.Bytes.Lo, First.Lo) / T.Stride;
    for (int64_t End = Row + MaxRows; Row != End; ++Row) {
      int64_t By = Row * T.Stride - First.Lo / T.Stride * T.Stride;
      if (Row * T.Stride >= Secret.Bytes.Hi)
        break;
      Bytes.push_back({First.Lo + By, First.Hi + By});
    }
  }
}

/// If nothing is left of the first element, nothing is left of those behind it.
static void zeroizeEach(ObjectState &O, const Target &T, Interval First) {
  int64_t Element = First.Lo - First.Lo % T.Stride;
  if (!O.secrecyOf({Element, Element + T.Stride}).any())
    O.removeSecrets({Element, EndOfObject});
}

/// A later turn of a loop takes the place of an earlier one. But all members
/// that an implicit function moves from, or a destructor ends, have one place.
static void forgetSite(ObjectState &O, SiteId Id, Interval Bytes,
                       bool AreMembers) {
  constexpr size_t MaxMembers = 32;
  bool Keeps = AreMembers && O.Wipes.size() < MaxMembers;
  llvm::erase_if(O.Wipes, [&](const Wipe &W) {
    return W.Site == Id && !(Keeps && !W.Bytes.overlaps(Bytes));
  });
}

void Transfer::zeroizeTarget(State &S, const ZeroizeRequest &Q,
                             const Target &T) {
  if (zeroizesImmutable(S, Q, T))
    return;
  ObjectState &O = Space.object(S, T.Region);
  if (O.Released)
    return;
  // Until the end of what is known: an array inside a larger object.
  Taint Before = O.secrecyOf({0, EndOfObject});
  if (!Before.any() && (O.Wipes.empty() || Q.IsAbsence))
    return;
  if (!Before.any())
    return zeroizeAgain(Q, T, O);
  SiteId Id = Seen.site(Q.At, T.Region, Q.Inner);
  Shortfall Short = Shortfall::None;
  std::vector<Interval> Bytes = covered(S, Q, T, Short);
  bool IsEach = T.Stride && T.End == EndOfObject && !Bytes.empty();
  if (IsEach && Bytes.front().Hi != EndOfObject)
    addRows(O, T, Bytes);
  Taint Wiped;
  for (const Interval &B : Bytes)
    Wiped.add(O.secrecyOf(B));
  Interval Bounds{T.Lo, T.Hi};
  if (!Wiped.any() && Bytes.empty() && Short == Shortfall::None)
    return;
  // It touches none of the secret and was not meant to.
  if (!Wiped.any() && !Bytes.empty() && !O.secrecyOf(Bounds).any())
    return;
  uint64_t Labels = Before.Labels;
  // All that was ever written there: the rest of the object held nothing.
  if (!Bytes.empty() && coversWritten(O, Bytes, Bounds))
    Bytes.push_back(Bounds);
  for (const Interval &B : Bytes)
    O.removeSecrets(B);
  if (IsEach)
    zeroizeEach(O, T, Bytes.front());
  bool Left = O.secrecyOf(Bounds).any() && !Q.IsAbsence;
  if (!Left)
    Short = Shortfall::None;
  else if (Short == Shortfall::None || (T.Offset > T.Lo && T.Offset > 0))
    Short = Shortfall::Offset;
  Site &Where = Seen.Sites[Id];
  Where.Labels |= Labels;
  if (Before.Origin && (!Where.Story || Before.isSecret()))
    Where.Story = Before.Origin;
  describeSite(Q, T, Where);
  if (Short != Shortfall::None)
    Where.Short = Short;
  bool IsOfMember = Q.EndsLife && O.secrecyOf({0, EndOfObject}).any();
  if (!Q.IsAbsence && !IsOfMember)
    Seen.Zeroized[T.Region] |= Labels;
  Interval Whole = Bytes.empty() ? Interval{0, 0} : Bytes.front();
  forgetSite(O, Id, Whole, Q.IsAbsence || Q.EndsLife);
  // An earlier elidable zeroization of the same bytes is a dead store now.
  for (Wipe &W : O.Wipes)
    if (W.Pending && Whole.covers(W.Bytes))
      W.Pending = false;
  Wipe W{Id, Whole, Bounds, Q.Wipe == Strength::Elidable,
         Short != Shortfall::None};
  W.EndsLife = Q.EndsLife;
  if (Q.Length && Q.Length->What == Kind::Number) {
    W.LengthSymbol = Q.Length->Symbol;
    W.LengthNumber = Q.Length->Number;
    if (W.LengthSymbol)
      Space.WipeLengths.insert(W.LengthSymbol);
  }
  O.Wipes.push_back(W);
}

/// Zeroizations of the caller's memory that were provably too short, and that
/// nothing completed.
void Transfer::callersLeftovers(State &S) {
  for (const auto &[R, O] : S.Objects) {
    if (!Space.Regions[R].IsCallers || O->Released)
      continue;
    for (const Wipe &W : O->Wipes) {
      Site &Where = Seen.Sites[W.Site];
      bool IsProvable = Where.Short == Shortfall::SizeofPointer ||
                        Where.Short == Shortfall::Zero ||
                        Where.Short == Shortfall::Smaller;
      Taint Left = O->secrecyOf(W.Bounds);
      if (!W.IsPartial || !IsProvable || !Left.isSecret())
        continue;
      Where.PartialLabels |= Taint::Secret;
      Where.EndedAt = {Facts.ClosingBrace, Facts.ClosingBrace};
    }
  }
}

void Transfer::barrier(State &S, const Fact &F) {
  if (!F.Flag)
    return; // without the clobber the content may still be dead
  for (ValueId V : F.Operands)
    needTargets(S, valueOf(S, V));
  opaqueCall(S);
}
