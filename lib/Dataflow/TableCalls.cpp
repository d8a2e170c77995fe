//===- TableCalls.cpp - Calls through tables of functions -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each of the functions that the table may hold is a path of its own. Where a
// constant table is known, or was chosen before on this path, it decides. Where
// it is not, functions that bring secrets count, and those that zeroize as much
// as another one of them: who fills with one table clears with the same.
//
//===----------------------------------------------------------------------===//

#include "Facts/CallTargets.h"
#include "Transfer.h"
#include <set>

using namespace secret;

/// What was loaded points to a function, unless this path has stored null.
void Transfer::assumeNotNull(State &S, const Fact &F) {
  const AbstractValue V = valueOf(S, F.Result);
  if (Space.decide(S, V, CompareOp::Ne, 0) != Truth::No)
    Space.assume(S, V, CompareOp::Ne, 0);
}

/// Something that an argument is or leads to is secret.
bool Transfer::givesSecret(State &S, const CallInfo &C) {
  return llvm::any_of(C.Args, [&](const Argument &A) {
    const AbstractValue &V = valueOf(S, A.Value);
    return V.Secrecy.any() || llvm::any_of(V.Targets, [&](const Target &T) {
             return secrecyAt(S, T, UnknownSize).any();
           });
  });
}

/// The name of the constant variable, and of its element, that \p At lies in;
/// of all elements the part before the number. Empty if it is something else.
std::string Transfer::tableAt(const Target &At) const {
  const Region &R = Space.Regions[At.Region];
  if (R.Kind != RegionKind::Object || !Facts.Objects[R.Key].IsConst)
    return "";
  const ObjectInfo &O = Facts.Objects[R.Key];
  const TypeInfo &Type = Types[O.Type];
  if (Type.IsRecord || !Type.Pointee)
    return O.Usr;
  if (At.Offset == UnknownOffset || At.Stride || Type.ElementSize <= 0)
    return O.Usr + "[";
  return O.Usr + "[" + std::to_string(At.Offset / Type.ElementSize) + "]";
}

/// What stands for the record at \p V: its place, or of several ones that it
/// may be the first and how many there are.
static CellKey recordAt(const AbstractValue &V) {
  if (V.Targets.size() == 1)
    return {V.Targets.front().Region, V.Targets.front().Offset};
  return {V.Targets.front().Region, -1 - int64_t(V.Targets.size())};
}

static const TableChoice *chosenTables(const State &S, const AbstractValue &V) {
  if (V.Targets.empty())
    return nullptr;
  auto It = llvm::find_if(S.Tables, [&](const TableChoice &Each) {
    return Each.Record == recordAt(V);
  });
  return It == S.Tables.end() ? nullptr : &*It;
}

/// Whether a table that is called \p Table may be the one that tableAt named.
static bool isTable(llvm::StringRef Table, llvm::StringRef Name) {
  return Table == Name || (Name.ends_with("[") && Table.starts_with(Name));
}

/// Those of \p C's targets that the table itself leaves.
std::vector<const CallTarget *> Transfer::targetsIn(const State &S,
                                                    const CallInfo &C) const {
  std::vector<const CallTarget *> Out;
  if (const AbstractValue &P = valueOf(S, C.Pointer); P.isConstant()) {
    for (const CallTarget &T : C.Targets)
      if (numberForName(usrIn(Facts.Calls[T.Call].Usr)) == P.Number)
        Out.push_back(&T);
    return Out;
  }
  const AbstractValue &V = valueOf(S, C.Table);
  const TableChoice *Chosen = chosenTables(S, V);
  std::vector<std::string> Names;
  for (const Target &At : V.Targets)
    Names.push_back(tableAt(At));
  const bool AnyTable =
      !Chosen && (Names.empty() || llvm::is_contained(Names, ""));
  auto IsIt = [&](const std::string &Table) {
    if (Chosen)
      return llvm::is_contained(Chosen->Tables, numberForName(Table));
    return llvm::any_of(
        Names, [&](const std::string &Name) { return isTable(Table, Name); });
  };
  for (const CallTarget &T : C.Targets)
    if (AnyTable || llvm::any_of(T.Tables, IsIt))
      Out.push_back(&T);
  return Out;
}

/// Of a call that no target is left of: this path has stored null there, or
/// called a function of tables that have none there.
bool Transfer::callsNull(const State &S, const CallInfo &C) const {
  const AbstractValue &P = valueOf(S, C.Pointer);
  if (P.isConstant())
    return P.Number == 0;
  return !C.Targets.empty() && chosenTables(S, valueOf(S, C.Table));
}

/// \p T is called, which tells which tables it can be.
void Transfer::chooseTable(State &S, const CallInfo &C, const CallTarget &T) {
  const AbstractValue &V = valueOf(S, C.Table);
  if (V.Targets.empty() || T.Tables.empty())
    return;
  std::vector<int64_t> Tables;
  const TableChoice *Before = chosenTables(S, V);
  for (const std::string &Table : T.Tables)
    if (!Before || llvm::is_contained(Before->Tables, numberForName(Table)))
      Tables.push_back(numberForName(Table));
  llvm::sort(Tables);
  const CellKey Record = recordAt(V);
  llvm::erase_if(
      S.Tables, [&](const TableChoice &Each) { return Each.Record == Record; });
  S.Tables.push_back({Record, std::move(Tables)});
}

/// What call number \p Call zeroizes on some path.
const std::set<AccessPath> &Transfer::zeroizedBy(uint32_t Call) {
  auto [It, New] = Zeroized.try_emplace(Call);
  if (New)
    It->second = findZeroized(Facts.Calls[Call]);
  return It->second;
}

std::set<AccessPath> Transfer::findZeroized(const CallInfo &C) const {
  std::set<AccessPath> Out;
  auto AddArgument = [&](int Position) {
    if (Position >= 0)
      Out.insert({AccessPath::Root::Parameter, unsigned(Position), "", {0}});
  };
  if (C.Zeroizes) {
    for (size_t I = 0; I != C.Args.size() && Out.empty(); ++I)
      if (Types[C.Args[I].Type].IsPointer)
        AddArgument(I);
    return Out;
  }
  if (C.Model) {
    for (const Effect &E : C.Model->Effects)
      if (E.Kind == EffectKind::Zeroize && !E.Indirect)
        AddArgument(E.Position);
    return Out;
  }
  auto It = Summaries.find(C.Callee);
  if (It == Summaries.end())
    return Out;
  for (const SummaryCase &Case : It->second.Cases)
    for (const SummaryWipe &W : Case.Wipes)
      Out.insert(W.Path);
  return Out;
}

/// Of that, what may hold a secret before the call: a target that sets a result
/// to zero, or an empty buffer, does no more than the others.
std::set<AccessPath> Transfer::secretsZeroizedBy(State &S, const Fact &F,
                                                 const CallInfo &C,
                                                 const CallTarget &T) {
  std::set<AccessPath> Out;
  for (const AccessPath &Path : zeroizedBy(T.Call)) {
    const AbstractValue At = locate(S, F, C, Path, /*Pointee=*/0);
    if (At.Targets.empty() || llvm::any_of(At.Targets, [&](const Target &To) {
          return secrecyAt(S, To, UnknownSize).any();
        }))
      Out.insert(Path);
  }
  return Out;
}

/// Without those that bring nothing, and zeroize less than another one.
void Transfer::dropWeaker(State S, const Fact &F, const CallInfo &C,
                          std::vector<const CallTarget *> &Targets) {
  auto Brings = [&](const CallInfo &Callee) {
    auto It = Summaries.find(Callee.Callee);
    return It != Summaries.end() &&
           (It->second.BringsSecrets || !It->second.Faults.empty());
  };
  std::vector<std::set<AccessPath>> Zeroized;
  for (const CallTarget *T : Targets)
    Zeroized.push_back(secretsZeroizedBy(S, F, C, *T));
  auto IsLess = [](const std::set<AccessPath> &Mine,
                   const std::set<AccessPath> &Other) {
    return Other.size() > Mine.size() &&
           std::includes(Other.begin(), Other.end(), Mine.begin(), Mine.end());
  };
  std::vector<const CallTarget *> Left;
  for (const auto &[T, Mine] : llvm::zip(Targets, Zeroized))
    if (Brings(Facts.Calls[T->Call]) ||
        llvm::none_of(Zeroized, [&, &Own = Mine](const auto &Other) {
          return IsLess(Own, Other);
        }))
      Left.push_back(T);
  Targets = std::move(Left);
}

/// Of \p Before's secrets what none of \p After holds, as far as they agree.
static ObjectState zeroizedSecrets(const ObjectState &Before,
                                   llvm::ArrayRef<const ObjectState *> After) {
  ObjectState Out;
  Out.Secrets = Before.Secrets;
  for (const ObjectState *O : After)
    for (const SecretRange &Left : O->Secrets)
      Out.removeSecrets(Left.Bytes);
  return Out;
}

/// What was secret in \p Before, and one of the targets zeroizes on all of its
/// paths, the others leave to that one.
void Transfer::shareZeroizations(const State &Before,
                                 std::vector<std::vector<State>> &Results) {
  if (Results.size() < 2)
    return;
  std::set<RegionId> Touched;
  for (const std::vector<State> &OfOne : Results)
    for (const State &S : OfOne)
      for (const auto &[R, Object] : S.Objects)
        if (!Object.sharesWith(Space.look(Before, R)))
          Touched.insert(R);
  for (RegionId R : Touched)
    if (const Shared<ObjectState> Object = Space.look(Before, R);
        Object->holdsSecret())
      for (size_t I = 0; I != Results.size(); ++I)
        shareZeroization(*Object, R, I, Results);
}

/// What result number \p Of zeroizes of \p Before, the others do, too.
void Transfer::shareZeroization(const ObjectState &Before, RegionId R,
                                size_t Of,
                                std::vector<std::vector<State>> &Results) {
  std::vector<Shared<ObjectState>> Kept;
  std::vector<const ObjectState *> After;
  for (const State &S : Results[Of]) {
    Kept.push_back(Space.look(S, R));
    After.push_back(&*Kept.back());
  }
  const ObjectState Gone = zeroizedSecrets(Before, After);
  if (!Gone.holdsSecret())
    return;
  for (size_t Other = 0; Other != Results.size(); ++Other)
    for (State &S : Results[Other])
      if (Other != Of)
        takeZeroization(S, R, Gone, *After.front());
}

/// The bytes of \p O whose secrets are those of \p Gone, and no newer ones.
static std::vector<Interval> oldSecrets(const ObjectState &O,
                                        const ObjectState &Gone) {
  std::vector<Interval> Out;
  for (const SecretRange &Old : Gone.Secrets)
    for (const SecretRange &Now : O.Secrets)
      if (Now.Bytes.overlaps(Old.Bytes) &&
          !(Now.Secrecy.Labels & ~Old.Secrecy.Labels) &&
          Now.Secrecy.Origin == Old.Secrecy.Origin)
        Out.push_back({std::max(Now.Bytes.Lo, Old.Bytes.Lo),
                       std::min(Now.Bytes.Hi, Old.Bytes.Hi)});
  return Out;
}

/// In \p S, too, the secrets of \p Gone were zeroized as \p By has it.
void Transfer::takeZeroization(State &S, RegionId R, const ObjectState &Gone,
                               const ObjectState &By) {
  const std::vector<Interval> Bytes = oldSecrets(*Space.look(S, R), Gone);
  if (Bytes.empty())
    return;
  ObjectState &O = Space.object(S, R);
  for (const Interval &Each : Bytes)
    O.removeSecrets(Each);
  for (const Wipe &W : By.Wipes)
    if (!llvm::is_contained(O.Wipes, W))
      O.Wipes.push_back(W);
}

/// What can be seen is believed before what the name of a field promises.
bool Transfer::knowsTargets(const CallInfo &C) const {
  return !C.Targets.empty() &&
         llvm::all_of(C.Targets, [&](const CallTarget &T) {
           const CallInfo &Callee = Facts.Calls[T.Call];
           return Callee.Model || Callee.Zeroizes ||
                  Summaries.count(Callee.Callee);
         });
}

/// Another unit may have stored something else there, which keeps what it gets.
void Transfer::othersMayKeep(State &S, const CallInfo &C) {
  for (const Argument &A : C.Args)
    if (A.PointsToNonConst)
      for (const Target &T : valueOf(S, A.Value).Targets)
        if (Space.Regions[T.Region].Kind == RegionKind::Heap)
          escapeRegion(S, T.Region);
}

void Transfer::callThroughTable(State &S, const Fact &F, const CallInfo &C,
                                std::vector<State> &Forks) {
  if (C.Targets.empty() && givesSecret(S, C))
    Seen.TooManyTargets.try_emplace(C.Name, C.NumTargets);
  std::vector<const CallTarget *> Targets = targetsIn(S, C);
  if (Targets.empty() && callsNull(S, C)) {
    S.IsDead = true;
    return;
  }
  if (Targets.size() > 1)
    dropWeaker(S, F, C, Targets);
  if (Targets.empty())
    return unknownCall(S, F, C);
  std::vector<std::vector<State>> Results;
  for (const CallTarget *T : Targets) {
    const CallInfo &Callee = Facts.Calls[T->Call];
    State Next = S;
    chooseTable(Next, C, *T);
    foreignCall(Next, Callee);
    std::vector<State> &OfOne = Results.emplace_back();
    calleeEffects(Next, F, Callee, OfOne);
    OfOne.push_back(std::move(Next));
  }
  shareZeroizations(S, Results);
  std::vector<State> All;
  for (std::vector<State> &OfOne : Results)
    for (State &Each : OfOne) {
      if (!C.Slot.empty())
        othersMayKeep(Each, C);
      taggedArguments(Each, F, C);
      All.push_back(std::move(Each));
    }
  S = std::move(All.front());
  Forks.insert(Forks.end(), std::make_move_iterator(All.begin() + 1),
               std::make_move_iterator(All.end()));
}
