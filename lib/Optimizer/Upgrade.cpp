//===- Upgrade.cpp - Put evidence into findings ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Upgrade.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace secret;

bool secret::isWorthAsking(const std::vector<Zeroization> &Sites) {
  return any_of(Sites, [](const Zeroization &Z) { return !Z.IsOpaque; });
}

static std::string nameOf(const Zeroization &Z) {
  if (Z.Object.empty())
    return "it";
  // `the block` is no name.
  return StringRef(Z.Object).contains(' ') ? Z.Object : "'" + Z.Object + "'";
}

std::string secret::upgradedMessage(StringRef Message, const Evidence &E,
                                    const Zeroization &Site) {
  std::string Loss = describeLoss(E, nameOf(Site));
  size_t At = Message.find(MayBeRemoved);
  if (Loss.empty() || At == StringRef::npos)
    return Message.str();
  return (Message.take_front(At) + Loss +
          Message.drop_front(At + MayBeRemoved.size()))
      .str();
}

bool secret::contradicts(const Evidence &E, const Zeroization &Site) {
  // What is merely needed here may be done again before anybody looks.
  if (Site.Model == Judgement::Needed)
    return any_of(E.Instances, [](const Instance &I) { return I.IsExposed; });
  bool IsLost = E.What == Fate::Removed || E.What == Fate::Partial ||
                E.What == Fate::Shortened;
  // What a visible callee does is judged there.
  return IsLost && Site.Model == Judgement::Reliable && !Site.Inner.Begin;
}

Finding secret::contradiction(const Evidence &E, const Zeroization &Site,
                              StringRef Wiper) {
  Finding F;
  F.Rule = RuleId::ElidableZeroization;
  F.At = Site.At;
  F.Object = Site.Object;
  F.Function = Site.Function;
  std::string By = Site.Callee.empty() ? "" : " by '" + Site.Callee + "'";
  StringRef Why =
      Site.Model == Judgement::Needed
          ? "something may read the content after it, which does not keep it"
          : "it counts as reliable: a model, a tag or these rules are wrong";
  F.Message = ("the zeroization of " + nameOf(Site) + By + " " +
               describeLoss(E, nameOf(Site)) + ", though " + Why + "; use '" +
               Wiper + "'")
                  .str();
  return F;
}

void secret::applyEvidence(const std::vector<Zeroization> &Sites,
                           const std::vector<Evidence> &All, StringRef Wiper,
                           std::vector<Finding> &Findings) {
  for (size_t I = 0; I != Sites.size(); ++I) {
    const Zeroization &Site = Sites[I];
    if (contradicts(All[I], Site))
      Findings.push_back(contradiction(All[I], Site, Wiper));
    for (Finding &F : Findings) {
      if (F.Rule != RuleId::ElidableZeroization || F.At.Begin != Site.At.Begin)
        continue;
      F.Message = upgradedMessage(F.Message, All[I], Site);
      if (std::string Other = describeOther(All[I]); !Other.empty())
        F.Notes.push_back({Site.At, std::move(Other)});
    }
  }
}
