//===- Join.cpp - Where two paths meet -----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "State.h"

#include "llvm/Support/MathExtras.h"

using namespace secret;

namespace {

/// One join: what the states' maps have in common while it lasts.
class Joiner {
public:
  Joiner(StateSpace &Space, State &Into, const State &From, unsigned Block,
         bool Force)
      : Space(Space), Into(Into), From(From), Block(Block), Force(Force) {}
  /// True if Into changed.
  bool run();

private:
  void cells();
  void temporaries();
  void ranges();
  void objects();
  void unbuffered();
  void tables();
  void rooms();
  void returned();
  bool isUntouched(const CellKey &Key, const AbstractValue &V) const;
  SymbolId nameOf(const AbstractValue &Mine, RegionId R, int64_t At);
  const AbstractValue *joined(SymbolId Joined, const AbstractValue &A,
                              const AbstractValue &B, bool MaybeAbsent);
  void noteRange(SymbolId Joined, const AbstractValue &A,
                 const AbstractValue &B);
  const Range *settled(const Range *Old, const Range &New);

  StateSpace &Space;
  State &Into;
  const State &From;
  unsigned Block;
  bool Force;
  bool Changed = false;
  /// Of the symbols that this join names.
  llvm::SmallVector<std::pair<SymbolId, Range>, 8> NewRanges;
};

} // namespace

static Range rangeOfValue(const State &S, const AbstractValue &V) {
  Range R;
  if (V.isConstant()) {
    R.Lo = R.Hi = V.Number;
    return R;
  }
  if (V.isPointer()) {
    if (V.Symbol)
      return S.rangeOf(V.Symbol);
    R.Not.push_back(0);
    return R;
  }
  if (V.What != AbstractValue::Kind::Number)
    return R;
  const Range &Known = S.rangeOf(V.Symbol);
  if (V.Number == 0)
    return Known;
  // `i + 1` of a loop: not less than i. What may overflow is not known.
  int64_t Lo = 0;
  if (V.Number > 0 && Known.Lo != std::numeric_limits<int64_t>::min() &&
      !llvm::AddOverflow(Known.Lo, V.Number, Lo))
    R.Lo = Lo;
  return R;
}

static void joinTargets(AbstractValue &V, const AbstractValue &Other) {
  for (const Target &T : Other.Targets)
    if (!llvm::is_contained(V.Targets, T)) {
      // Two offsets in one object are an unknown offset in it.
      auto Same = llvm::find_if(V.Targets, [&](const Target &Mine) {
        return Mine.Region == T.Region;
      });
      if (Same == V.Targets.end()) {
        V.Targets.push_back(T);
        continue;
      }
      if (Same->Offset != T.Offset)
        Same->Offset = UnknownOffset;
      Same->Lo = std::min(Same->Lo, T.Lo);
      Same->Hi = std::max(Same->Hi, T.Hi);
    }
  llvm::sort(V.Targets);
}

/// \p V names what \p Joined stands for since an earlier join, and all that
/// \p Other holds is in it.
static bool isJoined(const AbstractValue &V, SymbolId Joined,
                     const AbstractValue &Other, bool MaybeAbsent) {
  using Kind = AbstractValue::Kind;
  if (V.Symbol != Joined || V.Number != 0 || V.MaybeAbsent != MaybeAbsent ||
      (V.What != Kind::Pointer &&
       (V.What != Kind::Number || Other.isPointer())))
    return false;
  Taint Both = V.Secrecy;
  Both.add(Other.Secrecy);
  return Both == V.Secrecy && Both.Origin == V.Secrecy.Origin && V.Right == 0 &&
         V.LengthOf == 0 && V.Flavor == NumberFlavor::Plain &&
         V.Cmp == CompareOp::Eq && llvm::is_sorted(V.Targets) &&
         llvm::all_of(Other.Targets, [&](const Target &T) {
           return llvm::is_contained(V.Targets, T);
         });
}

void Joiner::noteRange(SymbolId Joined, const AbstractValue &A,
                       const AbstractValue &B) {
  bool IsNamed = A.Symbol == Joined && A.Number == 0 &&
                 (A.isPointer() || A.What == AbstractValue::Kind::Number);
  if (IsNamed && !Into.Ranges.count(Joined))
    return; // nothing was known, and nothing is
  Range R = rangeOfValue(Into, A);
  if (!R.isFull())
    R.join(rangeOfValue(From, B));
  NewRanges.emplace_back(Joined, std::move(R));
}

/// \p A and \p B as one value, which \p Joined stands for from now on.
const AbstractValue *Joiner::joined(SymbolId Joined, const AbstractValue &A,
                                    const AbstractValue &B, bool MaybeAbsent) {
  noteRange(Joined, A, B);
  if (isJoined(A, Joined, B, MaybeAbsent))
    return &A;
  AbstractValue V;
  V.What = A.isPointer() || B.isPointer() ? AbstractValue::Kind::Pointer
                                          : AbstractValue::Kind::Number;
  V.Symbol = Joined;
  V.MaybeAbsent = MaybeAbsent;
  V.Targets = A.Targets;
  joinTargets(V, B);
  V.Secrecy = A.Secrecy;
  V.Secrecy.add(B.Secrecy);
  Changed |= !(V == A);
  return Into.Cells.make(std::move(V));
}

/// What two values of one place stand for after this join. Mostly \p Mine has
/// that name since an earlier one.
SymbolId Joiner::nameOf(const AbstractValue &Mine, RegionId R, int64_t At) {
  constexpr auto Kind = StateSpace::SymbolKind::Join;
  if (Space.isSymbol(Mine.Symbol, Kind, Block, R, At))
    return Mine.Symbol;
  return Space.symbol(Kind, Block, R, At);
}

/// Somebody may have written there, of whom the cells tell nothing.
static bool mayHaveChanged(const State &S, RegionId R) {
  const ObjectState *O = S.touched(R);
  return O && (O->Kept || O->Released || !O->Written.empty());
}

/// \p V, which only one path has in \p Key, is what was there at first: the
/// other path has not looked.
bool Joiner::isUntouched(const CellKey &Key, const AbstractValue &V) const {
  return Space.Regions[Key.first].Kind == RegionKind::Pointee &&
         V.Number == 0 && V.Flavor == NumberFlavor::Plain && !V.Right &&
         Space.isSymbol(V.Symbol, StateSpace::SymbolKind::Content, Key.first, 0,
                        Key.second) &&
         !mayHaveChanged(Into, Key.first) && !mayHaveChanged(From, Key.first);
}

void Joiner::cells() {
  const AbstractValue Nothing;
  joinEntries(Into.Cells, From.Cells,
              [&](const CellKey &Key, const AbstractValue *A,
                  const AbstractValue *B) -> const AbstractValue * {
                const AbstractValue &Mine = A ? *A : Nothing;
                const AbstractValue &Theirs = B ? *B : Nothing;
                if (A == B || Mine == Theirs ||
                    (!(A && B) && isUntouched(Key, A ? Mine : Theirs)))
                  return A;
                SymbolId Joined = nameOf(Mine, Key.first, Key.second);
                Changed |= !A;
                return joined(Joined, Mine, Theirs, false);
              });
}

void Joiner::temporaries() {
  joinEntries(Into.Values, From.Values,
              [&](ValueId Key, const AbstractValue *A,
                  const AbstractValue *B) -> const AbstractValue * {
                // What one path has not made yet will be made before its use.
                if (!A || !B) {
                  Changed |= !A;
                  const AbstractValue *Only = A ? A : B;
                  if (Only->MaybeAbsent)
                    return Only;
                  AbstractValue *V = Into.Values.make(*Only);
                  V->MaybeAbsent = true;
                  return V;
                }
                if (A == B || *A == *B)
                  return A;
                SymbolId Joined = nameOf(*A, NoId, Key);
                return joined(Joined, *A, *B, A->MaybeAbsent || B->MaybeAbsent);
              });
}

/// What Into keeps for a range; \p Old is what it had, or null.
const Range *Joiner::settled(const Range *Old, const Range &New) {
  if (New.isFull()) {
    Changed |= Old != nullptr;
    return nullptr;
  }
  if (Old && *Old == New)
    return Old;
  Changed = true;
  return Into.Ranges.make(New);
}

void Joiner::ranges() {
  auto IsBefore = [](const auto &A, const auto &B) {
    return A.first < B.first;
  };
  if (!llvm::is_sorted(NewRanges, IsBefore))
    llvm::sort(NewRanges, IsBefore);
  auto Next = NewRanges.begin();
  llvm::SmallVector<std::pair<SymbolId, const Range *>, 8> Added;
  auto AddBefore = [&](SymbolId Key) {
    for (; Next != NewRanges.end() && Next->first < Key; ++Next)
      if (const Range *R = settled(nullptr, Next->second))
        Added.push_back({Next->first, R});
  };
  joinEntries(
      Into.Ranges, From.Ranges,
      [&](SymbolId Key, const Range *A, const Range *B) -> const Range * {
        AddBefore(Key);
        if (Next != NewRanges.end() && Next->first == Key)
          return settled(A, (Next++)->second);
        if (A == B)
          return A;
        if (A && B) {
          Range Joined = *A;
          Joined.join(*B);
          return settled(A, Joined);
        }
        Changed |= A != nullptr;
        return nullptr;
      });
  AddBefore(NoId);
  Into.Ranges.add(Added);
}

ObjectFlags ObjectFlags::joined(const ObjectFlags &O) const {
  ObjectFlags Both;
  Both.Escaped = Escaped || O.Escaped;
  Both.Kept = Kept || O.Kept;
  Both.Needed = Needed || O.Needed;
  Both.FilledByCall = FilledByCall || O.FilledByCall;
  Both.HoldsString = HoldsString || O.HoldsString;
  Both.KnownZero = KnownZero && O.KnownZero;
  Both.FilledAsString = FilledAsString && O.FilledAsString;
  Both.Promised = Promised && O.Promised;
  return Both;
}

static void forceJoin(ObjectState &A, const ObjectState &B) {
  for (const SecretRange &R : B.Secrets)
    A.addSecret(R.Bytes, R.Secrecy);
  for (const Interval &W : B.Written)
    A.addWritten(W);
  // What only one path zeroized is no partial zeroization of the other's.
  llvm::erase_if(
      A.Wipes, [&](const Wipe &W) { return !llvm::is_contained(B.Wipes, W); });
  A.Released &= B.Released;
  A.TaggedWhole |= B.TaggedWhole;
  A.HandedOver |= B.HandedOver;
}

void Joiner::objects() {
  std::vector<std::pair<RegionId, ObjectState>> New;
  forEachKey(Into.Objects, From.Objects,
             [&](RegionId R, const Shared<ObjectState> *A,
                 const Shared<ObjectState> *B) {
               if ((A && B && A->sharesWith(*B)) || (!B && !Force))
                 return;
               if (!Force && A && (*A)->joined(**B) == (*A)->flags())
                 return;
               ObjectState Joined = A ? **A : *Space.initial(R);
               Joined.forgetDigest();
               const Shared<ObjectState> Theirs = B ? *B : Space.initial(R);
               if (Force)
                 forceJoin(Joined, *Theirs);
               Joined.flags() = Joined.joined(*Theirs);
               if (A && Joined == **A)
                 return;
               Changed = true;
               New.emplace_back(R, std::move(Joined));
             });
  for (auto &[R, Joined] : New)
    Into.Objects[R] = std::move(Joined);
}

void Joiner::unbuffered() {
  size_t Before = Into.Unbuffered.size();
  llvm::erase_if(Into.Unbuffered, [&](SymbolId S) {
    return !llvm::is_contained(From.Unbuffered, S);
  });
  Changed |= Into.Unbuffered.size() != Before;
}

void Joiner::tables() {
  size_t Before = Into.Tables.size();
  llvm::erase_if(Into.Tables, [&](const TableChoice &Each) {
    return !llvm::is_contained(From.Tables, Each);
  });
  Changed |= Into.Tables.size() != Before;
}

/// A report of growth has to hold for both paths.
void Joiner::rooms() {
  auto IsCommon = [&](Room &Mine) {
    auto Theirs = llvm::find_if(From.Rooms, [&](const Room &Each) {
      return Each.Container == Mine.Container;
    });
    if (Theirs == From.Rooms.end())
      return false;
    Room Joined{Mine.Container, std::max(Mine.Elements, Theirs->Elements),
                std::min(Mine.Used, Theirs->Used)};
    Changed |= !(Joined == Mine);
    Mine = Joined;
    return true;
  };
  size_t Before = Into.Rooms.size();
  llvm::erase_if(Into.Rooms, [&](Room &Mine) { return !IsCommon(Mine); });
  Changed |= Into.Rooms.size() != Before;
}

/// Differs only where states are joined by force.
void Joiner::returned() {
  if (Into.Returned == From.Returned)
    return;
  SymbolId Joined = nameOf(Into.Returned, NoId, /*At=*/-1);
  Into.Returned = *joined(Joined, Into.Returned, From.Returned, false);
}

bool Joiner::run() {
  if (!Into.Cells.sharesWith(From.Cells))
    cells();
  if (!Into.Values.sharesWith(From.Values))
    temporaries();
  returned();
  // Until here, ranges of both are those before the join.
  if (!Into.Ranges.sharesWith(From.Ranges) || !NewRanges.empty())
    ranges();
  if (!Into.Objects.sharesWith(From.Objects))
    objects();
  unbuffered();
  tables();
  rooms();
  return Changed;
}

bool StateSpace::join(State &Into, const State &From, unsigned Block,
                      bool Force) {
  return Joiner(*this, Into, From, Block, Force).run();
}
