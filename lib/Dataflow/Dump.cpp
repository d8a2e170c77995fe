//===- Dump.cpp - Print states --------------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Solver.h"
#include "llvm/Support/raw_ostream.h"

using namespace secret;

static void printBytes(Interval B, llvm::raw_ostream &Out) {
  Out << '[' << B.Lo << ", ";
  if (B.Hi == EndOfObject)
    Out << "end";
  else
    Out << B.Hi;
  Out << ')';
}

static void printTaint(const Taint &T, llvm::raw_ostream &Out) {
  if (T.isSecret())
    Out << " secret";
  if (T.Labels & ~Taint::Secret)
    Out << " if-caller's";
}

static void printObject(const ObjectState &O, bool IsCallers,
                        llvm::raw_ostream &Out) {
  for (const SecretRange &R : O.Secrets) {
    Out << ' ';
    printBytes(R.Bytes, Out);
    printTaint(R.Secrecy, Out);
  }
  for (const Wipe &W : O.Wipes) {
    Out << " zeroized";
    printBytes(W.Bytes, Out);
    Out << (W.Pending ? " elidable" : "") << (W.IsPartial ? " partial" : "")
        << (W.BeforeOpaque ? " before an opaque call" : "");
  }
  if (O.Released)
    Out << " released";
  if (O.Kept || (O.Escaped && !IsCallers))
    Out << " escaped";
  if (O.TaggedWhole)
    Out << " tagged";
  if (O.Promised)
    Out << " promised";
}

void secret::dump(const State &S, const StateSpace &Space,
                  llvm::raw_ostream &Out) {
  for (const auto &[R, O] : S.Objects) {
    Out << "    " << Space.Regions[R].Name << ":";
    printObject(*O, Space.Regions[R].IsCallers, Out);
    Out << '\n';
  }
}
