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
                               const AccessPath &P, TypeId Pointee) {
  AbstractValue V;
  llvm::ArrayRef<int64_t> Steps = P.Steps;
  switch (P.From) {
  case AccessPath::Root::Parameter:
    V = argument(S, F, C, P.Index);
    if (Steps.empty()) // a record passed by value: the callee's own copy
      return AbstractValue();
    // A pointer in such a record is found where the caller's record is.
    if (P.Index >= C.Args.size() || !C.Args[P.Index].IsRecord)
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
        Space.Regions.block(RegionKind::Heap, F.Result, blockOf(C, P.Index))));
    break;
  case AccessPath::Root::Result:
    V = AbstractValue::pointer(Space.Regions.whole(Space.Regions.block(
        RegionKind::Result, F.Result, blockOf(C, P.Index))));
    break;
  }
  for (const int64_t &Step : Steps) {
    TypeId Type = &Step == &Steps.back() ? Pointee : 0;
    AbstractValue Next;
    for (const Target &T : V.Targets) {
      if (T.Offset == UnknownOffset)
        continue;
      Target At = T;
      At.Offset += Step;
      AbstractValue Content;
      if (auto It = S.Cells.find({At.Region, At.Offset}); It != S.Cells.end()) {
        Content = It->second;
      } else if (RegionId R =
                     Space.Regions.pointee(At.Region, At.Offset, Type)) {
        SymbolId Symbol = Space.symbol(StateSpace::SymbolKind::Content,
                                       At.Region, 0, At.Offset);
        Content = AbstractValue::pointer(Space.Regions.whole(R), Symbol);
        S.Cells.set({At.Region, At.Offset}, Content);
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
Target Transfer::at(Target T, Interval B) {
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

/// Some bytes of a record, from \p Bytes' first one on, which the callee did
/// not tell from the others.
bool Transfer::isVague(const Target &T, Interval Bytes) const {
  const Region &R = Space.Regions[T.Region];
  const TypeInfo &Info = Types[R.Type];
  return Info.IsRecord && Info.Holds == Holding::Fields &&
         T.Offset != UnknownOffset && Bytes.Hi == EndOfObject &&
         T.Hi >= Info.Size && T.Offset + Bytes.Lo < Info.Size;
}

/// What each byte of a record is, from \p First on: a secret in one field of a
/// context is not in all that is made of the context.
Taint Transfer::secrecyOfAll(State &S, RegionId R, int64_t First) {
  const int64_t Size = Types[Space.Regions[R].Type].Size;
  const Shared<ObjectState> O = Space.look(S, R);
  std::optional<Taint> Common;
  int64_t End = First;
  for (const SecretRange &Each : O->Secrets) {
    if (Each.Bytes.Hi <= First || Each.Bytes.Lo > End)
      continue;
    Common = Common.value_or(Each.Secrecy);
    Common->Labels &= Each.Secrecy.Labels;
    End = Each.Bytes.Hi;
  }
  if (End < Size || !Common || !Common->any())
    return Taint();
  if (Common->isSecret() && !Common->Origin)
    Common->Origin = secretOrigin(R, Span(), "");
  return *Common;
}

Taint Transfer::taintFrom(const SummarizedCall &Call, const SummaryTaint &T) {
  const Fact &F = Call.F;
  const CallInfo &C = Call.C;
  State &Before = Call.Before;
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
    const auto &[Path, Bytes] = Call.Summary.Labels[Index];
    if (Path.From == AccessPath::Root::Parameter && Path.Steps.empty()) {
      bool IsVariadic = int(Path.Index) == Call.Summary.Variadic;
      size_t End = IsVariadic ? C.Args.size() : Path.Index + 1;
      for (size_t I = Path.Index; I < End; ++I) {
        if (IsVariadic && C.Args[I].IsAddress)
          continue;
        AbstractValue V = argument(Before, F, C, I);
        Out.add(V.Secrecy);
        for (const Target &Where : V.Targets)
          Out.add(secrecyAt(Before, at(Where, Bytes), UnknownSize));
      }
      continue;
    }
    for (const Target &Where : locate(Before, F, C, Path).Targets)
      Out.add(isVague(Where, Bytes)
                  ? secrecyOfAll(Before, Where.Region, Where.Offset + Bytes.Lo)
                  : secrecyAt(Before, at(Where, Bytes), UnknownSize));
  }
  return Out;
}

/// Where the callee's \p Inner, relative to \p Outer, lies in the caller.
static Target pointedTo(Target Outer, const Target &Inner) {
  if (Outer.Offset == UnknownOffset)
    return Outer;
  Target Out = Outer;
  bool IsPart = Inner.Lo > 0 || Inner.Hi != EndOfObject;
  if (IsPart && Inner.Lo >= 0)
    Out.Lo = Outer.Offset + Inner.Lo;
  if (IsPart && Inner.Hi != EndOfObject)
    Out.Hi = Outer.Offset + Inner.Hi;
  Out.Offset = Inner.Offset == UnknownOffset ? UnknownOffset
                                             : Outer.Offset + Inner.Offset;
  return Out;
}

static void addTarget(AbstractValue &V, const Target &T) {
  if (!llvm::is_contained(V.Targets, T))
    V.Targets.push_back(T);
}

AbstractValue Transfer::valueFrom(State &S, const SummarizedCall &Call,
                                  const SummaryValue &V, TypeId Pointee) {
  switch (V.What) {
  case SummaryValue::Kind::Number:
    return AbstractValue::number(V.Number);
  case SummaryValue::Kind::Parameter: {
    AbstractValue Out = argument(Call.Before, Call.F, Call.C, V.Index);
    if (Out.What == Kind::Number)
      Out.Number += V.Number;
    return Out;
  }
  case SummaryValue::Kind::Pointer: {
    AbstractValue Out;
    for (const SummaryTarget &Each : V.Targets) {
      TypeId Type = Each.At.Offset == 0 ? Pointee : 0;
      AbstractValue Base = locate(S, Call.F, Call.C, Each.Path, Type);
      for (const Target &T : Base.Targets)
        addTarget(Out, pointedTo(T, Each.At));
      Out.Symbol = Base.Symbol;
    }
    if (V.Targets.size() > 1) // none of them says whether it is null
      Out.Symbol = 0;
    Out.What = Out.Targets.empty() ? Kind::Unknown : Kind::Pointer;
    return Out;
  }
  case SummaryValue::Kind::Unknown:
    return AbstractValue();
  }
  return AbstractValue();
}

/// Faults inside the callee that exist since the argument is secret.
static void calleeFault(Observations &Seen, const Fact &F, const CallInfo &C,
                        const SummaryFault &Fault, Taint T, RegionId R,
                        int Stream) {
  auto [It, New] =
      Seen.InCallees.try_emplace({F.At.Begin, Fault.Rule, Fault.At.Begin});
  SinkUse &Use = It->second;
  if (New || Stream == NoPosition)
    Use.Stream = Stream;
  Use.At = F.At;
  Use.Name = C.Name;
  Use.Reason = Fault.Text;
  Use.Region = R;
  Use.Labels |= T.Labels;
  Use.Arrives = Fault.Arrives;
  if (!Use.Story || T.isSecret())
    Use.Story = T.Origin;
}

void Transfer::callFault(State &Before, State &After,
                         const SummarizedCall &Call,
                         const SummaryFault &Fault) {
  const CallInfo &C = Call.C;
  const AccessPath &Path = Call.Summary.Labels[Fault.Label].first;
  if (Path.From == AccessPath::Root::Parameter && Path.Index < C.Args.size() &&
      C.Args[Path.Index].IsSecret)
    return; // the callee's own report stands
  if (hasRoom(Before, Call, Fault))
    return;
  int Stream = NoPosition;
  if (Fault.Stream != NoPosition) {
    AbstractValue V = argument(Before, Call.F, C, Fault.Stream);
    Stream = isStandardOutput(V) ? NoPosition : parameterHolding(V);
    if (Stream == NoPosition && !isStandardOutput(V))
      return;
  }
  SummaryTaint T;
  T.Labels.push_back(Fault.Label);
  Taint Secrecy = taintFrom(Call, T);
  if (Fault.Arrives)
    Secrecy.add(taintFrom({Call.F, C, Call.Summary, After}, T));
  if (!Secrecy.any())
    return;
  RegionId R = 0;
  for (const Target &Where : locate(Before, Call.F, C, Path).Targets)
    R = Where.Region;
  calleeFault(Seen, Call.F, C, Fault, Secrecy, R, Stream);
}

/// The compiler must expect that a function of another unit reads and keeps
/// what it can reach, whatever the summary knows.
void Transfer::foreignCall(State &S, const CallInfo &C) {
  auto Reached = [&](ValueId Id) {
    const AbstractValue &V = valueOf(S, Id);
    needTargets(S, V);
    for (const Target &T : V.Targets)
      markEscaped(S, T.Region);
  };
  Reached(C.This);
  for (const Argument &A : C.Args)
    Reached(A.Value);
}

void Transfer::summarizedCall(State &S, const Fact &F, const CallInfo &C,
                              const FunctionSummary &Summary,
                              std::vector<State> &Forks) {
  if (Summary.IsForeign)
    foreignCall(S, C);
  State Before = S;
  SummarizedCall Call{F, C, Summary, Before};
  for (const SummaryFault &Fault : Summary.Faults)
    if (!Fault.Arrives)
      callFault(Before, Before, Call, Fault);
  if (Summary.IsOpaque)
    opaqueCall(S);
  std::vector<State> Results;
  for (const SummaryCase &Case : Summary.Cases) {
    State Next = S;
    if (!applyCase(Next, Call, Case))
      continue;
    for (const SummaryFault &Fault : Summary.Faults)
      if (Fault.Arrives)
        callFault(Before, Next, Call, Fault);
    Results.push_back(std::move(Next));
  }
  if (Results.empty()) {
    // It never returns, or not for these arguments.
    S.Values[F.Result] = freshResult(S, F, C);
    if (Summary.NeverReturns)
      S.IsDead = true;
    return;
  }
  for (State &Each : Results)
    for (const Argument &A : C.Args)
      if (A.IsPublic)
        makePublic(Each, valueOf(Each, A.Value));
  S = std::move(Results.front());
  for (size_t I = 1; I < Results.size(); ++I)
    Forks.push_back(std::move(Results[I]));
}
