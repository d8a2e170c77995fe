//===- Watcher.cpp - Looks at zeroizations after every pass ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Watcher.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Analysis/LazyCallGraph.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassInstrumentation.h"

using namespace llvm;
using namespace secret;

namespace {

enum class PassEffect {
  None,
  DeletesWrites,
  PromotesMemory,
  DeletesUnreachable
};

} // namespace

static PassEffect effectOf(StringRef Pass) {
  return StringSwitch<PassEffect>(Pass)
#define DELETES_WRITES(Name) .Case(Name, PassEffect::DeletesWrites)
#define PROMOTES_MEMORY(Name) .Case(Name, PassEffect::PromotesMemory)
#define DELETES_UNREACHABLE(Name) .Case(Name, PassEffect::DeletesUnreachable)
#include "Passes.def"
      .Default(PassEffect::None);
}

Watcher::Watcher(Module &M, Places &Where,
                 const std::vector<Candidate> &Candidates)
    : M(M), See(Where, Candidates), Emitted(Candidates.size(), false) {
  auto Mark = [&] {
    for (const Function &F : M)
      for (const auto &[Key, View] : See.look(F).Instances)
        Emitted[Key.first] = true;
  };
  for (bool Again = true; Again;) {
    Mark();
    Again = false;
    for (unsigned I = 0; I != Candidates.size(); ++I)
      if (!Emitted[I])
        Again |= See.relax(I);
  }
  lookAtAll("");
}

std::vector<Function *> Watcher::functions() const {
  std::vector<Function *> Result;
  for (Function &F : M)
    if (Functions.count(&F))
      Result.push_back(&F);
  return Result;
}

const FunctionView *Watcher::viewOf(const Function &F) const {
  auto It = Functions.find(&F);
  return It == Functions.end() ? nullptr : &It->second.View;
}

void Watcher::attach(PassInstrumentationCallbacks &Callbacks) {
  Callbacks.registerBeforeNonSkippedPassCallback(
      [this](StringRef Pass, Any Unit) { before(Pass, Unit); });
  Callbacks.registerAfterPassCallback(
      [this](StringRef, Any, const PreservedAnalyses &Preserved) {
        after(Preserved.areAllPreserved());
      });
  Callbacks.registerAfterPassInvalidatedCallback(
      [this](StringRef, const PreservedAnalyses &) {
        after(/*IsUnchanged=*/false);
      });
}

/// Passes that only run others, whose changes were seen already.
static bool isManager(StringRef Pass) {
  return Pass.contains("PassManager") || Pass.contains("Adaptor") ||
         Pass.contains("WrapperPass") || Pass == "DevirtSCCRepeatedPass";
}

void Watcher::before(StringRef Pass, Any Unit) {
  Running R;
  R.Pass = Pass.str();
  if (isManager(Pass)) {
    // Nothing to look at.
  } else if (const auto *F = any_cast<const Function *>(&Unit)) {
    R.Functions.emplace_back(const_cast<Function *>(*F));
  } else if (const auto *L = any_cast<const Loop *>(&Unit)) {
    R.Functions.emplace_back((*L)->getHeader()->getParent());
  } else if (const auto *C = any_cast<const LazyCallGraph::SCC *>(&Unit)) {
    for (LazyCallGraph::Node &N : **C)
      R.Functions.emplace_back(&N.getFunction());
  } else {
    R.IsWide = true;
  }
  Stack.push_back(std::move(R));
}

void Watcher::after(bool IsUnchanged) {
  if (Stack.empty())
    return;
  Running R = std::move(Stack.back());
  Stack.pop_back();
  if (IsUnchanged) // most passes find nothing to do
    return;
  if (R.IsWide)
    return lookAtAll(R.Pass);
  for (WeakVH &F : R.Functions)
    if (F)
      lookAgain(*cast<Function>(F), R.Pass);
}

void Watcher::lookAtAll(StringRef Pass) {
  for (Function &F : M)
    lookAgain(F, Pass);
}

void Watcher::lookAgain(Function &F, StringRef Pass) {
  FunctionView Now = See.look(F);
  auto It = Functions.find(&F);
  if (It == Functions.end() && Now.Instances.empty())
    return;
  Watched &W = Functions[&F];
  if (!W.Alive) {
    W.Alive = &F;
    W.Name = F.getName().str();
  }
  // A body that is dropped is elsewhere, or nobody needs it.
  if (F.isDeclaration()) {
    for (auto &[Key, R] : W.Records)
      R.Dropped |= R.Alive;
    return;
  }
  compare(W, Now, Pass);
  W.View = std::move(Now);
}

void Watcher::compare(Watched &W, const FunctionView &Now, StringRef Pass) {
  for (const auto &[Key, View] : Now.Instances) {
    auto [It, New] = W.Records.try_emplace(Key);
    Record &R = It->second;
    if (New) {
      W.Order.push_back(Key);
      R.IsWithin = View.IsWithin;
      R.Said.Function = W.Name;
      R.Said.InlinedAt = spellChain(Key.second);
      for (const Write &Each : View.Carriers)
        if (Each.Object && !Each.Callee.empty())
          R.Meant.insert(Each.Object);
      continue;
    }
    R.Alive = true;
    if (auto Before = W.View.Instances.find(Key);
        Before != W.View.Instances.end())
      shrink(Before->second, View, Now, Pass, R);
  }
  for (const auto &[Key, View] : W.View.Instances) {
    Record &R = W.Records[Key];
    if (Now.Instances.count(Key) || !R.Alive)
      continue;
    R.Alive = false;
    R.Said.Pass = Pass.str();
    R.Exposed = View.LastWritten;
    explain(W, Now, Key, Pass, R);
  }
}

/// A write of constants that the pass made, moved or gave to somebody else, and
/// that has all bytes of what vanished.
static bool isReplaced(const InstanceView &Gone, const FunctionView &Before,
                       const FunctionView &Now) {
  auto IsOld = [&](const Write &N) {
    return any_of(Before.Constants, [&](const Write &O) {
      return O.By == N.By && O.In == N.In && O.Where == N.Where && O.covers(N);
    });
  };
  return any_of(Now.Constants, [&](const Write &N) {
    return !IsOld(N) &&
           all_of(Gone.Carriers, [&](const Write &W) { return N.covers(W); });
  });
}

static bool stillThere(const Instruction *By, const FunctionView &Now) {
  return By &&
         any_of(Now.Constants, [&](const Write &W) { return W.By == By; });
}

void Watcher::explain(const Watched &W, const FunctionView &Now,
                      InstanceKey Key, StringRef Pass, Record &R) const {
  const InstanceView &Gone = W.View.Instances.at(Key);
  R.Said.What = Fate::Unknown;
  if (isReplaced(Gone, W.View, Now) || stillThere(Gone.CoveredBy, Now)) {
    R.Said.What = Fate::Merged;
    return;
  }
  bool IsBlurred = Now.NumUnplaced > W.View.NumUnplaced;
  bool HasRest = Now.Leftovers.count(Key) && !W.View.Leftovers.count(Key);
  if (IsBlurred || HasRest)
    return;
  switch (effectOf(Pass)) {
  case PassEffect::None:
    return;
  case PassEffect::DeletesWrites:
    R.Said.What = Fate::Removed;
    return;
  case PassEffect::PromotesMemory:
    R.Said.What = Fate::Promoted;
    return;
  case PassEffect::DeletesUnreachable:
    R.Dropped = true;
    return;
  }
}

void Watcher::shrink(const InstanceView &Before, const InstanceView &Now,
                     const FunctionView &View, StringRef Pass,
                     Record &R) const {
  std::optional<int64_t> Old = bytesOf(Before.Carriers);
  std::optional<int64_t> New = bytesOf(Now.Carriers);
  if (!Old || !New || *Old == *New)
    return;
  if (*New > *Old) {
    R.Said.Lost.reset();
    return;
  }
  // What lives in registers now is not lost.
  if (effectOf(Pass) == PassEffect::PromotesMemory)
    return;
  R.Exposed = Before.LastWritten;
  // Other writes of constants to the same object count.
  lose(R, Before.Carriers, View.Constants, Pass,
       effectOf(Pass) == PassEffect::DeletesWrites);
}

void Watcher::lose(Record &R, const std::vector<Write> &Before,
                   const std::vector<Write> &Left, StringRef Pass,
                   bool Deletes) {
  std::vector<Write> Known;
  copy_if(Left, std::back_inserter(Known),
          [](const Write &W) { return W.HasRange; });
  R.Said.Lost = lostBytes(Before, Known);
  if (!R.Said.Lost)
    return;
  R.Said.Pass = Pass.str();
  auto IsIn = [](const std::vector<Write> &List, const Value *Object) {
    return any_of(List, [&](const Write &W) { return W.Object == Object; });
  };
  bool AllGone = all_of(R.Meant, [&](const Value *Object) {
    return IsIn(Before, Object) && !IsIn(Left, Object);
  });
  if (Deletes && !R.Meant.empty() && AllGone)
    R.RemovedBy = Pass.str();
}

void Watcher::removeFromMachineCode(const Function &F, InstanceKey Key,
                                    bool IsExplained) {
  Watched &W = Functions[&F];
  Record &R = W.Records[Key];
  R.Alive = false;
  R.Exposed = W.View.Instances[Key].LastWritten;
  R.Said.Pass = "instruction selection";
  R.Said.What = IsExplained ? Fate::Removed : Fate::Unknown;
}

void Watcher::shortenInMachineCode(const Function &F, InstanceKey Key,
                                   const std::vector<Write> &Before,
                                   const std::vector<Write> &Left) {
  Watched &W = Functions[&F];
  Record &R = W.Records[Key];
  R.Exposed = W.View.Instances[Key].LastWritten;
  lose(R, Before, Left, "instruction selection", /*Deletes=*/true);
}

/// The name of the function that is called, if nothing but calls is left.
static std::string keptCall(const InstanceView &View) {
  for (const Write &W : View.Carriers)
    if (W.Kind != WriteKind::Call || isMemset(W.Callee))
      return "";
  return View.Carriers.empty() ? "" : View.Carriers.front().Callee;
}

Instance Watcher::conclude(Record &R, const InstanceView &Last) {
  Instance &I = R.Said;
  if (!R.RemovedBy.empty()) {
    I.What = Fate::Removed;
    I.Pass = R.RemovedBy;
    I.IsExposed = R.Exposed.pointsToAliveValue();
    I.Lost.reset();
    return std::move(I);
  }
  if (!R.Alive) {
    I.IsExposed = I.What == Fate::Removed && R.Exposed.pointsToAliveValue();
    I.Lost.reset();
    return std::move(I);
  }
  I.What = I.Lost ? Fate::Shortened : Fate::Kept;
  if (!I.Lost)
    I.Pass.clear();
  I.KeptCall = keptCall(Last);
  return std::move(I);
}

std::vector<std::vector<Instance>> Watcher::finish() {
  std::vector<std::vector<Instance>> Result(Emitted.size());
  std::vector<bool> OnlyWithin(Emitted.size(), false);
  auto IsOver = [](const Watched &W, const Record &R) {
    return R.Dropped || (R.Alive && !W.Alive);
  };
  for (const auto &[F, W] : Functions)
    for (const auto &[Key, R] : W.Records)
      if (R.IsWithin && !IsOver(W, R))
        OnlyWithin[Key.first] = true;
  for (auto &[F, W] : Functions)
    for (InstanceKey Key : W.Order) {
      Record &R = W.Records[Key];
      if (!IsOver(W, R) && (R.IsWithin || !OnlyWithin[Key.first]))
        Result[Key.first].push_back(conclude(R, W.View.Instances[Key]));
    }
  return Result;
}
