//===- LinkTargets.cpp - What units store in tables -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkTargets.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace secret;

void LinkTargets::add(const StoredFacts &Unit) {
  for (const StoredTarget &T : Unit.targets())
    Slots[T.Target.Slot].push_back({&Unit, T.Target});
}

/// Of each function one, in all of its tables.
static std::vector<SlotTarget> mergedByFunction(std::vector<SlotTarget> All) {
  std::vector<SlotTarget> Out;
  for (SlotTarget &T : All) {
    if (Out.empty() || Out.back().Usr != T.Usr)
      Out.push_back(std::move(T));
    else
      Out.back().Tables.insert(Out.back().Tables.end(), T.Tables.begin(),
                               T.Tables.end());
    Out.back().Zeroizes |= T.Zeroizes;
  }
  for (SlotTarget &T : Out) {
    llvm::sort(T.Tables);
    T.Tables.erase(std::unique(T.Tables.begin(), T.Tables.end()),
                   T.Tables.end());
  }
  return Out;
}

std::vector<SlotTarget> LinkTargets::ofOthers(const StoredFacts &Unit,
                                              llvm::StringRef Slot) const {
  std::vector<SlotTarget> Out;
  auto It = Slots.find(Slot);
  if (It == Slots.end())
    return Out;
  std::set<SlotTarget> Own;
  for (const auto &[In, Target] : It->second)
    if (In == &Unit)
      Own.insert(Target);
  for (const auto &[In, Target] : It->second)
    if (!Own.count(Target))
      Out.push_back(Target);
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return mergedByFunction(std::move(Out));
}

void LinkTargets::addTo(FunctionFacts &Facts, const StoredFacts &Unit) const {
  for (uint32_t Call = 0, End = Facts.Calls.size(); Call != End; ++Call) {
    if (Facts.Calls[Call].Slot.empty())
      continue;
    addTargets(Facts, Call, ofOthers(Unit, Facts.Calls[Call].Slot),
               [](const SlotTarget &) { return NoId; });
    finishTargets(Facts, Call, Unit.options().MaxTargets);
  }
}
