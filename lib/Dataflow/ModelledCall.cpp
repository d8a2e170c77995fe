//===- ModelledCall.cpp - Calls of functions that a model knows -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// For which results an effect did not happen: those with `result Cmp Right`.
static bool failureOf(const Effect &E, CompareOp &Cmp, int64_t &Right) {
  Right = 0;
  // A failed realloc leaves the old block as it was.
  if (E.Kind == EffectKind::Reallocate) {
    Cmp = CompareOp::Eq;
    return true;
  }
  switch (E.Unless) {
  case Failure::Never:
    return false;
  case Failure::ResultZero:
    Cmp = CompareOp::Eq;
    return true;
  case Failure::ResultNonZero:
    Cmp = CompareOp::Ne;
    return true;
  case Failure::ResultNegative:
    Cmp = CompareOp::Lt;
    return true;
  case Failure::ResultNotPositive:
    Cmp = CompareOp::Le;
    return true;
  case Failure::ResultNotOne:
    Cmp = CompareOp::Ne;
    Right = 1;
    return true;
  }
  return false;
}

/// Copies that a call keeps of what it brought.
static bool keepsCopy(const Effect &E) {
  return E.Kind == EffectKind::Sink &&
         (E.Sink == SinkKind::StdioBuffer || E.Sink == SinkKind::LibraryCopy);
}

static bool isConsequential(const Effect &E) {
  switch (E.Kind) {
  case EffectKind::Secret:
  case EffectKind::Fill:
  case EffectKind::Reallocate:
    return true;
  case EffectKind::Allocate: // a null result says it by itself
    return E.Position != ResultPosition;
  case EffectKind::Copy:
    return E.Indirect;
  default:
    return false;
  }
}

static bool isCopiedTo(const CallInfo &C, int Position) {
  return llvm::any_of(C.Model->Effects, [&](const Effect &E) {
    return E.Kind == EffectKind::Copy && E.Position == Position;
  });
}

static bool isCopiedFrom(const CallInfo &C, int Position) {
  return llvm::any_of(C.Model->Effects, [&](const Effect &E) {
    return E.Kind == EffectKind::Copy && E.Source == Position;
  });
}

/// Numbers that the callee may have changed through a pointer. A va_list that
/// it reads leads to the same arguments as before.
void Transfer::forgetNumbers(State &S, const CallInfo &C) {
  for (const Argument &A : C.Args) {
    if (!A.PointsToNonConst || isCopiedFrom(C, &A - C.Args.begin()))
      continue;
    for (const Target &T : valueOf(S, A.Value).Targets) {
      auto It = S.Cells.find({T.Region, T.Offset});
      if (It == S.Cells.end() || It->second.isPointer())
        continue;
      if (It->second.isNull() && pointsToPointer(A))
        continue;
      Taint Copied = It->second.Secrecy;
      S.Cells.erase(CellKey(It->first));
      if (Copied.any() && isCopiedTo(C, &A - C.Args.begin()))
        S.Cells[{T.Region, T.Offset}].Secrecy = Copied;
    }
  }
}

bool Transfer::pointsToPointer(const Argument &A) const {
  return Types[Types[A.Type].Pointee].IsPointer;
}

void Transfer::modelledCall(State &S, const Fact &F, const CallInfo &C,
                            std::vector<State> &Forks) {
  const FunctionModel &M = *C.Model;
  S.IsDead = M.Flags & NoReturn;
  // A block that Allocate or Reallocate makes replaces this.
  set(S, F.Result, freshResult(S, F, C));
  bool Conditional = false;
  for (const Argument &A : C.Args) {
    AbstractValue V = valueOf(S, A.Value);
    if (!(M.Flags & NoEscape))
      escape(S, V);
  }
  for (const Effect &E : M.Effects) {
    CompareOp Cmp;
    int64_t Right;
    if (isConsequential(E) && failureOf(E, Cmp, Right))
      Conditional = true;
    else if (!keepsCopy(E))
      applyEffect(S, F, C, E);
    else if (E.Source == ThisPosition) // of what it held before
      keptCopies(S, F, C, E);
  }
  // What it reads must be there; what it overwrites need not.
  for (unsigned I = 0; I != C.Args.size(); ++I) {
    bool Overwrites = llvm::any_of(M.Effects, [&](const Effect &E) {
      if (E.Len.Kind == LengthKind::Until && E.Len.A == int(I))
        return true; // it only says where that ends
      return E.Position == int(I) &&
             (E.Kind == EffectKind::Zeroize || E.Kind == EffectKind::Copy ||
              E.Kind == EffectKind::Release);
    });
    if (!Overwrites)
      needTargets(S, valueOf(S, C.Args[I].Value));
  }
  if (!(M.Flags & NotOpaque))
    opaqueCall(S);
  if (!(M.Flags & ReadsOnly))
    forgetNumbers(S, C);
  if (Conditional) {
    State Failed = S;
    bool CanFail = true, CanSucceed = true;
    for (const Effect &E : M.Effects) {
      CompareOp Cmp;
      int64_t Right;
      if (!isConsequential(E) || !failureOf(E, Cmp, Right))
        continue;
      AbstractValue Result = valueOf(S, F.Result);
      CanFail &= Space.assume(Failed, valueOf(Failed, F.Result), Cmp, Right);
      CanSucceed &= Space.assume(S, Result, negated(Cmp), Right);
      if (E.ToRest) // as many as there is room for
        CanSucceed &= Space.assume(S, Result, CompareOp::Le,
                                   int64_t(C.Args.size()) - E.Position);
      applyEffect(S, F, C, E);
      if (E.Kind == EffectKind::Reallocate)
        CanSucceed &=
            Space.assume(S, valueOf(S, F.Result), negated(Cmp), Right);
    }
    if (CanFail && CanSucceed)
      Forks.push_back(std::move(Failed));
    else if (CanFail)
      S = std::move(Failed);
  }
  // What follows from the class of the object, where the model is silent.
  bool SaysAll = llvm::any_of(M.Effects, [](const Effect &E) {
    return E.Kind == EffectKind::Zeroize || E.Kind == EffectKind::Release ||
           E.Kind == EffectKind::Alias || E.Kind == EffectKind::View ||
           E.Kind == EffectKind::Count || E.Kind == EffectKind::Test ||
           E.Kind == EffectKind::Swap;
  });
  if (isHolderMethod(C) && !SaysAll)
    holderCall(S, F, C);
  taggedArguments(S, F, C);
  for (const Effect &E : M.Effects)
    if (keepsCopy(E) && E.Source != ThisPosition)
      keptCopies(S, F, C, E);
}
