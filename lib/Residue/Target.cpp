//===- Target.cpp - A program's memory, whole -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Target.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace secret::residue;

const Mapping *Target::mappingAt(uint64_t Address) const {
  auto Next = upper_bound(Mappings, Address, [](uint64_t A, const Mapping &M) {
    return A < M.Where.Begin;
  });
  if (Next == Mappings.begin() || !std::prev(Next)->Where.contains(Address))
    return nullptr;
  return &*std::prev(Next);
}

std::vector<Span> Target::spans() const {
  std::vector<Span> Spans;
  for (const Mapping &M : Mappings)
    if (M.Present.size())
      Spans.push_back(M.Present);
  return Spans;
}
