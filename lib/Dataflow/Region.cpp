//===- Region.cpp - Storage as the dataflow sees it -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Region.h"
#include "Facts/Types.h"

using namespace secret;

namespace {
/// Pointers to pointers to ... that are followed from a parameter or global.
constexpr unsigned MaxDepth = 4;
} // namespace

static Region objectRegion(const ObjectInfo &O, ObjectId Id,
                           const TypeTable &Types) {
  Region R;
  R.Kind = RegionKind::Object;
  R.Key = Id;
  R.Type = O.Type;
  R.Size = O.Size;
  R.Name = O.Name;
  R.Declared = O.Declared;
  R.Tagged = O.Tagged;
  if (!O.IsPointer)
    R.Public = Types[O.Type].Public;
  R.Why = O.Why;
  R.Tag = O.Tag;
  R.IsCallers =
      O.Kind == ObjectKind::Global || O.Kind == ObjectKind::StaticLocal;
  return R;
}

RegionTable::RegionTable(const FunctionFacts &Facts, const TypeTable &Types)
    : Facts(Facts), Types(Types) {
  Regions.emplace_back();
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
    Regions.push_back(objectRegion(Facts.Objects[O], O, Types));
}

RegionId RegionTable::block(RegionKind Kind, uint32_t Call, unsigned Which) {
  auto [It, New] = Ids.try_emplace({Kind, Call, Which, 0}, 0);
  if (!New)
    return It->second;
  Region R;
  R.Kind = Kind;
  R.Key = Call;
  R.Name = "the block";
  It->second = Regions.size();
  Regions.push_back(std::move(R));
  return It->second;
}

/// "p->key" for the pointee of a field, "*p" for that of a parameter.
static std::string pointeeName(const Region &Parent, int64_t Offset) {
  if (Parent.Kind == RegionKind::Object && Offset == 0)
    return "*" + Parent.Name;
  return Parent.Name.empty() ? "" : "memory that " + Parent.Name + " points to";
}

void RegionTable::describePointee(Region &R, TypeId Pointee) {
  const Region &Parent = Regions[R.Parent];
  R.Name = pointeeName(Parent, R.Offset);
  R.Declared = Parent.Declared;
  R.Type = Pointee;
  R.IsCallers = true;
  R.Depth = Parent.Depth + 1;
  for (const TaggedRange &T : Parent.Tagged)
    if (T.Pointee && T.Lo <= R.Offset && R.Offset < T.Hi) {
      TaggedRange Whole;
      Whole.Hi = EndOfObject;
      Whole.Where = T.Where;
      R.Tagged = {Whole};
      R.Why = T.why();
      R.Tag = T.Where;
      R.Name = T.Name;
      return;
    }
  if (Parent.Kind == RegionKind::Object && R.Offset == 0) {
    const ObjectInfo &O = Facts.Objects[Parent.Key];
    R.Size = O.PointeeSize;
    if (O.PointeeTagged) {
      TaggedRange Whole;
      Whole.Hi = O.PointeeSize >= 0 ? O.PointeeSize : EndOfObject;
      Whole.Where = O.Tag;
      R.Tagged = {Whole};
      R.Why = O.Why;
      R.Tag = O.Tag;
      return;
    }
    if (O.PointeePublic)
      return;
  }
  R.Tagged = Types[Pointee].Tagged;
  R.Public = Types[Pointee].Public;
  if (R.Tagged.empty())
    return;
  R.Tag = R.Tagged.front().Where;
  R.Why = R.Tagged.front().Name.empty()
              ? "type '" + Types[Pointee].Name + "' is tagged secret"
              : "field '" + R.Tagged.front().Name + "' of '" +
                    Types[Pointee].Name + "' is tagged secret";
}

RegionId RegionTable::pointee(RegionId Parent, int64_t Offset, TypeId Pointee) {
  // A list's next node is as good as the node itself.
  if (Regions[Parent].Kind == RegionKind::Pointee && Pointee &&
      Regions[Parent].Type == Pointee && Types[Pointee].IsRecord)
    return Parent;
  auto [It, New] = Ids.try_emplace({RegionKind::Pointee, 0, Parent, Offset}, 0);
  if (!New)
    return It->second;
  if (Regions[Parent].Depth >= MaxDepth)
    return 0;
  Region R;
  R.Kind = RegionKind::Pointee;
  R.Parent = Parent;
  R.Offset = Offset;
  describePointee(R, Pointee);
  It->second = Regions.size();
  Regions.push_back(std::move(R));
  return It->second;
}

Target RegionTable::whole(RegionId Id, int64_t Offset) const {
  int64_t Size = Regions[Id].Size;
  return {Id, Offset, 0, Size >= 0 ? Size : EndOfObject};
}
