//===- Secrecy.cpp - Where secrets arrive, and who can see them -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

namespace {
/// Elements of an array of records that are told apart.
constexpr int64_t MaxElements = 256;
/// Pointers inside escaped memory that are followed.
constexpr unsigned MaxEscapes = 64;
} // namespace

/// The bytes that an access of \p Size at \p T may touch.
std::vector<Interval> Transfer::extents(const Target &T, int64_t Size) const {
  Interval First{T.Lo, T.Hi};
  if (T.Offset != UnknownOffset) {
    First.Lo = T.Offset;
    if (Size >= 0)
      First.Hi = T.Offset + Size;
  }
  if (!T.Stride)
    return {First};
  std::vector<Interval> All;
  for (int64_t I = 0; I != MaxElements; ++I) {
    Interval Next{First.Lo + I * T.Stride, First.Hi};
    if (First.Hi != EndOfObject)
      Next.Hi = std::min(First.Hi + I * T.Stride, T.End);
    if (I && (Next.Lo >= T.End || T.End == EndOfObject))
      break;
    All.push_back(Next);
  }
  return All;
}

/// A label for a whole region becomes one for the bytes that were read.
Taint Transfer::refined(Taint T, RegionId R, Interval Bytes) {
  uint64_t Whole = 0;
  for (unsigned Bit = 1; Bit != 64; ++Bit)
    if (T.Labels & (uint64_t(1) << Bit)) {
      auto [Region, Range] = Space.labelled(Bit);
      if (Region == R && Range.Lo == 0 && Range.Hi == EndOfObject)
        Whole = uint64_t(1) << Bit;
    }
  if (!Whole || Bytes.Hi == EndOfObject)
    return T;
  T.Labels &= ~Whole;
  T.Labels |= Space.label(R, Bytes);
  return T;
}

Taint Transfer::secrecyAt(State &S, const Target &T, int64_t Size) {
  Taint Sum;
  if (isCarrier(T.Region))
    if (auto It = S.Cells.find({T.Region, 0}); It != S.Cells.end())
      Sum.add(It->second.Secrecy);
  const Shared<ObjectState> O = Space.look(S, T.Region);
  if (!O->holdsSecret())
    return Sum;
  for (const Interval &B : extents(T, Size))
    Sum.add(refined(O->secrecyOf(B), T.Region, B));
  if (Sum.isSecret() && !Sum.Origin)
    Sum.Origin = secretOrigin(T.Region, Span(), "");
  return Sum;
}

/// Bytes become secret; zeroizations of them count no more.
void Transfer::bring(State &S, RegionId R, Interval Bytes, Taint Secrecy) {
  if (Bytes.isEmpty() || !Secrecy.any())
    return;
  if (isCarrier(R)) {
    S.Cells[{R, 0}].Secrecy.add(Secrecy);
    return;
  }
  ObjectState &O = Space.object(S, R);
  O.KnownZero = false;
  llvm::erase_if(O.Wipes, [&](const Wipe &W) {
    return W.Bytes.isEmpty() || W.Bytes.overlaps(Bytes);
  });
  O.addSecret(Bytes, Secrecy);
  for (const TaggedRange &Public : Space.Regions[R].Public)
    O.removeSecrets({Public.Lo, Public.Hi});
}

/// An untagged scalar passes secrecy on, but is not a secret object.
bool Transfer::isCarrier(RegionId Id) const {
  const Region &R = Space.Regions[Id];
  return R.Kind == RegionKind::Object && Facts.Objects[R.Key].IsScalar &&
         R.Tagged.empty();
}

OriginId Transfer::secretOrigin(RegionId Id, Span At, const std::string &What) {
  const Region &R = Space.Regions[Id];
  Span TagAt = R.Tag ? Span{R.Tag, R.Tag} : R.Declared;
  OriginId Origin = 0;
  if (!R.Why.empty())
    Origin = Seen.Story.add(TagAt, R.Why, 0);
  if (!At.Begin || What.empty())
    return Origin;
  return Seen.Story.add(At, What, Origin);
}

/// The byte ranges that hold a secret once something arrives.
std::vector<Interval> Transfer::taggedParts(State &S, RegionId Id) {
  const Region &R = Space.Regions[Id];
  std::vector<Interval> Parts;
  if (isTaggedHandle(R))
    return Parts; // its blocks are tagged
  if (Space.look(S, Id)->TaggedWhole)
    Parts.push_back({0, R.Size >= 0 ? R.Size : EndOfObject});
  else
    for (const TaggedRange &T : R.Tagged)
      if (!T.Pointee)
        Parts.push_back({T.Lo, T.Hi});
  return Parts;
}

void Transfer::arrive(State &S, const Target &T, Interval Bytes, Span At,
                      const std::string &What) {
  RegionId R = T.Region;
  for (Interval Part : taggedParts(S, R)) {
    if (!Part.overlaps(Bytes))
      continue;
    // What gets a field of a tagged record cannot reach the others.
    if (Types[Space.Regions[R].Type].IsRecord && !T.Stride &&
        T.Hi != EndOfObject)
      Part = {std::max(Part.Lo, std::min(T.Lo, Bytes.Lo)),
              std::min(Part.Hi, std::max(T.Hi, Bytes.Hi))};
    fromOutside(R, Space.object(S, R).secrecyOf(Bytes).Labels, At);
    OriginId Origin =
        secretOrigin(R, At,
                     "the secret arrives in '" + Space.Regions[R].Name +
                         "' here (" + What + ")");
    bring(S, R, Part, {Taint::Secret, Origin});
  }
}

void Transfer::written(State &S, const AbstractValue &Pointer, int64_t Size,
                       Span At, const std::string &What) {
  for (const Target &T : Pointer.Targets)
    for (const Interval &B : extents(T, Size)) {
      ObjectState &O = Space.object(S, T.Region);
      O.KnownZero = false;
      O.FilledByCall = true;
      if (!isCarrier(T.Region))
        O.addWritten(B);
      arrive(S, T, B, At, What);
    }
}

void Transfer::makeSecret(State &S, const AbstractValue &Pointer, int64_t Size,
                          Span At, const std::string &Why) {
  for (const Target &T : Pointer.Targets) {
    OriginId Origin =
        Seen.Story.add(At, Why, secretOrigin(T.Region, Span(), ""));
    const Region &R = Space.Regions[T.Region];
    if (R.Kind == RegionKind::Object && Facts.Objects[R.Key].IsPublic)
      continue;
    for (const Interval &B : extents(T, Size)) {
      Space.object(S, T.Region).addWritten(B);
      bring(S, T.Region, B, {Taint::Secret, Origin});
    }
  }
}

/// A call leaves a secret at \p Pointer, in a string too.
void Transfer::writesSecret(State &S, const Fact &F, const CallInfo &C,
                            const AbstractValue &Pointer,
                            llvm::StringRef Verb) {
  std::string Why = ("'" + C.Name + "' " + Verb + " a secret here").str();
  makeSecret(S, Pointer, UnknownSize, F.At, Why);
  for (const Target &T : Pointer.Targets) {
    OriginId Origin =
        Seen.Story.add(F.At, Why, secretOrigin(T.Region, Span(), ""));
    writtenToString(F.At, C.Name, T.Region, {Taint::Secret, Origin}, 0);
  }
}

void Transfer::makePublic(State &S, const AbstractValue &Pointer) {
  for (const Target &T : Pointer.Targets)
    for (const Interval &B : extents(T, UnknownSize)) {
      ObjectState &O = Space.object(S, T.Region);
      O.removeSecrets(B);
      O.addWritten(B);
    }
}

/// Something tagged refers to it: a literal is a secret in the image.
void Transfer::imageOf(RegionId Id, const std::string &Why) {
  const Region &R = Space.Regions[Id];
  if (R.Kind != RegionKind::Object ||
      Facts.Objects[R.Key].Kind != ObjectKind::Literal ||
      Facts.Objects[R.Key].StartsZero)
    return;
  ImageUse &Use = Seen.Images[R.Declared.Begin];
  Use.At = R.Declared;
  Use.Why = Why;
}

/// A tagged pointer points to it from now on.
void Transfer::tagPointee(State &S, const AbstractValue &V,
                          const std::string &Why, Place Tag, Span At) {
  for (const Target &T : V.Targets) {
    Region &R = Space.Regions.edit(T.Region);
    imageOf(T.Region, Why);
    if (R.Kind == RegionKind::None || isConstantRegion(T.Region))
      continue;
    if (R.Kind == RegionKind::Object && Facts.Objects[R.Key].IsPublic)
      continue;
    if (R.Why.empty()) {
      R.Why = Why;
      R.Tag = Tag;
    }
    ObjectState &O = Space.object(S, T.Region);
    if (O.TaggedWhole)
      continue;
    O.TaggedWhole = true;
    fromOutside(T.Region, O.secrecyOf({0, EndOfObject}).Labels, At);
    bool HasContent = R.Kind == RegionKind::Result ||
                      R.Kind == RegionKind::Pointee || !O.Written.empty();
    if (HasContent)
      bring(S, T.Region, {0, R.Size >= 0 ? R.Size : EndOfObject},
            {Taint::Secret, secretOrigin(T.Region, At, "")});
  }
}

/// Whether \p R is storage of which only now is known what it is used as.
bool Transfer::hasNoTypeYet(const Region &R) const {
  if (!R.Tagged.empty())
    return false;
  if (R.Kind == RegionKind::Pointee) { // behind a `void *`, or a base class
    const Region &Parent = Space.Regions[R.Parent];
    return !R.IsView && !(Parent.Kind == RegionKind::Object &&
                          Facts.Objects[Parent.Key].PointeePublic);
  }
  return R.Kind == RegionKind::Heap || R.Kind == RegionKind::Stack ||
         R.Kind == RegionKind::Result;
}

/// A block has the tags of the type that it is used as.
void Transfer::retype(State &S, const AbstractValue &V, TypeId Pointee) {
  if (!Pointee || Types[Pointee].Tagged.empty())
    return;
  for (const Target &T : V.Targets) {
    Region &R = Space.Regions.edit(T.Region);
    if (!hasNoTypeYet(R) || T.Offset != 0 || T.Stride)
      continue;
    R.Tagged = Types[Pointee].Tagged;
    R.Public = Types[Pointee].Public;
    R.Type = Pointee;
    if (R.Why.empty() && !R.Tagged.front().Name.empty())
      R.Why = "field '" + R.Tagged.front().Name + "' of '" +
              Types[Pointee].Name + "' is tagged secret";
    R.Tag = R.Tagged.front().Where;
    if (R.Kind == RegionKind::Pointee)
      Space.forgetInitial(T.Region);
  }
  tagCallers(S, V, Pointee);
}

/// The caller's object held secrets all along, also where this path has only
/// looked at it.
void Transfer::tagCallers(State &S, const AbstractValue &V, TypeId Pointee) {
  for (const Target &T : V.Targets) {
    const Region &R = Space.Regions[T.Region];
    const ObjectState *Known = S.touched(T.Region);
    if (!Known || R.Kind != RegionKind::Pointee || R.Type != Pointee ||
        !Known->Wipes.empty() || !Known->Written.empty() || Known->Released)
      continue;
    ObjectState &O = Space.object(S, T.Region);
    for (const TaggedRange &Tag : R.Tagged)
      if (!Tag.Pointee && !O.secrecyOf({Tag.Lo, Tag.Hi}).isSecret())
        O.addSecret({Tag.Lo, Tag.Hi}, {Taint::Secret, 0});
  }
}

void Transfer::escapeRegion(State &S, RegionId First) {
  llvm::SmallVector<RegionId, 8> Left{First};
  for (unsigned Count = 0; !Left.empty() && Count != MaxEscapes; ++Count) {
    RegionId R = Left.pop_back_val();
    if (isConstantRegion(R))
      continue;
    if (const ObjectState *Known = S.touched(R); Known && Known->Kept)
      continue;
    ObjectState &O = Space.object(S, R);
    O.Kept = O.Escaped = true;
    auto It = S.Cells.lower_bound({R, std::numeric_limits<int64_t>::min()});
    for (; It != S.Cells.end() && It->first.first == R; ++It)
      for (const Target &T : It->second.Targets)
        Left.push_back(T.Region);
  }
}

/// Others can reach it, but need not keep its address.
void Transfer::markEscaped(State &S, RegionId R) {
  const ObjectState *Known = S.touched(R);
  if (!isConstantRegion(R) && !(Known && Known->Escaped))
    Space.object(S, R).Escaped = true;
}

void Transfer::escape(State &S, const AbstractValue &V) {
  for (const Target &T : V.Targets)
    escapeRegion(S, T.Region);
}

/// Something may read the content: a zeroization before it stays.
void Transfer::need(State &S, RegionId R) {
  if (isConstantRegion(R))
    return;
  const ObjectState *Known = S.touched(R);
  auto IsPending = [](const Wipe &W) { return W.Pending; };
  if (Known && Known->Needed && llvm::none_of(Known->Wipes, IsPending))
    return;
  ObjectState &O = Space.object(S, R);
  O.Needed = true;
  for (Wipe &W : O.Wipes)
    if (W.Pending) {
      W.Pending = false;
      Seen.Sites[W.Site].Needed = true;
    }
}

void Transfer::needTargets(State &S, const AbstractValue &V) {
  for (const Target &T : V.Targets)
    need(S, T.Region);
}

void Transfer::opaqueCall(State &S) {
  llvm::SmallVector<RegionId, 8> Reached;
  for (const auto &[R, O] : S.Objects)
    if (!O->Wipes.empty() || (O->Escaped && !O->Needed))
      Reached.push_back(R);
  for (RegionId R : Reached)
    reachedByOpaqueCall(S, R);
}

void Transfer::reachedByOpaqueCall(State &S, RegionId R) {
  Shared<ObjectState> O = Space.look(S, R);
  if (!O->Escaped || O->Released)
    return;
  if (Space.Regions[R].Kind != RegionKind::Pointee || O->Kept)
    return need(S, R);
  if (O->Wipes.empty())
    return;
  for (Wipe &W : Space.object(S, R).Wipes) // that depends on the caller
    W.BeforeOpaque |= W.Pending;
}
