//===- Copies.cpp - Copies of bytes, with what they hold ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

bool Transfer::isConstantRegion(RegionId Id) const {
  const Region &R = Space.Regions[Id];
  if (R.Kind != RegionKind::Object)
    return false;
  const ObjectInfo &O = Facts.Objects[R.Key];
  return O.Kind == ObjectKind::Literal ||
         (O.IsConst && O.Tagged.empty() &&
          (O.Kind == ObjectKind::Global || O.Kind == ObjectKind::StaticLocal));
}

void Transfer::copyFact(State &S, const Fact &F) {
  AbstractValue Length = AbstractValue::number(F.Size);
  copy(S, valueOf(S, F.A), valueOf(S, F.B), F.Size >= 0 ? &Length : nullptr,
       {/*Append=*/false, F.IsVolatile, F.At});
}

void Transfer::copy(State &S, const AbstractValue &To,
                    const AbstractValue &From, const AbstractValue *Length,
                    const CopyWay &Way) {
  int64_t Bytes = Length && Length->isConstant() ? Length->Number : UnknownSize;
  for (const Target &Source : From.Targets)
    if (!isConstantRegion(Source.Region))
      Space.object(S, Source.Region).Needed = true;
  for (const Target &T : To.Targets) {
    CopyWay Each = Way;
    Each.Append |= To.Targets.size() > 1;
    for (const Target &Source : From.Targets) {
      copyInto(S, T, Source, Bytes, Each);
      Each.OrOther = true;
    }
    if (!From.Targets.empty())
      continue;
    // From nowhere known: something is written all the same.
    for (const Interval &B : extents(T, Bytes)) {
      Space.object(S, T.Region).addWritten(B);
      arrive(S, T, B, Way.At, "copied");
    }
  }
}

void Transfer::copyZeros(State &S, const Target &To, int64_t Length,
                         const CopyWay &Way) {
  ZeroizeRequest Q;
  AbstractValue Count = AbstractValue::number(Length);
  Q.Pointer = AbstractValue::pointer(To);
  Q.Length = Length >= 0 ? &Count : nullptr;
  Q.Wipe = Way.Stays ? Strength::Reliable : Strength::Elidable;
  Q.At = Way.At;
  Q.How = "the copy of zeros";
  zeroize(S, std::move(Q));
  Space.object(S, To.Region).KnownZero = true;
}

void Transfer::copyInto(State &S, const Target &To, const Target &From,
                        int64_t Length, const CopyWay &Way) {
  bool IsElsewhere = To.Offset != UnknownOffset &&
                     From.Offset != UnknownOffset && Length > 0 && !To.Stride &&
                     !From.Stride &&
                     !Interval{To.Offset, To.Offset + Length}.overlaps(
                         {From.Offset, From.Offset + Length});
  if (To.Region == From.Region && !IsElsewhere)
    return;
  const Region R = Space.Regions[To.Region];
  if (R.Kind == RegionKind::Object && Facts.Objects[R.Key].IsPublic)
    return;
  bool Exact = !Way.Append && To.Offset != UnknownOffset && !To.Stride;
  if (Space.look(S, From.Region)->KnownZero && Exact)
    return Way.OrOther ? void() : copyZeros(S, To, Length, Way);
  copyCells(S, To, From, Length);
  const Shared<ObjectState> Source = Space.look(S, From.Region);
  ObjectState &O = Space.object(S, To.Region);
  O.KnownZero = false;
  O.HoldsString |= Source->HoldsString;
  // An overwritten public copy is gone; what is written over a secret is not.
  if (Exact && Length >= 0 && !Way.OrOther)
    O.removeSecrets({To.Offset, To.Offset + Length});
  if (isCarrier(From.Region))
    for (const Interval &B : extents(To, Length)) {
      Taint T = secrecyAt(S, From, Length);
      writtenToString(Way.At, Way.By, To.Region, T, From.Region);
      T.Origin =
          Seen.Story.add(Way.At, "copied to '" + R.Name + "' here", T.Origin);
      bring(S, To.Region, B, T);
    }
  bool Aligned = Exact && From.Offset != UnknownOffset && !From.Stride;
  std::vector<Interval> FromBytes = extents(From, Length);
  for (const SecretRange &Secret : Source->Secrets)
    for (const Interval &Bytes : FromBytes) {
      if (!Secret.Bytes.overlaps(Bytes))
        continue;
      Interval Common{std::max(Secret.Bytes.Lo, Bytes.Lo),
                      std::min(Secret.Bytes.Hi, Bytes.Hi)};
      Taint T = refined(Secret.Secrecy, From.Region, Common);
      writtenToString(Way.At, Way.By, To.Region, T, From.Region);
      if (T.isSecret() && !T.Origin)
        T.Origin = secretOrigin(From.Region, Span(), "");
      T.Origin =
          Seen.Story.add(Way.At, "copied to '" + R.Name + "' here", T.Origin);
      if (Aligned && Length >= 0) {
        int64_t Shift = To.Offset - From.Offset;
        bring(S, To.Region, {Common.Lo + Shift, Common.Hi + Shift}, T);
        continue;
      }
      for (const Interval &B : extents(To, Way.Append ? UnknownSize : Length))
        bring(S, To.Region, B, T);
    }
  bool IsConstant = isConstantRegion(From.Region);
  for (const Interval &B : extents(To, Length)) {
    if (IsConstant)
      continue;
    Space.object(S, To.Region).addWritten(B);
    arrive(S, To, B, Way.At, "copied");
  }
}

/// Pointers that were in a record of the caller's before anybody read them.
void Transfer::knowPointers(State &S, const Target &From, int64_t Length) {
  const Region &R = Space.Regions[From.Region];
  bool IsParameter = R.Kind == RegionKind::Object &&
                     Facts.Objects[R.Key].Kind == ObjectKind::Parameter;
  if (!IsParameter && R.Kind != RegionKind::Pointee)
    return;
  const std::vector<std::pair<int64_t, uint32_t>> Pointers =
      Types[R.Type].Pointers;
  for (const auto &[Offset, Type] : Pointers)
    if (From.Offset <= Offset && Offset < From.Offset + Length)
      contentOf(S, {From.Region, Offset, Offset, Offset + 8}, Type);
}

/// Pointers and numbers in a copied record keep their values.
void Transfer::copyCells(State &S, const Target &To, const Target &From,
                         int64_t Length) {
  for (const Interval &B : extents(To, Length))
    forgetCells(S, To.Region, B);
  if (Length < 0 || To.Offset == UnknownOffset || To.Stride ||
      From.Offset == UnknownOffset || From.Stride)
    return;
  knowPointers(S, From, Length);
  std::vector<std::pair<CellKey, AbstractValue>> Copies;
  auto It = S.Cells.lower_bound({From.Region, From.Offset});
  for (; It != S.Cells.end() && It->first.first == From.Region &&
         It->first.second < From.Offset + Length;
       ++It)
    Copies.push_back(
        {{To.Region, It->first.second - From.Offset + To.Offset}, It->second});
  for (auto &[Key, V] : Copies)
    S.Cells.set(Key, std::move(V));
}
