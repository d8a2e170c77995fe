//===- Tails.cpp - Blocks that only return -------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tails.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

static bool doesNothing(const Fact &F) {
  switch (F.Kind) {
  case FactKind::Return:
  case FactKind::ScopeEnd:
  case FactKind::Constant:
  case FactKind::Address:
  case FactKind::Field:
  case FactKind::Load:
  case FactKind::Mix:
  case FactKind::Arith: // `return -1`
  case FactKind::Compare:
  case FactKind::Not:
    return true;
  default:
    return false;
  }
}

std::vector<bool> secret::findTails(const FunctionFacts &Facts) {
  std::vector<bool> IsTail(Facts.Blocks.size());
  for (unsigned Id : llvm::reverse(Facts.Order)) {
    const Block &B = Facts.Blocks[Id];
    bool GoesOn = B.Successors.size() == 1 && IsTail[B.Successors.front().To];
    IsTail[Id] =
        Id == Facts.Exit || (GoesOn && llvm::all_of(B.Facts, doesNothing));
  }
  return IsTail;
}
