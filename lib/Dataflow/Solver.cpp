//===- Solver.cpp - Analyse one function ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Solver.h"
#include "Summary/ForeignSummary.h"
#include "Tails.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace secret;

namespace {

/// States at a block from which on bytes no longer tell them apart.
constexpr size_t MaxTurns = 4;

/// How many that differ only in which of the caller's own bytes are where in
/// the caller's memory.
constexpr size_t MaxCopies = 2;

/// How many that differ only in what they ask of the caller, before a return.
constexpr size_t MaxAsked = 8;

class Solver {
public:
  Solver(FunctionResult &Result, const TypeTable &Types,
         const SummaryTable &Summaries, const AnalysisOptions &Options,
         uint64_t MaxWork)
      : Result(Result), Facts(Result.Facts), Summaries(Summaries),
        Options(Options), MaxWork(MaxWork),
        Apply(Facts, Types, Result.Space, Result.Seen, Summaries, Options) {}

  void run();
  void dump(llvm::raw_ostream &Out) const;

private:
  void visit(unsigned Block, State S);
  void addFork(std::vector<State> &States, State Fork, unsigned Block);
  void leave(const Block &B, State &S);
  void keepCrossing(State &S) const;
  void noteCalls();
  void noteCall(const CallInfo &C);
  void noteCost(const CallInfo &C);
  bool isTooMuch(unsigned Steps);
  bool asksTheSame(const State &A, const State &B) const;

  struct Pending {
    State At;
    bool Done = false;
    Digest Hash; ///< of At
  };

  void arrive(unsigned Block, State S);
  void enter(unsigned Block, State S);
  void settle(unsigned Block);
  void joinSkipped(std::vector<State> &States, unsigned Block);
  bool joinSkippedAtExit(const State &S);
  Pending *similarTo(const State &S, const Digest &Hash, unsigned Block);
  void joinInto(Pending &P, const State &S, unsigned Block, bool Force);

  FunctionResult &Result;
  const FunctionFacts &Facts;
  const SummaryTable &Summaries;
  const AnalysisOptions &Options;
  const uint64_t MaxWork;
  Transfer Apply;
  std::vector<size_t> CallCosts;
  std::vector<std::vector<Pending>> AtEntry;
  /// By block: what has arrived since its last visit.
  std::vector<std::vector<State>> Arrived;
  std::vector<SymbolId> Parameters; ///< their values on entry
  /// By block: from here on, nothing happens but a return.
  std::vector<bool> IsTail;
  std::vector<unsigned> Rank; ///< place of each block in reverse post-order
  std::set<unsigned> Work;    ///< ranks of blocks with states to visit
};

} // namespace

void Solver::run() {
  AtEntry.resize(Facts.Blocks.size());
  Arrived.resize(Facts.Blocks.size());
  Rank.assign(Facts.Blocks.size(), 0);
  for (unsigned I = 0; I != Facts.Order.size(); ++I)
    Rank[Facts.Order[I]] = I;
  noteCalls();
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
    if (Facts.Objects[O].Kind == ObjectKind::Parameter)
      Parameters.push_back(Result.Space.symbol(StateSpace::SymbolKind::Content,
                                               Result.Space.Regions.object(O)));
  IsTail = findTails(Facts);
  arrive(Facts.Entry, Apply.entry());
  unsigned Steps = 0;
  while (!Work.empty()) {
    unsigned Block = Facts.Order[*Work.begin()];
    Work.erase(Work.begin());
    settle(Block);
    for (size_t I = 0; I != AtEntry[Block].size(); ++I) {
      if (AtEntry[Block][I].Done)
        continue;
      if (isTooMuch(++Steps))
        return;
      AtEntry[Block][I].Done = true;
      visit(Block, AtEntry[Block][I].At);
    }
  }
}

bool Solver::isTooMuch(unsigned Steps) {
  if (Steps > Options.MaxSteps)
    Result.Limit = "it takes more than " + std::to_string(Options.MaxSteps) +
                   " steps (option MaxSteps)";
  return !Result.Limit.empty() || Result.Work > MaxWork;
}

/// Whether both paths ask the same of the arguments and of the caller's memory:
/// a summary tells paths that do nothing for null apart from those that do
/// nothing for a length of 0.
bool Solver::asksTheSame(const State &A, const State &B) const {
  if (A.Ranges.sharesWith(B.Ranges))
    return true;
  auto IsAsked = [&](SymbolId Symbol) {
    return llvm::is_contained(Parameters, Symbol) ||
           Result.Space.Regions[Result.Space.contentOf(Symbol).first].IsCallers;
  };
  auto KnowsAll = [&](const State &Mine, const State &Other) {
    return llvm::all_of(Mine.Ranges.entries(), [&](const auto &Each) {
      return !IsAsked(Each.Key) || Other.rangeOf(Each.Key) == *Each.Value;
    });
  };
  return KnowsAll(A, B) && KnowsAll(B, A);
}

void Solver::noteCost(const CallInfo &C) {
  size_t Cost = 1;
  auto Add = [&](const CallInfo &Callee) {
    auto It = Callee.Model ? Summaries.end() : Summaries.find(Callee.Callee);
    Cost += It == Summaries.end() ? 0 : countEffects(It->second);
  };
  Add(C);
  for (const CallTarget &T : C.Targets)
    Add(Facts.Calls[T.Call]);
  CallCosts.push_back(Cost);
}

/// Whether what is thrown there may leave the function.
static bool leaves(const ThrowInfo &T) { return !T.IsKnown || T.Leaves; }

void Solver::noteCalls() {
  for (const CallInfo &C : Facts.Calls)
    noteCost(C);
  // What only unwinding calls is no call of the function to those who use it.
  for (const Block &B : Facts.Blocks)
    for (const Fact &F : B.Facts) {
      Result.IsOpaque |= F.Kind == FactKind::Barrier && F.Flag;
      if (F.Kind == FactKind::Call)
        noteCall(Facts.Calls[F.Index]);
      if (F.Kind == FactKind::Throw)
        Result.MayThrow |= leaves(Facts.Throws[F.Index]);
    }
}

void Solver::noteCall(const CallInfo &C) {
  Result.MayThrow |= Apply.mayThrow(C) && leaves(C.Thrown);
  if (C.Model) {
    Result.IsOpaque |= !(C.Model->Flags & NotOpaque);
    return;
  }
  auto It = Summaries.find(C.Callee);
  Result.IsOpaque |=
      C.Callee == NoId || It == Summaries.end() || It->second.IsOpaque;
}

void Solver::visit(unsigned Id, State S) {
  const Block &B = Facts.Blocks[Id];
  std::vector<State> States;
  States.push_back(std::move(S));
  for (const Fact &F : B.Facts) {
    std::vector<State> Forks;
    size_t Cost = F.Kind == FactKind::Call ? CallCosts[F.Index] : 1;
    for (State &Each : States)
      if (Each.ThrownTo == NoId) {
        Apply.apply(Each, F, Forks);
        Result.Work += Cost;
      }
    for (State &Each : Forks)
      addFork(States, std::move(Each), Id);
    llvm::erase_if(States, [](const State &Each) { return Each.IsDead; });
  }
  for (State &Each : States)
    if (uint32_t To = Each.ThrownTo; To != NoId) {
      Each.ThrownTo = NoId;
      keepCrossing(Each);
      arrive(To, std::move(Each));
    } else {
      leave(B, Each);
    }
}

/// What no other block uses is forgotten.
void Solver::keepCrossing(State &S) const {
  S.Values.eraseIf([&](ValueId V) { return !Facts.CrossesBlocks[V]; });
}

/// Each call of a function with several outcomes would multiply the paths.
void Solver::addFork(std::vector<State> &States, State Fork, unsigned Block) {
  if (States.size() >= MaxTurns)
    for (State &Known : States)
      if (!Known.IsDead && Known.ThrownTo == Fork.ThrownTo &&
          Result.Space.sameShape(Known, Fork)) {
        Result.Space.join(Known, Fork, Block, /*Force=*/true);
        return;
      }
  if (States.size() < Options.MaxStates || Fork.ThrownTo != NoId)
    return States.push_back(std::move(Fork));
  Result.PathsJoined = true;
  Result.Space.join(States.back(), Fork, Block, /*Force=*/true);
}

void Solver::leave(const Block &B, State &S) {
  if (B.Id == Facts.Exit) {
    Apply.leave(S);
    S.Values.clear();
    for (State &Known : Result.AtExit)
      if (Result.Space.sameProperty(Known, S) && asksTheSame(Known, S))
        return void(Result.Space.join(Known, S, B.Id, /*Force=*/false));
    if (!joinSkippedAtExit(S))
      Result.AtExit.push_back(S);
    return;
  }
  AbstractValue Condition = Apply.valueOf(S, B.Condition);
  keepCrossing(S);
  for (const Edge &E : B.Successors) {
    State Next = &E == &B.Successors.back() ? std::move(S) : S;
    bool Feasible = true;
    switch (E.When) {
    case Edge::Test::Always:
      break;
    case Edge::Test::True:
      Feasible = Result.Space.assume(Next, Condition, CompareOp::Ne, 0);
      break;
    case Edge::Test::False:
      Feasible = Result.Space.assume(Next, Condition, CompareOp::Eq, 0);
      break;
    case Edge::Test::Case:
      for (int64_t Value : E.Values)
        Feasible &= Result.Space.assume(Next, Condition, CompareOp::Eq, Value);
      break;
    case Edge::Test::Default:
      for (int64_t Value : E.Values)
        Feasible &= Result.Space.assume(Next, Condition, CompareOp::Ne, Value);
      break;
    }
    if (!Feasible)
      continue;
    Apply.noteAbsence(Next, Condition);
    arrive(E.To, std::move(Next));
  }
}

void Solver::joinInto(Pending &P, const State &S, unsigned Block, bool Force) {
  if (!Result.Space.join(P.At, S, Block, Force))
    return;
  P.Done = false;
  P.Hash = Result.Space.digest(P.At);
}

/// A guard that skips a zeroization of no bytes makes no path of its own: what
/// the other path has zeroized holds for both.
void Solver::joinSkipped(std::vector<State> &States, unsigned Block) {
  for (State &Skipped : States) {
    if (!Result.Space.hasEmptyLength(Skipped))
      continue;
    auto Done = llvm::find_if(States, [&](const State &Each) {
      return !Each.IsDead && Result.Space.skipsEmptyWipes(Skipped, Each);
    });
    if (Done == States.end())
      continue;
    Result.Space.join(*Done, Skipped, Block, /*Force=*/false);
    Skipped.IsDead = true;
  }
  llvm::erase_if(States, [](const State &S) { return S.IsDead; });
}

/// The same for paths that return different values: most callers ask for none.
bool Solver::joinSkippedAtExit(const State &S) {
  if (Result.Space.WipeLengths.empty())
    return false;
  for (State &Known : Result.AtExit) {
    State Alike = S;
    Alike.ReturnAt = Known.ReturnAt;
    Alike.Returned = Known.Returned;
    const bool IsDone = Result.Space.skipsEmptyWipes(Known, Alike);
    if (!IsDone && !Result.Space.skipsEmptyWipes(Alike, Known))
      continue;
    State Skipped = IsDone ? Known : S;
    if (IsDone)
      Known = S;
    Result.Space.join(Known, Skipped, Facts.Exit, /*Force=*/false);
    return true;
  }
  return false;
}

/// The state at \p Block that takes \p S in, in spite of what sets them apart;
/// null if they stay apart.
Solver::Pending *Solver::similarTo(const State &S, const Digest &Hash,
                                   unsigned Block) {
  std::vector<Pending> &Known = AtEntry[Block];
  auto IsSimilar = [&](const Pending &P) {
    if (P.Hash.Life != Hash.Life)
      return false;
    if (Known.size() >= MaxTurns)
      return Result.Space.sameShape(P.At, S);
    // The exit's states become the cases of the summary.
    return Known.size() >= MaxCopies && !IsTail[Block] &&
           Result.Space.sameButCopies(P.At, S);
  };
  if (auto It = llvm::find_if(Known, IsSimilar); It != Known.end())
    return &*It;
  if (Known.size() < Options.MaxStates)
    return nullptr;
  // Too many to keep apart: a secret on any of the paths is one.
  Result.PathsJoined = true;
  return &Known.back();
}

void Solver::arrive(unsigned Block, State S) {
  Arrived[Block].push_back(std::move(S));
  Work.insert(Rank[Block]);
}

/// What has arrived becomes new states of \p Block, or a part of known ones.
void Solver::settle(unsigned Block) {
  std::vector<State> States = std::move(Arrived[Block]);
  Arrived[Block].clear();
  joinSkipped(States, Block);
  for (State &S : States)
    enter(Block, std::move(S));
}

void Solver::enter(unsigned Block, State S) {
  std::vector<Pending> &Known = AtEntry[Block];
  const Digest Hash = Result.Space.digest(S);
  const bool IsAsked = IsTail[Block] && Known.size() < MaxAsked;
  auto Same = llvm::find_if(Known, [&](const Pending &P) {
    return P.Hash.Property == Hash.Property &&
           Result.Space.sameProperty(P.At, S) &&
           (!IsAsked || asksTheSame(P.At, S));
  });
  if (Same != Known.end())
    return joinInto(*Same, S, Block, /*Force=*/false);
  if (Pending *Similar = similarTo(S, Hash, Block))
    return joinInto(*Similar, S, Block, /*Force=*/true);
  Known.push_back({std::move(S), false, Hash});
}

void Solver::dump(llvm::raw_ostream &Out) const {
  for (unsigned Id : Facts.Order)
    for (const Pending &P : AtEntry[Id]) {
      Out << "  B" << Id << ":\n";
      secret::dump(P.At, Result.Space, Out);
    }
}

std::unique_ptr<FunctionResult>
secret::solve(const FunctionFacts &Facts, const TypeTable &Types,
              const SummaryTable &Summaries, const AnalysisOptions &Options,
              llvm::raw_ostream *Dump, uint64_t MaxWork) {
  auto Result = std::make_unique<FunctionResult>(Facts, Types);
  Solver S(*Result, Types, Summaries, Options, MaxWork);
  S.run();
  if (Dump) {
    *Dump << "states of " << Facts.Name << "\n";
    S.dump(*Dump);
  }
  return Result;
}
