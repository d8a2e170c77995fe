//===- State.h - What holds on one path -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A state is a property part (where secrets are, what was zeroized) and a value
// part (what variables hold). States with equal property parts are joined; the
// others are kept apart, as in property simulation (Das, Lerner, Seigle:
// "ESP: Path-Sensitive Program Verification in Polynomial Time", PLDI 2002).
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_STATE_H
#define SECRET_TIDY_DATAFLOW_STATE_H

#include "ArenaMap.h"
#include "Region.h"
#include "SharedMap.h"
#include "Value.h"
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace secret {

struct Interval {
  int64_t Lo = 0;
  int64_t Hi = 0;
  bool overlaps(const Interval &O) const { return Lo < O.Hi && O.Lo < Hi; }
  bool covers(const Interval &O) const { return Lo <= O.Lo && O.Hi <= Hi; }
  bool isEmpty() const { return Lo >= Hi; }
  bool operator==(const Interval &O) const { return Lo == O.Lo && Hi == O.Hi; }
};

struct SecretRange {
  Interval Bytes;
  Taint Secrecy;
  bool operator==(const SecretRange &O) const {
    return Bytes == O.Bytes && Secrecy.Labels == O.Secrecy.Labels;
  }
};

using SiteId = uint32_t; ///< index into the analysis' table of zeroizations

/// A zeroization since the last arrival.
struct Wipe {
  SiteId Site = 0;
  Interval Bytes;       ///< what it surely covered
  Interval Bounds;      ///< the subobject it was meant for
  bool Pending = false; ///< elidable, and nothing has needed the content yet
  bool IsPartial = false;
  /// Pending, and an opaque call needs the content if the caller gave the
  /// address away.
  bool BeforeOpaque = false;
  bool EndsLife = false; ///< by the destructor of what it was meant for
  /// The length was this unknown number (plus LengthNumber), if it was one.
  SymbolId LengthSymbol = 0;
  int64_t LengthNumber = 0;
  bool operator==(const Wipe &O) const {
    return Site == O.Site && Bytes == O.Bytes && Pending == O.Pending &&
           IsPartial == O.IsPartial && BeforeOpaque == O.BeforeOpaque;
  }
};

/// What is no part of the property: paths that differ only here are one.
struct ObjectFlags {
  bool Escaped = false;
  bool Kept = false;   ///< this function gave its address away
  bool Needed = false; ///< something read it, or may have
  bool KnownZero = false;
  bool FilledAsString = false;
  bool FilledByCall = false; ///< by how much is not known
  /// A string in it holds the secret, which is reported where it was copied.
  bool HoldsString = false;
  /// Something that was made of a closure zeroizes it before its life ends.
  bool Promised = false;

  auto tied() const {
    return std::tie(Escaped, Kept, Needed, KnownZero, FilledAsString,
                    FilledByCall, HoldsString, Promised);
  }
  bool operator==(const ObjectFlags &O) const { return tied() == O.tied(); }
  /// What holds where two paths meet.
  ObjectFlags joined(const ObjectFlags &O) const;
};

/// Hashes: what has others is not the same. Those that are equal are compared.
struct Digest {
  uint64_t Property = 0; ///< of what sameProperty compares
  uint64_t Life = 0;     ///< of what is the same in states of the same shape
};

/// The property part, for one region, and the flags.
struct ObjectState : ObjectFlags {
  llvm::SmallVector<SecretRange, 1> Secrets; ///< sorted, disjoint
  llvm::SmallVector<Interval, 1> Written;    ///< by what is no constant; sorted
  std::vector<Wipe> Wipes;
  bool Released = false;
  bool TaggedWhole = false; ///< a tagged pointer was made to point to it
  /// A block that the caller's memory points to: who releases it is told by
  /// which path it was.
  bool HandedOver = false;
  Place ReleasedAt = 0;

  ObjectFlags &flags() { return *this; }
  const ObjectFlags &flags() const { return *this; }

  bool sameProperty(const ObjectState &O) const {
    return Released == O.Released && TaggedWhole == O.TaggedWhole &&
           handsOver() == O.handsOver() && Secrets == O.Secrets &&
           Wipes == O.Wipes && Written == O.Written;
  }
  bool operator==(const ObjectState &O) const {
    return sameProperty(O) && flags() == O.flags();
  }
  bool holdsSecret() const { return !Secrets.empty(); }
  /// An empty block that the caller gets is not worth a path of its own.
  bool handsOver() const { return HandedOver && holdsSecret(); }
  /// All that is secret in \p Bytes.
  Taint secrecyOf(Interval Bytes) const;
  void addSecret(Interval Bytes, Taint Secrecy);
  void removeSecrets(Interval Bytes);
  void addWritten(Interval Bytes);
  /// Remembered until forgetDigest.
  const Digest &digest() const;
  /// To be called before it is changed.
  void forgetDigest() { Known.reset(); }

private:
  mutable std::optional<Digest> Known;
  bool isKnown(Interval Bytes, Taint Secrecy) const;
};

/// A place in memory whose content is tracked: a scalar or a pointer.
using CellKey = std::pair<RegionId, int64_t>;

/// The values and ranges that all states of one function hold.
struct StateArena {
  llvm::SpecificBumpPtrAllocator<AbstractValue> Values;
  llvm::SpecificBumpPtrAllocator<Range> Ranges;
};

/// Room that a container has made sure of: while it holds no more elements than
/// that, it needs no new block.
struct Room {
  CellKey Container;
  int64_t Elements = 0; ///< or AnyElements
  int64_t Used = 0;     ///< at least so many of them
  bool operator==(const Room &O) const {
    return Container == O.Container && Elements == O.Elements && Used == O.Used;
  }
};
/// As many as somebody thought that it needs.
constexpr int64_t AnyElements = std::numeric_limits<int64_t>::max();

/// A record that is one of these constant tables, on this path.
struct TableChoice {
  CellKey Record;
  std::vector<int64_t> Tables; ///< by numberForName; sorted
  bool operator==(const TableChoice &O) const {
    return Record == O.Record && Tables == O.Tables;
  }
};

struct State {
  /// \p Arena must outlive the state and its copies.
  explicit State(StateArena &Arena)
      : Cells(Arena.Values), Ranges(Arena.Ranges), Values(Arena.Values) {}
  State(const State &) = default;
  State(State &&) noexcept = default; // for vectors that grow
  State &operator=(const State &) = default;
  State &operator=(State &&) noexcept = default;

  SharedMap<RegionId, Shared<ObjectState>> Objects;
  ArenaMap<CellKey, AbstractValue> Cells;
  ArenaMap<SymbolId, Range> Ranges;
  ArenaMap<ValueId, AbstractValue> Values;
  /// The `return` on this path, and what it returns.
  Span ReturnAt;
  bool ReturnIsSimple = true;
  AbstractValue Returned;
  /// The path ends here (a call that never returns).
  bool IsDead = false;
  /// An exception is on its way to this block, where a handler begins.
  uint32_t ThrownTo = NoId;
  /// Streams (by symbol) that have no buffer.
  std::vector<SymbolId> Unbuffered;
  /// Containers that have reserved room, on every path here.
  llvm::SmallVector<Room, 1> Rooms;
  llvm::SmallVector<TableChoice, 1> Tables;

  /// What holds for a region that this path has touched, or null. Good until
  /// the state is changed.
  const ObjectState *touched(RegionId R) const;
  /// Good as long as the arena.
  const Range &rangeOf(SymbolId S) const;
};

enum class Truth : uint8_t { No, Yes, Unknown };

/// What the states of one function share: its regions, symbols and labels, and
/// the operations on states that need them.
class StateSpace {
public:
  StateSpace(const FunctionFacts &Facts, const TypeTable &Types)
      : Regions(Facts, Types) {}

  RegionTable Regions;
  StateArena Arena;

  /// The symbol of a value that is named by a kind and up to three numbers; the
  /// same names always give the same symbol.
  enum class SymbolKind : uint8_t { Result, Content, Join, Length };
  SymbolId symbol(SymbolKind Kind, uint32_t A, uint32_t B = 0, int64_t C = 0);
  /// For A, where values are joined that no block joins.
  static constexpr uint32_t NoBlock = (1u << 30) - 1;
  /// Whether symbol() gave \p S for these names.
  bool isSymbol(SymbolId S, SymbolKind Kind, uint32_t A, uint32_t B,
                int64_t C) const {
    const SymbolName &N = Names[S];
    return N.C == C && N.B == B && N.A == A && N.Kind == Kind;
  }
  /// Which memory's first content \p S is; region 0 if it is something else.
  std::pair<RegionId, int64_t> contentOf(SymbolId S) const;
  /// Label for "secret if the caller's bytes there are"; 0 if there are too
  /// many of them (LabelsLost is set then).
  uint64_t label(RegionId Region, Interval Bytes);
  /// Region and bytes of label number \p Bit (1 to 63).
  std::pair<RegionId, Interval> labelled(unsigned Bit) const {
    return Labels[Bit];
  }
  bool LabelsLost = false;
  /// How much was zeroized, where that is no known number.
  std::set<SymbolId> WipeLengths;

  /// What holds for a region that this path has not touched.
  Shared<ObjectState> initial(RegionId R);
  /// More is known of it now than when it was first asked for.
  void forgetInitial(RegionId R) {
    if (R < Initials.size())
      Initials[R].reset();
  }
  /// To change it, and to read it.
  ObjectState &object(State &S, RegionId R);
  Shared<ObjectState> look(const State &S, RegionId R);
  /// The symbol of a result that is computed now: what was known of the last
  /// one is forgotten.
  SymbolId newResult(State &In, uint32_t A, uint32_t B = 0);
  void dropRegion(State &S, RegionId R);
  /// All that \p S knows of \p From holds for \p To, as does what was there.
  void renameRegion(State &S, RegionId From, RegionId To);

  Digest digest(const State &S);
  bool sameProperty(const State &A, const State &B);
  /// Differ at most in which of the caller's own bytes are where in the
  /// caller's memory.
  bool sameButCopies(const State &A, const State &B);
  /// Differ at most in which bytes are secret or written, as the turns of a
  /// loop do that moves through a buffer.
  bool sameShape(const State &A, const State &B);
  /// Something is zeroized elsewhere whose length is 0 where \p S holds.
  bool hasEmptyLength(const State &S) const;
  /// \p Done differs from \p Skipped only in zeroizations of as many bytes as
  /// there are none of in \p Skipped: `if (n) explicit_bzero(p, n)`.
  bool skipsEmptyWipes(const State &Skipped, const State &Done);
  /// Joins \p From into \p Into at \p Block; true if \p Into changed. With
  /// \p Force the property parts may differ: a secret on either path is one.
  bool join(State &Into, const State &From, unsigned Block, bool Force);

  /// Narrows \p S to the paths where `Value Cmp Right`; false if there are
  /// none.
  bool assume(State &S, const AbstractValue &Value, CompareOp Cmp,
              int64_t Right);
  Truth decide(const State &S, const AbstractValue &Value, CompareOp Cmp,
               int64_t Right) const;

private:
  ObjectState makeInitial(RegionId R);
  bool holdsCopiesOnly(RegionId R, const ObjectState &O) const;

  struct SymbolName {
    SymbolKind Kind = SymbolKind::Length;
    uint32_t A = 0;
    uint32_t B = 0;
    int64_t C = 0;
  };
  llvm::DenseMap<std::pair<uint64_t, int64_t>, SymbolId> Symbols;
  std::vector<SymbolName> Names{{}}; ///< by symbol
  std::vector<std::pair<RegionId, Interval>> Labels{{}};
  llvm::DenseMap<SymbolId, RegionId> Identities;
  /// By region, made when first asked for.
  std::vector<std::optional<Shared<ObjectState>>> Initials;
  friend class Transfer;
};

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_STATE_H
