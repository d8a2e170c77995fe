//===- Summarize.cpp - From a function's analysis to its summary ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summarize.h"
#include "Facts/Types.h"
#include "Summarizer.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace secret;
using Kind = AbstractValue::Kind;

namespace {

/// Paths that a summary tells apart; a call forks into as many.
constexpr size_t MaxCases = 6;
/// Conditions on the caller's memory that one case keeps.
constexpr size_t MaxConditions = 4;

} // namespace

static SymbolId entrySymbol(StateSpace &Space, RegionId Parameter) {
  return Space.symbol(StateSpace::SymbolKind::Content, Parameter, 0, 0);
}

int Summarizer::parameterOf(SymbolId Symbol) {
  if (!Symbol)
    return NoPosition;
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
    if (Facts.Objects[O].Kind == ObjectKind::Parameter &&
        entrySymbol(Space, Space.Regions.object(O)) == Symbol)
      return Facts.Objects[O].Parameter;
  return NoPosition;
}

bool Summarizer::pathOf(RegionId Id, AccessPath &Path) {
  llvm::SmallVector<int64_t, 2> Steps;
  while (Space.Regions[Id].Kind == RegionKind::Pointee) {
    Steps.insert(Steps.begin(), Space.Regions[Id].Offset);
    Id = Space.Regions[Id].Parent;
  }
  Path.Steps = Steps;
  const Region &Root = Space.Regions[Id];
  if (auto It = Blocks.find(Id); It != Blocks.end()) {
    Path.From = Out.Blocks[It->second].IsHeap ? AccessPath::Root::Block
                                              : AccessPath::Root::Result;
    Path.Index = It->second;
    return true;
  }
  if (Root.Kind != RegionKind::Object)
    return false;
  const ObjectInfo &O = Facts.Objects[Root.Key];
  if (O.Kind == ObjectKind::Parameter) {
    Path.From = AccessPath::Root::Parameter;
    Path.Index = O.Parameter;
    return true;
  }
  if (O.Kind != ObjectKind::Global && O.Kind != ObjectKind::StaticLocal)
    return false;
  Path.From = AccessPath::Root::Global;
  Path.Usr = O.Usr;
  return true;
}

/// Storage that the caller never sees.
bool Summarizer::isLocal(RegionId Id) {
  AccessPath Path;
  return !pathOf(Id, Path) ||
         (Path.From == AccessPath::Root::Parameter && Path.Steps.empty());
}

/// The length that a guard keeps: a number in the caller's memory.
void Summarizer::nameStoredLength(SummaryWipe &Wipe, SymbolId Length) {
  if (!Length || Widen)
    return;
  auto [Holder, Offset] = Space.contentOf(Length);
  if (Holder && !isLocal(Holder) && pathOf(Holder, Wipe.LengthPath))
    Wipe.LengthOffset = Offset;
}

void Summarizer::addWipes(SummaryCase &Case, const AccessPath &Path,
                          const ObjectState &O) {
  for (const Wipe &W : O.Wipes) {
    const Site &Where = R.Seen.Sites[W.Site];
    SummaryWipe Each;
    Each.Path = Path;
    Each.Bytes = W.Bytes;
    Each.Bounds = W.Bounds;
    if (W.Bytes.isEmpty())
      continue;
    Each.LengthParameter = parameterOf(W.LengthSymbol);
    Each.LengthNumber = W.LengthNumber;
    if (Each.LengthParameter == NoPosition)
      nameStoredLength(Each, W.LengthSymbol);
    // What the callee reports itself is not reported again at the call.
    bool Reported = (Where.Labels & Taint::Secret) && Where.Ended;
    Each.IsElidable = W.Pending && !Reported;
    Each.BeforeOpaque = Each.IsElidable && W.BeforeOpaque;
    Each.IsOpaque = Where.IsOpaque;
    Each.IsAbsence = Where.IsAbsence;
    Each.At = Where.Inner.Begin ? Where.Inner : Where.At;
    Each.How = Where.How;
    Case.Wipes.push_back(std::move(Each));
  }
}

void Summarizer::addObject(SummaryCase &Case, State &S, RegionId Id,
                           const ObjectState &O) {
  AccessPath Path;
  if (isLocal(Id) || !pathOf(Id, Path))
    return;
  if (O.Needed)
    Case.Needed.push_back(Path);
  if (O.Kept && Path.From != AccessPath::Root::Block)
    Case.Kept.push_back(Path);
  addWipes(Case, Path, O);
  bool IsBlock = Path.From == AccessPath::Root::Block ||
                 Path.From == AccessPath::Root::Result;
  for (const Interval &W : O.Written) {
    bool Any = false;
    for (const SecretRange &Secret : O.Secrets) {
      if (!Secret.Bytes.overlaps(W))
        continue;
      Any = true;
      Case.Secrets.push_back({Path, Secret.Bytes, taintOf(Secret.Secrecy),
                              O.HoldsString, O.FilledAsString});
    }
    bool Zeroized = llvm::any_of(O.Wipes, [&](const Wipe &Each) {
      return Each.Bytes.overlaps(W) || Each.Bytes.isEmpty();
    });
    if (!Any && !Zeroized && !O.Released)
      Case.Secrets.push_back(
          {Path, W, SummaryTaint(), false, O.FilledAsString});
  }
  if (IsBlock && O.Written.empty())
    for (const SecretRange &Secret : O.Secrets)
      Case.Secrets.push_back({Path, Secret.Bytes, taintOf(Secret.Secrecy),
                              O.HoldsString, O.FilledAsString});
  if (O.Released && !IsBlock) {
    // What realloc moved has no place where it was released.
    bool Reported = !Space.Regions[Id].Tagged.empty() || !O.ReleasedAt;
    Case.Releases.push_back({Path, O.ReleasedAt, Reported});
  }
}

/// What must have been in the caller's memory for this case.
void Summarizer::addContents(SummaryCase &Case, State &S) {
  for (const auto &[Symbol, Bounds] : S.Ranges) {
    if (Case.Contents.size() >= MaxConditions || Widen)
      return;
    SummaryCase::Condition Each;
    auto [R, Offset] = Space.contentOf(Symbol);
    if (!R || isLocal(R) || !pathOf(R, Each.Path) || Bounds.isFull())
      continue;
    Each.Offset = Offset;
    Each.Bounds = Bounds;
    Case.Contents.push_back(std::move(Each));
  }
}

/// What a parameter that is tagged public leads to holds no secret for callers,
/// who may not see the tag.
bool Summarizer::isPublic(const AccessPath &Path) const {
  return Path.From == AccessPath::Root::Parameter &&
         llvm::any_of(Facts.Objects, [&](const ObjectInfo &O) {
           return O.Parameter == static_cast<int>(Path.Index) &&
                  O.PointeePublic;
         });
}

SummaryCase Summarizer::caseOf(State &S) {
  SummaryCase Case;
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    if (Facts.Objects[O].Kind != ObjectKind::Parameter)
      continue;
    SymbolId Symbol = entrySymbol(Space, Space.Regions.object(O));
    Range Bounds = S.rangeOf(Symbol);
    if (Widen && !Bounds.contains(0)) {
      Bounds = Range();
      Bounds.Not.push_back(0);
    }
    if (!Bounds.isFull())
      Case.Requires[Facts.Objects[O].Parameter] = Bounds;
  }
  addContents(Case, S);
  for (const auto &[Id, O] : S.Objects)
    addObject(Case, S, Id, *O);
  for (const auto &[Key, V] : S.Cells) {
    AccessPath Path;
    if (isLocal(Key.first) || !pathOf(Key.first, Path))
      continue;
    SymbolId Initial =
        Space.symbol(StateSpace::SymbolKind::Content, Key.first, 0, Key.second);
    if (V.Symbol == Initial)
      continue;
    Case.Stores.push_back({Path, Key.second, valueOf(S, V)});
  }
  Case.Result = valueOf(S, S.Returned);
  for (SymbolId Stream : S.Unbuffered)
    if (int P = parameterOf(Stream); P >= 0)
      Case.Unbuffered.push_back(P);
    else if (Stream == S.Returned.Symbol)
      Case.Unbuffered.push_back(ResultPosition);
  if (Widen)
    widen(Case);
  return Case;
}

/// Bytes written by one turn of a recursion stand for those of all turns.
void Summarizer::widen(SummaryCase &Case) {
  std::vector<SummarySecret> Wide;
  for (SummarySecret &Each : Case.Secrets) {
    Each.Bytes.Hi = EndOfObject;
    auto Same = llvm::find_if(Wide, [&](const SummarySecret &W) {
      return W.Path == Each.Path &&
             W.Secrecy.IsSecret == Each.Secrecy.IsSecret &&
             W.Secrecy.Labels == Each.Secrecy.Labels;
    });
    if (Same == Wide.end())
      Wide.push_back(Each);
    else
      Same->Bytes.Lo = std::min(Same->Bytes.Lo, Each.Bytes.Lo);
  }
  Case.Secrets = std::move(Wide);
  llvm::erase_if(Case.Stores, [](const SummaryStore &Store) {
    return Store.Value.What != SummaryValue::Kind::Pointer;
  });
}

void Summarizer::addBlock(RegionId Id) {
  const Region &Block = Space.Regions[Id];
  // A caller knows no name for a static variable of the function.
  bool IsStatic = Block.Kind == RegionKind::Object &&
                  Facts.Objects[Block.Key].Kind == ObjectKind::StaticLocal;
  if (Blocks.count(Id) || (Block.Kind != RegionKind::Heap &&
                           Block.Kind != RegionKind::Result && !IsStatic))
    return;
  FunctionSummary::NewBlock B;
  B.Size = Block.Size;
  B.Tagged = R.Types[Block.Type].Tagged;
  B.IsHeap = Block.Kind == RegionKind::Heap;
  B.IsView = Block.IsView;
  B.View = Block.View;
  B.ViewReason = Block.ViewReason.str();
  if (Block.SizeValue.What == Kind::Number && Block.Size < 0) {
    B.SizeParameter = parameterOf(Block.SizeValue.Symbol);
    B.SizeNumber = Block.SizeValue.Number;
  }
  Blocks[Id] = Out.Blocks.size();
  Out.Blocks.push_back(B);
}

/// The callee's own copies of records, of which nothing is left at its end.
/// Where the copy is tagged the caller hears of it all the same.
void Summarizer::addEmptied() {
  for (const ObjectInfo &O : Facts.Objects)
    if (O.Kind == ObjectKind::Parameter && R.Types[O.Type].IsRecord &&
        O.Tagged.empty() && !R.AtExit.empty() &&
        !R.Seen.LeftInParameters.count(O.Parameter))
      Out.Emptied.push_back(O.Parameter);
}

static bool bringsSecrets(const FunctionSummary &S, const Region *Returned) {
  for (const SummaryCase &Case : S.Cases) {
    if (Case.Result.Secrecy.IsSecret)
      return true;
    for (const SummarySecret &Each : Case.Secrets)
      if (Each.Secrecy.IsSecret)
        return true;
  }
  return Returned && !Returned->Tagged.empty();
}

/// Into as many paths as there may be cases. Those that do the same and differ
/// in what they ask of the caller come first.
void Summarizer::joinExits() {
  for (size_t I = 0; I < R.AtExit.size(); ++I)
    for (size_t J = R.AtExit.size(); --J > I && R.AtExit.size() > MaxCases;)
      if (Space.sameProperty(R.AtExit[I], R.AtExit[J])) {
        Space.join(R.AtExit[I], R.AtExit[J], Facts.Exit, /*Force=*/false);
        R.AtExit.erase(R.AtExit.begin() + J);
      }
  while (R.AtExit.size() > MaxCases) {
    State Last = std::move(R.AtExit.back());
    R.AtExit.pop_back();
    Space.join(R.AtExit.back(), Last, Facts.Exit, /*Force=*/true);
  }
}

FunctionSummary Summarizer::run() {
  Out.Usr = Facts.Usr;
  Out.Name = Facts.Name;
  for (const ObjectInfo &O : Facts.Objects)
    if (O.IsVariadic)
      Out.Variadic = O.Parameter;
  Out.IsOpaque = R.IsOpaque;
  Out.MayThrow = R.MayThrow;
  Out.NeverReturns = R.AtExit.empty() && R.Limit.empty();
  joinExits();
  const Region *Returned = nullptr;
  for (State &S : R.AtExit) {
    for (const Target &T : S.Returned.Targets) {
      addBlock(T.Region);
      Returned = &Space.Regions[T.Region];
    }
    for (const auto &[Id, O] : S.Objects)
      if (O->Kept && !O->Released)
        addBlock(Id);
    // A record that is returned takes along what it points to.
    for (const auto &[Key, V] : S.Cells)
      if (Blocks.count(Key.first))
        for (const Target &T : V.Targets)
          addBlock(T.Region);
  }
  std::set<std::string> Known;
  for (State &S : R.AtExit) {
    SummaryCase Case = caseOf(S);
    llvm::erase_if(Case.Secrets, [&](const SummarySecret &Each) {
      return isPublic(Each.Path);
    });
    for (SummaryStore &Each : Case.Stores)
      if (isPublic(Each.Path))
        Each.Value.Secrecy = SummaryTaint();
    if (R.AtExit.size() == 1) { // no other to compare its text with
      Out.Cases.push_back(std::move(Case));
      break;
    }
    std::string Text;
    llvm::raw_string_ostream Stream(Text);
    dump(Case, Out, Stream);
    if (Known.insert(Stream.str()).second)
      Out.Cases.push_back(std::move(Case));
  }
  addFaults();
  addEmptied();
  Out.BringsSecrets = bringsSecrets(Out, Returned);
  return std::move(Out);
}

FunctionSummary secret::summarize(FunctionResult &R, bool Widen) {
  return Summarizer(R, Widen).run();
}
