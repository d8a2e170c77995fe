//===- Region.h - Storage as the dataflow sees it ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A region is a declared object, a heap block named by the fact that allocates
// it, or what a pointer with an unknown value points to.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_REGION_H
#define SECRET_TIDY_DATAFLOW_REGION_H

#include "Value.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>
#include <map>
#include <string>

namespace secret {

enum class RegionKind : uint8_t {
  None,
  Object,  ///< FunctionFacts::Objects[Key]
  Heap,    ///< allocated by the call fact Key
  Stack,   ///< alloca by the call fact Key
  Pointee, ///< what the pointer at Offset of Parent pointed to at first
  Result,  ///< what the call fact Key returned (or wrote a pointer to)
};

struct Region {
  RegionKind Kind = RegionKind::None;
  uint32_t Key = 0;
  RegionId Parent = 0;
  int64_t Offset = 0;
  TypeId Type = 0;
  int64_t Size = UnknownSize;
  std::string Name;
  Span Declared;
  /// Bytes that tags call secret; they hold one once something arrives.
  std::vector<TaggedRange> Tagged;
  /// Bytes that never hold a secret, whatever is written there.
  std::vector<TaggedRange> Public;
  std::string Why;
  Place Tag = 0;
  /// It lives in memory that this function does not own.
  bool IsCallers = false;
  /// Storage of kind View that others own or share, and why.
  bool IsView = false;
  SinkKind View = SinkKind::Immutable;
  llvm::StringRef ViewReason;
  /// Whoever frees it, the allocator clears it.
  bool ClearedOnFree = false;
  unsigned Depth = 0; ///< number of Pointee steps
  /// The value of the pointer that came into being with it.
  SymbolId Identity = 0;
  /// Size of a block whose length is only known as a value.
  AbstractValue SizeValue;
};

/// Interns regions; ids are given in the order of first use, which is the same
/// in every run.
class RegionTable {
public:
  RegionTable(const FunctionFacts &Facts, const TypeTable &Types);

  RegionId object(ObjectId Id) const { return Id + 1; }
  RegionId block(RegionKind Kind, uint32_t Call, unsigned Which);
  /// 0 if the chain of pointers gets too long to follow.
  RegionId pointee(RegionId Parent, int64_t Offset, TypeId Pointee);

  const Region &operator[](RegionId Id) const { return Regions[Id]; }
  Region &edit(RegionId Id) { return Regions[Id]; }
  size_t size() const { return Regions.size(); }
  /// Pointer to the whole region.
  Target whole(RegionId Id, int64_t Offset = 0) const;

private:
  void describePointee(Region &R, TypeId Pointee);

  const FunctionFacts &Facts;
  const TypeTable &Types;
  /// References to them stay good.
  std::deque<Region> Regions;
  std::map<std::tuple<RegionKind, uint32_t, RegionId, int64_t>, RegionId> Ids;
};

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_REGION_H
