//===- ApplySummary.cpp - Calls of functions whose bodies are visible -----===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;
using Kind = AbstractValue::Kind;

/// The storage that an access path names, seen from this call.
AbstractValue Transfer::locate(State &S, const Fact &F, const CallInfo &C,
                               const AccessPath &P) {
  AbstractValue V;
  llvm::ArrayRef<int64_t> Steps = P.Steps;
  switch (P.From) {
  case AccessPath::Root::Parameter:
    V = argument(S, F, C, P.Index);
    if (Steps.empty()) // a record passed by value: the callee's own copy
      return AbstractValue();
    Steps = Steps.drop_front();
    break;
  case AccessPath::Root::Global:
    for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
      if (!P.Usr.empty() && Facts.Objects[O].Usr == P.Usr)
        V = AbstractValue::pointer(
            Space.Regions.whole(Space.Regions.object(O)));
    break;
  case AccessPath::Root::Block:
    V = AbstractValue::pointer(Space.Regions.whole(
        Space.Regions.block(RegionKind::Heap, F.Result, P.Index + 1)));
    break;
  case AccessPath::Root::Result:
    V = AbstractValue::pointer(Space.Regions.whole(
        Space.Regions.block(RegionKind::Result, F.Result, P.Index + 1)));
    break;
  }
  for (int64_t Step : Steps) {
    AbstractValue Next;
    for (const Target &T : V.Targets) {
      if (T.Offset == UnknownOffset)
        continue;
      Target At = T;
      At.Offset += Step;
      AbstractValue Content;
      if (auto It = S.Cells.find({At.Region, At.Offset}); It != S.Cells.end()) {
        Content = It->second;
      } else if (RegionId R = Space.Regions.pointee(At.Region, At.Offset, 0)) {
        SymbolId Symbol = Space.symbol(StateSpace::SymbolKind::Content,
                                       At.Region, 0, At.Offset);
        Content = AbstractValue::pointer(Space.Regions.whole(R), Symbol);
        S.Cells[{At.Region, At.Offset}] = Content;
      }
      for (const Target &Other : Content.Targets)
        Next.Targets.push_back(Other);
      Next.Symbol = Content.Symbol;
    }
    Next.What = Next.Targets.empty() ? Kind::Unknown : Kind::Pointer;
    V = std::move(Next);
  }
  return V;
}

static Interval shifted(Interval B, int64_t By) {
  B.Lo += By;
  if (B.Hi != EndOfObject)
    B.Hi += By;
  return B;
}

/// The part of the callee's bytes \p B that lies at \p T in the caller's.
static Target at(Target T, Interval B) {
  if (T.Offset == UnknownOffset)
    return T;
  Interval Here = shifted(B, T.Offset);
  T.Offset = Here.Lo;
  if (Here.Hi != EndOfObject) {
    T.Lo = Here.Lo;
    T.Hi = Here.Hi;
  }
  return T;
}

Taint Transfer::taintFrom(State &Before, const Fact &F, const CallInfo &C,
                          const FunctionSummary &Summary,
                          const SummaryTaint &T) {
  Taint Out;
  if (T.IsSecret) {
    OriginId Story = 0;
    for (const Note &N : T.Story)
      Story = Seen.Story.add(N.At, N.Text, Story);
    Out = {
        Taint::Secret,
        Seen.Story.add(F.At, "'" + C.Name + "' brings the secret here", Story)};
  }
  for (unsigned Index : T.Labels) {
    const auto &[Path, Bytes] = Summary.Labels[Index];
    if (Path.From == AccessPath::Root::Parameter && Path.Steps.empty()) {
      AbstractValue V = argument(Before, F, C, Path.Index);
      Out.add(V.Secrecy);
      for (const Target &Where : V.Targets)
        Out.add(secrecyAt(Before, at(Where, Bytes), UnknownSize));
      continue;
    }
    for (const Target &Where : locate(Before, F, C, Path).Targets)
      Out.add(secrecyAt(Before, at(Where, Bytes), UnknownSize));
  }
  return Out;
}

AbstractValue Transfer::valueFrom(State &S, const State &Before, const Fact &F,
                                  const CallInfo &C, const SummaryValue &V) {
  switch (V.What) {
  case SummaryValue::Kind::Number:
    return AbstractValue::number(V.Number);
  case SummaryValue::Kind::Parameter: {
    AbstractValue Out = argument(Before, F, C, V.Index);
    if (Out.What == Kind::Number)
      Out.Number += V.Number;
    return Out;
  }
  case SummaryValue::Kind::Pointer: {
    AbstractValue Out = locate(S, F, C, V.Path);
    for (Target &T : Out.Targets) {
      if (T.Offset == UnknownOffset)
        continue;
      if (V.At.Offset == UnknownOffset) {
        T.Offset = UnknownOffset;
        continue;
      }
      T.Offset += V.At.Offset;
    }
    return Out;
  }
  case SummaryValue::Kind::Unknown:
    return AbstractValue();
  }
  return AbstractValue();
}

/// False if this case cannot happen at this call.
bool Transfer::applyCase(State &S, const State &Before, const Fact &F,
                         const CallInfo &C, const FunctionSummary &Summary,
                         const SummaryCase &Case) {
  for (const auto &[Index, Bounds] : Case.Requires) {
    AbstractValue V = argument(S, F, C, Index);
    if (Bounds.Lo == Bounds.Hi) {
      if (!Space.assume(S, V, CompareOp::Eq, Bounds.Lo))
        return false;
      continue;
    }
    if (!Space.assume(S, V, CompareOp::Ge, Bounds.Lo) ||
        !Space.assume(S, V, CompareOp::Le, Bounds.Hi))
      return false;
    for (int64_t N : Bounds.Not)
      if (!Space.assume(S, V, CompareOp::Ne, N))
        return false;
  }
  State Source = Before;
  for (unsigned I = 0; I != Summary.Blocks.size(); ++I) {
    const FunctionSummary::NewBlock &B = Summary.Blocks[I];
    RegionId R = Space.Regions.block(
        B.IsHeap ? RegionKind::Heap : RegionKind::Result, F.Result, I + 1);
    Space.dropRegion(S, R);
    Region &Where = Space.Regions.edit(R);
    Where.Declared = F.At;
    Where.Name = "the block from " + C.Name;
    Where.Size = B.Size;
    if (B.SizeParameter >= 0) {
      Where.SizeValue = argument(S, F, C, B.SizeParameter);
      Where.SizeValue.Number += B.SizeNumber;
    }
    if (Where.Tagged.empty())
      Where.Tagged = Types[B.Type].Tagged;
    if (B.IsHeap)
      S.Objects[R] = ObjectState();
  }
  for (const AccessPath &P : Case.Needed)
    needTargets(S, locate(S, F, C, P));
  for (const SummaryWipe &W : Case.Wipes) {
    AbstractValue N;
    ZeroizeRequest Q;
    Q.Pointer = locate(S, F, C, W.Path);
    bool ToTheEnd = W.Bytes.Hi == EndOfObject;
    for (Target &T : Q.Pointer.Targets)
      if (T.Offset != UnknownOffset) {
        bool IsField = W.Bytes.Lo > 0 || !ToTheEnd;
        T.Offset += W.Bytes.Lo;
        if (IsField && W.LengthParameter < 0)
          T.Lo = T.Offset;
        if (!ToTheEnd)
          T.Hi = std::max(T.Hi, T.Offset);
      }
    if (W.LengthParameter >= 0) {
      N = argument(S, F, C, W.LengthParameter);
      if (N.What == Kind::Number)
        N.Number += W.LengthNumber;
      Q.Length = &N;
    } else if (!ToTheEnd) {
      N = AbstractValue::number(W.Bytes.Hi - W.Bytes.Lo);
      Q.Length = &N;
    }
    Q.Wipe = W.IsElidable ? Strength::Elidable : Strength::Reliable;
    Q.At = F.At;
    Q.How = C.Name;
    Q.Inner = W.At;
    Q.InnerText = "'" + C.Name + "' zeroizes with " + W.How + " here";
    zeroize(S, Q);
  }
  for (const SummarySecret &Each : Case.Secrets) {
    Taint T = taintFrom(Source, F, C, Summary, Each.Secrecy);
    for (const Target &Where : locate(S, F, C, Each.Path).Targets) {
      for (const Interval &B : extents(at(Where, Each.Bytes), UnknownSize)) {
        Space.object(S, Where.Region).addWritten(B);
        Space.object(S, Where.Region).KnownZero = false;
        if (!T.any() && !Each.Secrecy.any())
          arrive(S, Where.Region, B, F.At, "by '" + C.Name + "'");
        bring(S, Where.Region, B, T);
        arrive(S, Where.Region, B, F.At, "by '" + C.Name + "'");
      }
    }
  }
  for (const SummaryStore &Store : Case.Stores) {
    AbstractValue V = valueFrom(S, Before, F, C, Store.Value);
    AbstractValue Where = locate(S, F, C, Store.Path);
    for (Target T : Where.Targets) {
      if (T.Offset == UnknownOffset)
        continue;
      T.Offset += Store.Offset;
      V.Secrecy.add(taintFrom(Source, F, C, Summary, Store.Value.Secrecy));
      S.Cells[{T.Region, T.Offset}] = V;
      const Region R = Space.Regions[T.Region];
      if (R.IsCallers || Space.object(S, T.Region).Escaped)
        escape(S, V);
      if (R.Kind == RegionKind::Object && T.Offset == 0 &&
          Facts.Objects[R.Key].PointeeTagged)
        tagPointee(S, V, R.Why, R.Tag, F.At);
    }
  }
  for (const AccessPath &P : Case.Kept)
    escape(S, locate(S, F, C, P));
  for (const SummaryRelease &R : Case.Releases) {
    AbstractValue V = locate(S, F, C, R.Path);
    if (Space.decide(S, V, CompareOp::Eq, 0) == Truth::Yes)
      continue;
    for (const Target &T : V.Targets) {
      if (Space.Regions[T.Region].Kind == RegionKind::Object)
        continue;
      if (R.IsSilent)
        Space.object(S, T.Region).Released = true;
      release(S, T.Region, F.At, ReleaseKind::Free, C.Name);
    }
  }
  // The result, as far as it is known.
  AbstractValue Result = freshResult(S, F, C);
  if (Case.Result.What != SummaryValue::Kind::Unknown) {
    AbstractValue Known = valueFrom(S, Before, F, C, Case.Result);
    if (Known.isPointer() && !Known.Symbol && Case.Result.MayBeNull)
      Known.Symbol = Result.Symbol;
    if (Known.What != Kind::Unknown)
      Result = Known;
  } else if (!Case.Result.Bounds.isFull() && Result.Symbol) {
    S.Ranges[Result.Symbol] = Case.Result.Bounds;
  }
  if (!Types[C.ResultType].IsPointer && !C.ResultIsPublic)
    Result.Secrecy.add(taintFrom(Source, F, C, Summary, Case.Result.Secrecy));
  if (C.ResultIsSecret && Result.isPointer())
    makeSecret(S, Result, UnknownSize, F.At,
               "'" + C.Name + "' returns a secret");
  set(S, F.Result, Result);
  return true;
}

/// Faults inside the callee that exist since the argument is secret.
static void calleeFaults(Observations &Seen, const Fact &F, const CallInfo &C,
                         const SummaryFault &Fault, Taint T, RegionId R) {
  SinkUse &Use = Seen.InCallees[{F.At.Begin, Fault.Rule, Fault.At.Begin}];
  Use.At = F.At;
  Use.Name = C.Name;
  Use.Reason = Fault.Text;
  Use.Region = R;
  Use.Labels |= T.Labels;
  if (!Use.Story || T.isSecret())
    Use.Story = T.Origin;
}

void Transfer::summarizedCall(State &S, const Fact &F, const CallInfo &C,
                              const FunctionSummary &Summary,
                              std::vector<State> &Forks) {
  State Before = S;
  for (const SummaryFault &Fault : Summary.Faults) {
    SummaryTaint T;
    T.Labels.push_back(Fault.Label);
    const AccessPath &Path = Summary.Labels[Fault.Label].first;
    if (Path.From == AccessPath::Root::Parameter &&
        Path.Index < C.Args.size() && C.Args[Path.Index].IsSecret)
      continue; // the callee's own report stands
    Taint Secrecy = taintFrom(Before, F, C, Summary, T);
    if (!Secrecy.any())
      continue;
    RegionId R = 0;
    for (const Target &Where : locate(Before, F, C, Path).Targets)
      R = Where.Region;
    calleeFaults(Seen, F, C, Fault, Secrecy, R);
  }
  if (Summary.IsOpaque)
    opaqueCall(S);
  std::vector<State> Results;
  for (const SummaryCase &Case : Summary.Cases) {
    State Next = S;
    if (applyCase(Next, Before, F, C, Summary, Case))
      Results.push_back(std::move(Next));
  }
  if (Results.empty()) {
    // It never returns, or not for these arguments.
    S.Values[F.Result] = freshResult(S, F, C);
    if (Summary.NeverReturns)
      S.IsDead = true;
    return;
  }
  S = std::move(Results.front());
  for (size_t I = 1; I < Results.size(); ++I)
    Forks.push_back(std::move(Results[I]));
}
