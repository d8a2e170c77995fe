//===- ClassVerdict.cpp - Does a class zeroize itself? --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClassVerdict.h"
#include "llvm/ADT/Twine.h"

using namespace secret;

std::string ClassVerdict::describe(llvm::StringRef Class) const {
  std::string Text = ("'" + Class + "' zeroizes itself: ").str();
  switch (How) {
  case ZeroizesItself::Yes:
    return Text + "yes";
  case ZeroizesItself::Elidably:
    return Text + "elidably, because " + Why;
  case ZeroizesItself::No:
    return Text + "no, because " + Why;
  }
  return Text;
}

static std::string leftFields(const Observations &Seen) {
  std::string Names;
  for (const auto &[Offset, Each] : Seen.Fields)
    Names += (Names.empty() ? "'" : ", '") + Each.Field.Name + "'";
  return Names;
}

/// Why it leaves a secret behind; empty if it does not.
static std::string whyNot(const RuleInput &In) {
  const Observations &Seen = In.Result.Seen;
  for (const auto &[Key, Each] : Seen.Releases)
    if (Each.Kind == ReleaseKind::Free && (Each.Labels & Taint::Secret))
      return "its destructor releases " + nameOf(In, Each.Region) +
             " without zeroization";
  if (!Seen.Fields.empty())
    return (In.Facts.IsImplicit ? "nobody wrote a destructor for "
                                : "its destructor leaves ") +
           leftFields(Seen);
  for (const Site &S : Seen.Sites)
    if (S.PartialLabels & Taint::Secret)
      return "its destructor leaves a part";
  return "";
}

static std::string whyElidable(const RuleInput &In) {
  for (const Site &S : In.Result.Seen.Sites)
    if (S.Wipe == Strength::Elidable && S.Ended && !S.Needed &&
        (S.Labels & Taint::Secret))
      return "the optimizer may remove '" + S.How + "' in its destructor";
  return "";
}

std::optional<ClassVerdict> secret::judgeClass(const RuleInput &In) {
  if (!In.Facts.IsDestructor || In.Facts.This == NoId)
    return std::nullopt;
  TypeId This = In.Facts.Objects[In.Facts.This].Type;
  const auto &Tagged = In.Result.Types[In.Result.Types[This].Pointee].Tagged;
  bool Owns =
      llvm::any_of(Tagged, [](const TaggedRange &T) { return !T.Pointee; });
  ClassVerdict V;
  V.At = In.Facts.Class;
  V.Why = whyNot(In);
  if (!V.Why.empty()) {
    V.How = ZeroizesItself::No;
    return V;
  }
  // A pointer that it does nothing with is somebody else's.
  if (!Owns && In.Result.Seen.Zeroized.empty())
    return std::nullopt;
  V.Why = whyElidable(In);
  if (!V.Why.empty())
    V.How = ZeroizesItself::Elidably;
  return V;
}
