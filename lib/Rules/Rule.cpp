//===- Rule.cpp - From observations to findings ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rule.h"
#include "Facts/WipeText.h"

using namespace secret;

std::vector<Finding> secret::runRules(const RuleInput &In) {
  std::vector<Finding> Out;
#define SECRET_RULE(Class, ...) find##Class(In, Out);
#include "Rules.def"
  return Out;
}

std::string secret::nameOf(const RuleInput &In, RegionId Object) {
  const Region &R = In.Result.Space.Regions[Object];
  if (Object == 0)
    return "a secret";
  bool IsNamed = R.Kind == RegionKind::Object || R.Kind == RegionKind::Pointee;
  bool IsTemporary = R.Kind == RegionKind::Object &&
                     In.Facts.Objects[R.Key].Kind == ObjectKind::Temporary;
  return IsNamed && !IsTemporary && !R.Name.empty() ? "'" + R.Name + "'"
                                                    : R.Name;
}

void secret::addNote(Finding &F, Span At, std::string Text) {
  if (!At.Begin)
    return;
  for (const Note &N : F.Notes)
    if (N.At.Begin == At.Begin && N.Text == Text)
      return;
  F.Notes.push_back({At, std::move(Text)});
}

Finding secret::makeFinding(const RuleInput &In, RuleId Rule, Span At,
                            RegionId Object, OriginId Story) {
  Finding F;
  F.Rule = Rule;
  F.At = At;
  F.Object = In.Result.Space.Regions[Object].Name;
  F.Function = In.Facts.Name;
  F.Class = In.Facts.IsDestructor
                ? In.Facts.ClassName
                : In.Result.Types[In.Result.Space.Regions[Object].Type].Class;
  std::vector<OriginId> Steps;
  for (OriginId Step = Story; Step; Step = In.Result.Seen.Story[Step].Before)
    Steps.push_back(Step);
  for (auto It = Steps.rbegin(); It != Steps.rend(); ++It)
    addNote(F, In.Result.Seen.Story[*It].At, In.Result.Seen.Story[*It].Text);
  return F;
}

WipeText secret::wipeTextOf(const RuleInput &In, RegionId Object) {
  const Region &R = In.Result.Space.Regions[Object];
  if (R.Kind != RegionKind::Object)
    return {};
  const ObjectInfo &O = In.Facts.Objects[R.Key];
  if (O.Name.empty())
    return {};
  return spellWipe(O.Name, O.Form, In.Result.Types[O.Type].ElementSize);
}

void secret::addCalleeFindings(const RuleInput &In, RuleId Rule,
                               std::vector<Finding> &Out) {
  for (const auto &[Key, Use] : In.Result.Seen.InCallees) {
    if (std::get<1>(Key) != Rule || !(Use.Labels & Taint::Secret) ||
        Use.Stream != NoPosition)
      continue;
    Finding F = makeFinding(In, Rule, Use.At, Use.Region, Use.Story);
    F.Message = "'" + Use.Name + "' is given " +
                (Use.Arrives ? "room for a secret, and " : "a secret, and ") +
                Use.Reason;
    Place Inner = std::get<2>(Key);
    addNote(F, {Inner, Inner}, "in '" + Use.Name + "', here");
    Out.push_back(std::move(F));
  }
}
