//===- State.cpp - What holds on one path ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "State.h"
#include "Facts/Types.h"
#include "llvm/ADT/Hashing.h"
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
  auto IsTouched = [&](const SecretRange &R) {
    return R.Bytes.overlaps(Bytes);
  };
  if (Bytes.isEmpty() || llvm::none_of(Secrets, IsTouched))
    return;
  llvm::SmallVector<SecretRange, 1> Left;
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
static void normalize(llvm::SmallVectorImpl<SecretRange> &Ranges) {
  llvm::sort(Ranges, [](const SecretRange &A, const SecretRange &B) {
    return A.Bytes.Lo < B.Bytes.Lo;
  });
  llvm::SmallVector<SecretRange, 4> Out;
  for (const SecretRange &R : Ranges) {
    if (!Out.empty() && Out.back().Bytes.Hi == R.Bytes.Lo &&
        Out.back().Secrecy == R.Secrecy)
      Out.back().Bytes.Hi = R.Bytes.Hi;
    else
      Out.push_back(R);
  }
  Ranges = std::move(Out);
}

/// Whether adding it would change nothing.
bool ObjectState::isKnown(Interval Bytes, Taint Secrecy) const {
  for (const SecretRange &R : Secrets) {
    if (!R.Bytes.covers(Bytes))
      continue;
    Taint Both = R.Secrecy;
    Both.add(Secrecy);
    return Both == R.Secrecy && Both.Origin == R.Secrecy.Origin;
  }
  return false;
}

void ObjectState::addSecret(Interval Bytes, Taint Secrecy) {
  if (Bytes.isEmpty() || !Secrecy.any())
    return;
  if (Secrets.empty())
    return Secrets.push_back({Bytes, Secrecy});
  if (isKnown(Bytes, Secrecy))
    return;
  llvm::SmallVector<SecretRange, 4> Parts;
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
  auto IsKnown = [&](const Interval &W) { return W.covers(Bytes); };
  if (Bytes.isEmpty() || llvm::any_of(Written, IsKnown))
    return;
  llvm::SmallVector<Interval, 1> Out;
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

const Digest &ObjectState::digest() const {
  if (Known)
    return *Known;
  uint64_t Life = llvm::hash_combine(Released, TaggedWhole, handsOver());
  for (const Wipe &W : Wipes)
    Life = llvm::hash_combine(Life, W.Site, W.Bytes.Lo, W.Bytes.Hi, W.Pending,
                              W.IsPartial, W.BeforeOpaque);
  uint64_t Property = Life;
  for (const SecretRange &R : Secrets)
    Property =
        llvm::hash_combine(Property, R.Bytes.Lo, R.Bytes.Hi, R.Secrecy.Labels);
  for (const Interval &W : Written)
    Property = llvm::hash_combine(Property, W.Lo, W.Hi);
  Known = Digest{Property, Life};
  return *Known;
}

const ObjectState *State::touched(RegionId R) const {
  auto It = Objects.find(R);
  return It == Objects.end() ? nullptr : &*It->second;
}

const Range &State::rangeOf(SymbolId S) const {
  static const Range Any;
  auto It = Ranges.find(S);
  return It == Ranges.end() ? Any : It->second;
}

SymbolId StateSpace::symbol(SymbolKind Kind, uint32_t A, uint32_t B,
                            int64_t C) {
  assert(A <= NoBlock && "no number of a block, value or region");
  uint64_t Packed = (uint64_t(A) << 2 | uint64_t(Kind)) << 32 | B;
  auto [It, New] = Symbols.try_emplace({Packed, C}, Names.size());
  if (New)
    Names.push_back({Kind, A, B, C});
  return It->second;
}

std::pair<RegionId, int64_t> StateSpace::contentOf(SymbolId S) const {
  const SymbolName &N = Names[S];
  if (N.Kind != SymbolKind::Content || N.B != 0 || N.C < 0)
    return {0, 0};
  return {N.A, N.C};
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

ObjectState StateSpace::makeInitial(RegionId Id) {
  ObjectState O;
  const Region &R = Regions[Id];
  if (!R.IsCallers)
    return O;
  O.Escaped = true;
  if (R.Kind == RegionKind::Pointee)
    O.addSecret({0, EndOfObject}, {label(Id, {0, EndOfObject}), 0});
  for (const TaggedRange &T : R.Tagged)
    if (!T.Pointee) {
      O.removeSecrets({T.Lo, T.Hi});
      O.addSecret({T.Lo, T.Hi}, {Taint::Secret, 0});
    }
  return O;
}

Shared<ObjectState> StateSpace::initial(RegionId Id) {
  RegionKind Kind = Regions[Id].Kind;
  // What a call makes is described at the call, maybe more than once.
  if (Kind != RegionKind::Object && Kind != RegionKind::Pointee)
    return Regions[Id].IsCallers ? makeInitial(Id) : Shared<ObjectState>();
  if (Initials.size() <= Id)
    Initials.resize(Regions.size());
  if (!Initials[Id])
    Initials[Id] = Shared<ObjectState>(makeInitial(Id));
  return *Initials[Id];
}

ObjectState &StateSpace::object(State &S, RegionId R) {
  ObjectState &O = S.Objects.findOrMake(R, [&] { return initial(R); }).edit();
  O.forgetDigest();
  return O;
}

Shared<ObjectState> StateSpace::look(const State &S, RegionId R) {
  auto It = S.Objects.find(R);
  return It == S.Objects.end() ? initial(R) : It->second;
}

template <typename Map> static void forget(Map &In, SymbolId S) {
  for (size_t I = 0; I != In.entries().size(); ++I) {
    if (In.entries()[I].Value->Symbol != S)
      continue;
    auto Key = In.entries()[I].Key;
    AbstractValue &V = In[Key];
    V.Symbol = 0;
    if (V.What == AbstractValue::Kind::Number ||
        V.What == AbstractValue::Kind::Test)
      V.What = AbstractValue::Kind::Unknown;
  }
}

SymbolId StateSpace::newResult(State &In, uint32_t A, uint32_t B) {
  size_t Known = Names.size();
  SymbolId S = symbol(SymbolKind::Result, A, B);
  if (Names.size() != Known)
    return S; // no state knows it yet
  In.Ranges.erase(S);
  forget(In.Cells, S);
  forget(In.Values, S);
  llvm::erase(In.Unbuffered, S);
  return S;
}

void StateSpace::dropRegion(State &S, RegionId R) {
  S.Objects.erase(R);
  llvm::erase_if(S.Rooms,
                 [&](const Room &Each) { return Each.Container.first == R; });
  llvm::erase_if(S.Tables, [&](const TableChoice &Each) {
    return Each.Record.first == R;
  });
  constexpr int64_t Lowest = std::numeric_limits<int64_t>::min();
  S.Cells.erase(S.Cells.lower_bound({R, Lowest}),
                S.Cells.lower_bound({R + 1, Lowest}));
}

template <typename Map>
static void retarget(Map &In, RegionId From, RegionId To) {
  for (size_t I = 0; I != In.entries().size(); ++I) {
    auto IsThere = [&](const Target &T) { return T.Region == From; };
    if (llvm::none_of(In.entries()[I].Value->Targets, IsThere))
      continue;
    auto Key = In.entries()[I].Key;
    AbstractValue &V = In[Key];
    for (Target &T : V.Targets)
      if (IsThere(T))
        T.Region = To;
    llvm::sort(V.Targets);
    V.Targets.erase(llvm::unique(V.Targets), V.Targets.end());
  }
}

void StateSpace::renameRegion(State &S, RegionId From, RegionId To) {
  ObjectState Renamed = *look(S, From);
  if (const ObjectState *Known = S.touched(To))
    for (const SecretRange &Each : Known->Secrets)
      Renamed.addSecret(Each.Bytes, Each.Secrecy);
  Renamed.forgetDigest();
  S.Objects[To] = std::move(Renamed);
  std::vector<std::pair<CellKey, AbstractValue>> Inside;
  for (const auto &[Key, V] : S.Cells)
    if (Key.first == From)
      Inside.emplace_back(CellKey{To, Key.second}, V);
  for (auto &[Key, V] : Inside)
    S.Cells.set(Key, std::move(V));
  retarget(S.Cells, From, To);
  retarget(S.Values, From, To);
}

/// Whether \p Same holds for all objects of both states.
template <typename Predicate>
static bool allObjects(StateSpace &Space, const State &A, const State &B,
                       Predicate Same) {
  // At the exit: which return it was, and what a caller can tell of it.
  if (A.ReturnAt.Begin != B.ReturnAt.Begin || !(A.Returned == B.Returned))
    return false;
  // Rarely any: a stream that may be null is unbuffered on the other path.
  if (A.Unbuffered != B.Unbuffered || A.Tables != B.Tables)
    return false;
  if (A.Objects.sharesWith(B.Objects))
    return true;
  auto Left = A.Objects.begin(), Right = B.Objects.begin();
  while (Left != A.Objects.end() || Right != B.Objects.end()) {
    if (Left != A.Objects.end() && Right != B.Objects.end() &&
        Left->first == Right->first) {
      if (!Left->second.sharesWith(Right->second) &&
          !Same(Left->first, *Left->second, *Right->second))
        return false;
      ++Left, ++Right;
      continue;
    }
    bool OnlyLeft = Right == B.Objects.end() ||
                    (Left != A.Objects.end() && Left->first < Right->first);
    const auto &[R, Only] = OnlyLeft ? *Left++ : *Right++;
    Shared<ObjectState> Initial = Space.initial(R);
    if (Only.sharesWith(Initial))
      continue;
    if (OnlyLeft ? !Same(R, *Only, *Initial) : !Same(R, *Initial, *Only))
      return false;
  }
  return true;
}

/// The sum over all objects, to which one that is as it was at first adds
/// nothing.
Digest StateSpace::digest(const State &S) {
  Digest Sum{S.ReturnAt.Begin, S.ReturnAt.Begin};
  for (const auto &[R, Object] : S.Objects) {
    const Shared<ObjectState> First = initial(R);
    if (Object.sharesWith(First))
      continue;
    const Digest &Now = Object->digest(), &Then = First->digest();
    auto Difference = [R = R](uint64_t A, uint64_t B) -> uint64_t {
      return A == B ? 0 : llvm::hash_combine(R, A) - llvm::hash_combine(R, B);
    };
    Sum.Property += Difference(Now.Property, Then.Property);
    Sum.Life += Difference(Now.Life, Then.Life);
  }
  return Sum;
}

bool StateSpace::sameProperty(const State &A, const State &B) {
  return allObjects(*this, A, B,
                    [](RegionId, const ObjectState &X, const ObjectState &Y) {
                      return X.sameProperty(Y);
                    });
}

static constexpr Interval AllBytes{std::numeric_limits<int64_t>::min(),
                                   EndOfObject};

/// Whether the same has been done to them, but for what was written.
static bool sameLife(const ObjectState &X, const ObjectState &Y) {
  return X.Wipes == Y.Wipes && X.Released == Y.Released &&
         X.TaggedWhole == Y.TaggedWhole && X.handsOver() == Y.handsOver();
}

/// Which of its own bytes a caller finds copied where is a detail.
bool StateSpace::holdsCopiesOnly(RegionId R, const ObjectState &O) const {
  return Regions[R].IsCallers && !O.secrecyOf(AllBytes).isSecret();
}

bool StateSpace::sameButCopies(const State &A, const State &B) {
  return allObjects(
      *this, A, B, [&](RegionId R, const ObjectState &X, const ObjectState &Y) {
        return X.sameProperty(Y) || (sameLife(X, Y) && holdsCopiesOnly(R, X) &&
                                     holdsCopiesOnly(R, Y));
      });
}

bool StateSpace::sameShape(const State &A, const State &B) {
  return allObjects(
      *this, A, B, [&](RegionId R, const ObjectState &X, const ObjectState &Y) {
        if (!sameLife(X, Y))
          return false;
        if (holdsCopiesOnly(R, X) && holdsCopiesOnly(R, Y))
          return true;
        return X.Written.empty() == Y.Written.empty() &&
               X.secrecyOf(AllBytes) == Y.secrecyOf(AllBytes);
      });
}

/// Whether \p W zeroizes nothing where \p S holds.
static bool isEmptyIn(const State &S, const Wipe &W) {
  return W.LengthSymbol && W.LengthNumber == 0 && !W.IsPartial &&
         S.rangeOf(W.LengthSymbol).Hi <= 0;
}

bool StateSpace::hasEmptyLength(const State &S) const {
  return llvm::any_of(
      WipeLengths, [&](SymbolId Length) { return S.rangeOf(Length).Hi <= 0; });
}

bool StateSpace::skipsEmptyWipes(const State &Skipped, const State &Done) {
  bool Any = false;
  auto IsSkipped = [&](RegionId, const ObjectState &X, const ObjectState &Y) {
    ObjectState After = X;
    for (const Wipe &W : Y.Wipes) {
      if (llvm::is_contained(X.Wipes, W))
        continue;
      if (!isEmptyIn(Skipped, W))
        return false;
      Any = true;
      After.removeSecrets(W.Bytes);
      After.Wipes.push_back(W);
    }
    return After.sameProperty(Y);
  };
  return allObjects(*this, Skipped, Done, IsSkipped) && Any;
}
