//===- Dump.cpp - Print summaries -----------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Summary.h"
#include "llvm/Support/raw_ostream.h"

using namespace secret;

static llvm::raw_ostream &parameter(unsigned Index, llvm::raw_ostream &Out) {
  if (int(Index) == ThisPosition)
    return Out << "this";
  return Out << "parameter " << Index;
}

static void print(const AccessPath &P, llvm::raw_ostream &Out) {
  switch (P.From) {
  case AccessPath::Root::Parameter:
    parameter(P.Index, Out);
    break;
  case AccessPath::Root::Global:
    Out << "global " << P.Usr;
    break;
  case AccessPath::Root::Block:
  case AccessPath::Root::Result:
    Out << "new block " << P.Index;
    break;
  }
  for (int64_t Step : P.Steps)
    Out << "->[" << Step << "]";
}

static void print(Interval B, llvm::raw_ostream &Out) {
  Out << " [" << B.Lo << ", ";
  if (B.Hi == EndOfObject)
    Out << "end)";
  else
    Out << B.Hi << ")";
}

static void print(const SummaryTaint &T, const FunctionSummary &S,
                  llvm::raw_ostream &Out) {
  if (T.IsSecret)
    Out << " secret";
  for (unsigned Label : T.Labels) {
    Out << " as";
    Out << ' ';
    print(S.Labels[Label].first, Out);
    print(S.Labels[Label].second, Out);
  }
}

static void print(const SummaryValue &V, const FunctionSummary &S,
                  llvm::raw_ostream &Out) {
  switch (V.What) {
  case SummaryValue::Kind::Unknown:
    Out << "unknown";
    break;
  case SummaryValue::Kind::Number:
    Out << V.Number;
    break;
  case SummaryValue::Kind::Parameter:
    parameter(V.Index, Out) << " + " << V.Number;
    break;
  case SummaryValue::Kind::Pointer:
    Out << "pointer to ";
    llvm::interleave(
        V.Targets, Out, [&](const SummaryTarget &T) { print(T.Path, Out); },
        " or ");
    if (V.MayBeNull)
      Out << " or null";
    break;
  }
  print(V.Secrecy, S, Out);
}

static void print(const Range &R, llvm::raw_ostream &Out) {
  if (R.Lo == R.Hi) {
    Out << " is " << R.Lo << '\n';
    return;
  }
  if (R.Lo != std::numeric_limits<int64_t>::min())
    Out << " >= " << R.Lo;
  if (R.Hi != std::numeric_limits<int64_t>::max())
    Out << " <= " << R.Hi;
  for (int64_t N : R.Not)
    Out << " is not " << N;
  Out << '\n';
}

static void printConditions(const SummaryCase &C, llvm::raw_ostream &Out) {
  for (const auto &[Index, Bounds] : C.Requires) {
    parameter(Index, Out << "    if ");
    print(Bounds, Out);
  }
  for (const SummaryCase::Condition &Each : C.Contents) {
    Out << "    if ";
    print(Each.Path, Out);
    Out << " at " << Each.Offset;
    print(Each.Bounds, Out);
  }
}

void secret::dump(const SummaryCase &C, const FunctionSummary &S,
                  llvm::raw_ostream &Out) {
  Out << "  case\n";
  printConditions(C, Out);
  for (const SummaryWipe &W : C.Wipes) {
    Out << (W.IsAbsence ? "    finds empty " : "    zeroizes ");
    print(W.Path, Out);
    print(W.Bytes, Out);
    if (W.LengthParameter >= 0)
      Out << " length parameter " << W.LengthParameter << " + "
          << W.LengthNumber;
    if (W.LengthOffset != NoPosition) {
      Out << " length at " << W.LengthOffset << " of ";
      print(W.LengthPath, Out);
      Out << " + " << W.LengthNumber;
    }
    Out << (W.IsElidable ? " elidably" : " reliably")
        << (W.IsOpaque ? " out of sight" : "")
        << (W.BeforeOpaque ? " before an opaque call" : "") << '\n';
  }
  for (const SummarySecret &Each : C.Secrets) {
    Out << "    writes ";
    print(Each.Path, Out);
    print(Each.Bytes, Out);
    print(Each.Secrecy, S, Out);
    Out << (Each.InString ? " in a string" : "")
        << (Each.AsString ? " as a string" : "") << '\n';
  }
  for (const SummaryStore &Store : C.Stores) {
    Out << "    stores ";
    print(Store.Path, Out);
    Out << " at " << Store.Offset << ": ";
    print(Store.Value, S, Out);
    Out << '\n';
  }
  for (const AccessPath &P : C.Kept) {
    Out << "    keeps ";
    print(P, Out);
    Out << '\n';
  }
  for (const SummaryRelease &R : C.Releases) {
    Out << "    releases ";
    print(R.Path, Out);
    Out << '\n';
  }
  for (int Stream : C.Unbuffered) {
    Out << "    takes the buffer of ";
    if (Stream == ResultPosition)
      Out << "the result\n";
    else
      Out << "parameter " << Stream << '\n';
  }
  Out << "    returns ";
  print(C.Result, S, Out);
  Out << '\n';
}

void secret::dump(const FunctionSummary &S, llvm::raw_ostream &Out) {
  Out << "summary of " << S.Name << (S.IsOpaque ? " opaque" : "")
      << (S.NeverReturns ? " never-returns" : "") << '\n';
  for (const SummaryCase &C : S.Cases)
    dump(C, S, Out);
  for (unsigned Parameter : S.Emptied)
    Out << "  empties its copy of parameter " << Parameter << '\n';
  for (const SummaryFault &F : S.Faults) {
    Out << "  fault " << ruleInfo(F.Rule).Name << " if ";
    print(S.Labels[F.Label].first, Out);
    print(S.Labels[F.Label].second, Out);
    Out << (F.Arrives ? " is or becomes secret" : " is secret");
    if (F.Stream != NoPosition)
      Out << " and parameter " << F.Stream << " is a standard stream";
    if (F.Grows)
      Out << " and has no room reserved";
    Out << '\n';
  }
}
