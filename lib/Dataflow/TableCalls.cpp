//===- TableCalls.cpp - Calls through tables of functions -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each of the functions that the table may hold is a path of its own. Which
// table it is stays the same on a path: what `ops->init` was tells what
// `ops->done` is.
//
//===----------------------------------------------------------------------===//

#include "Transfer.h"
#include "llvm/Support/xxhash.h"

using namespace secret;

/// A number for the table, as good as its name.
static int64_t numberOf(llvm::StringRef Table) {
  return static_cast<int64_t>(llvm::xxh3_64bits(Table) >> 1);
}

/// The number of the table at \p At, on this path.
AbstractValue Transfer::tableAt(const State &S, const CallInfo &C) {
  const AbstractValue &V = valueOf(S, C.Table);
  if (V.Targets.size() != 1 || V.Targets.front().Offset == UnknownOffset)
    return AbstractValue();
  const Target &At = V.Targets.front();
  const Region &R = Space.Regions[At.Region];
  if (R.Kind == RegionKind::Object && !Facts.Objects[R.Key].Usr.empty())
    return AbstractValue::number(numberOf(Facts.Objects[R.Key].Usr));
  return AbstractValue::symbol(
      Space.symbol(StateSpace::SymbolKind::Table, At.Region, 0, At.Offset));
}

/// The targets of \p C that are possible in \p S, each with what it means for
/// \p S. Who stores one field need not store the other: a table that has no
/// function for \p C tells nothing of it.
std::vector<std::pair<const CallTarget *, State>>
Transfer::targetsOf(const State &S, const CallInfo &C) {
  const AbstractValue Table = tableAt(S, C);
  std::vector<std::pair<const CallTarget *, State>> Out;
  for (const CallTarget &T : C.Targets) {
    State Next = S;
    if (Table.What == AbstractValue::Kind::Unknown ||
        Space.assume(Next, Table, CompareOp::Eq, numberOf(T.Table)))
      Out.push_back({&T, std::move(Next)});
  }
  if (Out.empty())
    for (const CallTarget &T : C.Targets)
      Out.push_back({&T, S});
  return Out;
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

void Transfer::callThroughTable(State &S, const Fact &F, const CallInfo &C,
                                std::vector<State> &Forks) {
  if (C.Targets.empty()) {
    if (givesSecret(S, C))
      Seen.TooManyTargets.try_emplace(C.Name, C.NumTargets);
    return unknownCall(S, F, C);
  }
  std::vector<State> Results;
  for (auto &[T, Next] : targetsOf(S, C)) {
    const CallInfo &Callee = Facts.Calls[T->Call];
    foreignCall(Next, Callee);
    calleeEffects(Next, F, Callee, Results);
    Results.push_back(std::move(Next));
  }
  S = std::move(Results.front());
  Forks.insert(Forks.end(), std::make_move_iterator(Results.begin() + 1),
               std::make_move_iterator(Results.end()));
}
