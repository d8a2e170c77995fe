//===- State.cpp - What holds on one path ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "State.h"
#include "Facts/Types.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

Taint ObjectState::secrecyOf(Interval Bytes) const {
  Taint T;
  for (const SecretRange &R : Secrets)
    if (R.Bytes.overlaps(Bytes))
      T.add(R.Secrecy);
  return T;
}

void ObjectState::removeSecrets(Interval Bytes) {
  std::vector<SecretRange> Left;
  for (const SecretRange &R : Secrets) {
    if (!R.Bytes.overlaps(Bytes)) {
      Left.push_back(R);
      continue;
    }
    SecretRange Before = R, After = R;
    Before.Bytes.Hi = Bytes.Lo;
    After.Bytes.Lo = Bytes.Hi;
    for (const SecretRange &Part : {Before, After})
      if (!Part.Bytes.isEmpty())
        Left.push_back(Part);
  }
  Secrets = std::move(Left);
}

/// Sorts and glues neighbours that say the same.
static void normalize(std::vector<SecretRange> &Ranges) {
  llvm::sort(Ranges, [](const SecretRange &A, const SecretRange &B) {
    return A.Bytes.Lo < B.Bytes.Lo;
  });
  std::vector<SecretRange> Out;
  for (const SecretRange &R : Ranges) {
    if (!Out.empty() && Out.back().Bytes.Hi == R.Bytes.Lo &&
        Out.back().Secrecy == R.Secrecy)
      Out.back().Bytes.Hi = R.Bytes.Hi;
    else
      Out.push_back(R);
  }
  Ranges = std::move(Out);
}

void ObjectState::addSecret(Interval Bytes, Taint Secrecy) {
  if (Bytes.isEmpty() || !Secrecy.any())
    return;
  std::vector<SecretRange> Parts;
  int64_t At = Bytes.Lo;
  for (const SecretRange &R : Secrets) {
    if (!R.Bytes.overlaps(Bytes))
      continue;
    Interval Common{std::max(R.Bytes.Lo, Bytes.Lo),
                    std::min(R.Bytes.Hi, Bytes.Hi)};
    if (At < Common.Lo)
      Parts.push_back({{At, Common.Lo}, Secrecy});
    Taint Both = R.Secrecy;
    Both.add(Secrecy);
    Parts.push_back({Common, Both});
    At = Common.Hi;
  }
  if (At < Bytes.Hi)
    Parts.push_back({{At, Bytes.Hi}, Secrecy});
  removeSecrets(Bytes);
  Secrets.insert(Secrets.end(), Parts.begin(), Parts.end());
  normalize(Secrets);
}

void ObjectState::addWritten(Interval Bytes) {
  if (Bytes.isEmpty())
    return;
  std::vector<Interval> Out;
  for (const Interval &W : Written)
    if (W.Hi < Bytes.Lo || Bytes.Hi < W.Lo)
      Out.push_back(W);
    else
      Bytes = {std::min(W.Lo, Bytes.Lo), std::max(W.Hi, Bytes.Hi)};
  Out.push_back(Bytes);
  llvm::sort(Out,
             [](const Interval &A, const Interval &B) { return A.Lo < B.Lo; });
  Written = std::move(Out);
}

Range State::rangeOf(SymbolId S) const {
  auto It = Ranges.find(S);
  return It == Ranges.end() ? Range() : It->second;
}

SymbolId StateSpace::symbol(SymbolKind Kind, uint32_t A, uint32_t B,
                            int64_t C) {
  auto [It, New] = Symbols.try_emplace({Kind, A, B, C}, Symbols.size() + 1);
  return It->second;
}

uint64_t StateSpace::label(RegionId Region, Interval Bytes) {
  for (unsigned I = 1; I != Labels.size(); ++I)
    if (Labels[I].first == Region && Labels[I].second == Bytes)
      return uint64_t(1) << I;
  if (Labels.size() >= 64) {
    LabelsLost = true;
    return 0;
  }
  Labels.push_back({Region, Bytes});
  return uint64_t(1) << (Labels.size() - 1);
}

ObjectState StateSpace::initial(RegionId Id) {
  ObjectState O;
  const Region &R = Regions[Id];
  bool IsPointee = R.Kind == RegionKind::Pointee;
  if (R.IsCallers) {
    O.Escaped = true;
    if (IsPointee)
      O.addSecret({0, EndOfObject}, {label(Id, {0, EndOfObject}), 0});
    for (const TaggedRange &T : R.Tagged)
      if (!T.Pointee) {
        O.removeSecrets({T.Lo, T.Hi});
        O.addSecret({T.Lo, T.Hi}, {Taint::Secret, 0});
      }
  }
  return O;
}

ObjectState &StateSpace::object(State &S, RegionId R) {
  auto It = S.Objects.find(R);
  if (It == S.Objects.end())
    It = S.Objects.emplace(R, initial(R)).first;
  return It->second;
}

void StateSpace::renew(State &In, SymbolId S) {
  In.Ranges.erase(S);
  auto Forget = [S](AbstractValue &V) {
    if (V.Symbol != S)
      return;
    V.Symbol = 0;
    if (V.What == AbstractValue::Kind::Number ||
        V.What == AbstractValue::Kind::Test)
      V.What = AbstractValue::Kind::Unknown;
  };
  for (auto &[Key, V] : In.Cells)
    Forget(V);
  for (auto &[Key, V] : In.Values)
    Forget(V);
  llvm::erase(In.Unbuffered, S);
}

void StateSpace::dropRegion(State &S, RegionId R) {
  S.Objects.erase(R);
  auto It = S.Cells.lower_bound({R, std::numeric_limits<int64_t>::min()});
  while (It != S.Cells.end() && It->first.first == R)
    It = S.Cells.erase(It);
}

/// Whether \p Same holds for all objects of both states.
template <typename Predicate>
static bool allObjects(StateSpace &Space, const State &A, const State &B,
                       Predicate Same) {
  // At the exit: which return it was, and what a caller can tell of it.
  if (A.ReturnAt.Begin != B.ReturnAt.Begin || !(A.Returned == B.Returned))
    return false;
  auto Covered = [&](const State &X, const State &Y) {
    for (const auto &[R, O] : X.Objects) {
      auto It = Y.Objects.find(R);
      if (!Same(O, It == Y.Objects.end() ? Space.initial(R) : It->second))
        return false;
    }
    return true;
  };
  return Covered(A, B) && Covered(B, A);
}

bool StateSpace::sameProperty(const State &A, const State &B) {
  return allObjects(*this, A, B,
                    [](const ObjectState &X, const ObjectState &Y) {
                      return X.sameProperty(Y);
                    });
}

bool StateSpace::sameShape(const State &A, const State &B) {
  return allObjects(
      *this, A, B, [](const ObjectState &X, const ObjectState &Y) {
        Interval All{std::numeric_limits<int64_t>::min(), EndOfObject};
        return X.Wipes == Y.Wipes && X.Released == Y.Released &&
               X.TaggedWhole == Y.TaggedWhole &&
               X.Written.empty() == Y.Written.empty() &&
               X.secrecyOf(All) == Y.secrecyOf(All);
      });
}

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
  R = S.rangeOf(V.Symbol);
  if (V.Number != 0)
    return Range(); // a shifted range is rarely worth its overflow checks
  return R;
}

AbstractValue StateSpace::joinValues(State &Into, const AbstractValue &A,
                                     const State &From, const AbstractValue &B,
                                     SymbolId Joined, Range &JoinedRange) {
  AbstractValue V;
  V.What = A.isPointer() || B.isPointer() ? AbstractValue::Kind::Pointer
                                          : AbstractValue::Kind::Number;
  V.Symbol = Joined;
  V.Targets = A.Targets;
  for (const Target &T : B.Targets)
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
  V.Secrecy = A.Secrecy;
  V.Secrecy.add(B.Secrecy);
  JoinedRange = rangeOfValue(Into, A);
  JoinedRange.join(rangeOfValue(From, B));
  return V;
}

/// What both paths hold in flags that are no part of the property.
static void joinFlags(ObjectState &A, const ObjectState &B) {
  A.Escaped |= B.Escaped;
  A.Kept |= B.Kept;
  A.Needed |= B.Needed;
  A.KnownZero &= B.KnownZero;
  A.FilledAsString &= B.FilledAsString;
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
}

void StateSpace::joinObjects(State &Into, const State &From, bool Force) {
  for (const auto &[R, O] : From.Objects) {
    ObjectState &Mine = object(Into, R);
    if (Force)
      forceJoin(Mine, O);
    joinFlags(Mine, O);
  }
  if (!Force)
    return;
  for (auto &[R, Mine] : Into.Objects)
    if (!From.Objects.count(R)) {
      ObjectState Theirs = initial(R);
      forceJoin(Mine, Theirs);
      joinFlags(Mine, Theirs);
    }
}

bool StateSpace::join(State &Into, const State &From, unsigned Block,
                      bool Force) {
  State Before = Into;
  std::map<SymbolId, Range> NewRanges;
  auto JoinMaps = [&](auto &Mine, const auto &Theirs, auto SymbolOf) {
    AbstractValue Nothing;
    auto Visit = [&](const auto &Key, const AbstractValue &A,
                     const AbstractValue &B) {
      Range R;
      SymbolId Joined = SymbolOf(Key);
      AbstractValue V = joinValues(Before, A, From, B, Joined, R);
      NewRanges[Joined] = R;
      return V;
    };
    for (auto &[Key, V] : Mine) {
      auto It = Theirs.find(Key);
      const AbstractValue &B = It == Theirs.end() ? Nothing : It->second;
      if (!(V == B))
        V = Visit(Key, V, B);
    }
    for (const auto &[Key, B] : Theirs)
      if (!Mine.count(Key))
        Mine[Key] = Visit(Key, Nothing, B);
  };
  JoinMaps(Into.Cells, From.Cells, [&](const CellKey &Key) {
    return symbol(SymbolKind::Join, Block, Key.first, Key.second);
  });
  // A value that one path has not made yet will be made before it is used.
  for (const auto &[Key, B] : From.Values)
    if (!Into.Values.count(Key))
      (Into.Values[Key] = B).MaybeAbsent = true;
  for (auto &[Key, A] : Into.Values)
    if (!From.Values.count(Key))
      A.MaybeAbsent = true;
  for (auto &[Key, A] : Into.Values) {
    auto It = From.Values.find(Key);
    if (It == From.Values.end() || A == It->second)
      continue;
    Range R;
    SymbolId Joined = symbol(SymbolKind::Join, Block, NoId, Key);
    bool Absent = A.MaybeAbsent || It->second.MaybeAbsent;
    A = joinValues(Before, A, From, It->second, Joined, R);
    A.MaybeAbsent = Absent;
    NewRanges[Joined] = R;
  }
  for (auto It = Into.Ranges.begin(); It != Into.Ranges.end();) {
    auto Other = From.Ranges.find(It->first);
    if (Other != From.Ranges.end())
      It->second.join(Other->second);
    if (Other == From.Ranges.end() || It->second.isFull())
      It = Into.Ranges.erase(It);
    else
      ++It;
  }
  for (auto &[Symbol, R] : NewRanges) {
    Into.Ranges.erase(Symbol);
    if (!R.isFull())
      Into.Ranges[Symbol] = R;
  }
  joinObjects(Into, From, Force);
  llvm::erase_if(Into.Unbuffered, [&](SymbolId S) {
    return !llvm::is_contained(From.Unbuffered, S);
  });
  return !(Into.Objects == Before.Objects && Into.Cells == Before.Cells &&
           Into.Values == Before.Values && Into.Ranges == Before.Ranges);
}
