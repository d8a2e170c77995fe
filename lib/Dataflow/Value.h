//===- Value.h - What is known of a value on one path -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_VALUE_H
#define SECRET_TIDY_DATAFLOW_VALUE_H

#include "Facts/Fact.h"
#include "llvm/ADT/SmallVector.h"
#include <limits>
#include <tuple>

namespace secret {

using RegionId = uint32_t; ///< index into a RegionTable
using SymbolId = uint32_t; ///< an unknown number with an identity; 0 is none
using OriginId = uint32_t; ///< step of a story; 0 is none

constexpr int64_t UnknownOffset = std::numeric_limits<int64_t>::min();

/// Whether bytes are secret, and for what reason. Bit 0: they are. Bit N: they
/// are if the caller's bytes with label N are.
struct Taint {
  uint64_t Labels = 0;
  OriginId Origin = 0;

  static constexpr uint64_t Secret = 1;
  bool isSecret() const { return Labels & Secret; }
  bool any() const { return Labels != 0; }
  /// The story of the surer (then the earlier) reason is kept.
  void add(const Taint &Other) {
    bool Replace = Other.any() &&
                   (!any() || (Other.isSecret() && !isSecret()) ||
                    (Other.isSecret() == isSecret() && Other.Origin < Origin));
    if (Replace)
      Origin = Other.Origin;
    Labels |= Other.Labels;
  }
  /// Stories do not count: of two for one fact, either will do.
  bool operator==(const Taint &O) const { return Labels == O.Labels; }
};

/// Where a pointer may point: a byte of a region, and the bounds of the
/// subobject that pointer arithmetic stays in.
struct Target {
  RegionId Region = 0;
  int64_t Offset = 0; ///< or UnknownOffset
  int64_t Lo = 0;
  int64_t Hi = 0;
  /// In an array of records with an unknown index: all of this repeats every
  /// Stride bytes before End. 0 if it does not.
  int64_t Stride = 0;
  int64_t End = 0;

  auto tied() const { return std::tie(Region, Offset, Lo, Hi, Stride, End); }
  bool operator==(const Target &O) const { return tied() == O.tied(); }
  bool operator<(const Target &O) const { return tied() < O.tied(); }
};

struct AbstractValue {
  enum class Kind : uint8_t {
    Unknown,
    Number,       ///< Symbol + Number; a constant if Symbol is 0
    Pointer,      ///< to one of Targets, or null if Symbol can be 0
    Test,         ///< (Symbol + Number) Cmp Right
    StringLength, ///< strlen of what LengthOf holds
    Share,        ///< Number / Right of the bytes that LengthOf holds
    Multiple,     ///< (Symbol + Number) * Right
  };
  Kind What = Kind::Unknown;
  NumberFlavor Flavor = NumberFlavor::Plain;
  CompareOp Cmp = CompareOp::Eq;
  SymbolId Symbol = 0;
  int64_t Number = 0;
  int64_t Right = 0;
  RegionId LengthOf = 0;
  /// One of the joined paths has not evaluated it.
  bool MaybeAbsent = false;
  llvm::SmallVector<Target, 1> Targets;
  Taint Secrecy;

  static AbstractValue number(int64_t N) {
    AbstractValue V;
    V.What = Kind::Number;
    V.Number = N;
    return V;
  }
  static AbstractValue symbol(SymbolId S) {
    AbstractValue V;
    V.What = Kind::Number;
    V.Symbol = S;
    return V;
  }
  static AbstractValue pointer(Target T, SymbolId S = 0) {
    AbstractValue V;
    V.What = Kind::Pointer;
    V.Targets.push_back(T);
    V.Symbol = S;
    return V;
  }
  bool isConstant() const { return What == Kind::Number && Symbol == 0; }
  bool isNull() const { return isConstant() && Number == 0; }
  bool isPointer() const { return What == Kind::Pointer; }
  bool leadsTo(RegionId R) const {
    return llvm::any_of(Targets,
                        [&](const Target &T) { return T.Region == R; });
  }
  bool operator==(const AbstractValue &O) const {
    return What == O.What && Flavor == O.Flavor && Cmp == O.Cmp &&
           Symbol == O.Symbol && Number == O.Number && Right == O.Right &&
           LengthOf == O.LengthOf && Targets == O.Targets &&
           Secrecy == O.Secrecy;
  }
};

/// Numbers that a symbol may stand for.
struct Range {
  int64_t Lo = std::numeric_limits<int64_t>::min();
  int64_t Hi = std::numeric_limits<int64_t>::max();
  llvm::SmallVector<int64_t, 1> Not; ///< sorted; numbers it is known not to be

  bool isFull() const {
    return Lo == std::numeric_limits<int64_t>::min() &&
           Hi == std::numeric_limits<int64_t>::max() && Not.empty();
  }
  bool isEmpty() const { return Lo > Hi; }
  bool operator==(const Range &O) const {
    return Lo == O.Lo && Hi == O.Hi && Not == O.Not;
  }
  /// Narrows to the numbers for which `n Cmp Right` holds.
  void assume(CompareOp Cmp, int64_t Right);
  /// Widens to all numbers of both; a bound that grows goes on to -1, 0, 1 or
  /// infinity.
  void join(const Range &Other);
  bool contains(int64_t N) const;
};

CompareOp negated(CompareOp Op);
CompareOp swapped(CompareOp Op);
bool compare(int64_t Left, CompareOp Op, int64_t Right);

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_VALUE_H
