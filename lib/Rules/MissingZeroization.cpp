//===- MissingZeroization.cpp - secret-missing-zeroization ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A secret object is released without zeroization. A local that no path
// zeroizes is reported once, at its declaration; one that some paths zeroize,
// at each exit that is reached without. A heap block is reported at its
// release.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

namespace {
/// Zeroizations on other paths that a report names.
constexpr size_t MaxOtherPaths = 3;
} // namespace

static std::string advice(const RuleInput &In, RegionId Object) {
  WipeText Wipe = wipeTextOf(In, Object);
  if (Wipe.Pointer.empty())
    return "zeroize it with '" + In.Options.Wiper + "' first";
  return "call '" + In.Options.Wiper + "(" + Wipe.Pointer + ", " + Wipe.Length +
         ")' on every path first";
}

static void addRepair(const RuleInput &In, const Release &At, Finding &F) {
  WipeText Wipe = wipeTextOf(In, At.Region);
  if (!At.TakesStatement || Wipe.Pointer.empty())
    return;
  F.Fix.What = Repair::Kind::InsertBefore;
  F.Fix.Target = At.At;
  F.Fix.Wipe = std::move(Wipe);
}

static void reportAtDeclaration(const RuleInput &In,
                                llvm::ArrayRef<const Release *> Exits,
                                std::vector<Finding> &Out) {
  const Release &First = *Exits.front();
  const Region &R = In.Result.Space.Regions[First.Region];
  // The block of a smart pointer that is a field: the field.
  bool IsField = R.Kind == RegionKind::Pointee && R.Tag;
  Finding F = makeFinding(In, RuleId::MissingZeroization,
                          IsField ? Span{R.Tag, R.Tag} : R.Declared,
                          First.Region, First.Story);
  F.Message =
      nameOf(In, First.Region) +
      " holds a secret, and no path zeroizes it before its life ends; " +
      advice(In, First.Region);
  for (const Release *Exit : Exits)
    addNote(F, Exit->At, "its life ends here, with the secret in it");
  if (Exits.size() == 1)
    addRepair(In, First, F);
  Out.push_back(std::move(F));
}

static void reportExit(const RuleInput &In, const Release &Exit, bool IsOnly,
                       std::vector<Finding> &Out) {
  Finding F = makeFinding(In, RuleId::MissingZeroization, Exit.At, Exit.Region,
                          Exit.Story);
  std::string Name = nameOf(In, Exit.Region);
  switch (Exit.Kind) {
  case ReleaseKind::Free:
    F.Message = Name + " holds a secret and is released by '" + Exit.By +
                "' without zeroization; " + advice(In, Exit.Region);
    break;
  case ReleaseKind::Lost:
    F.Message = "the last pointer to " + Name +
                " is overwritten while it holds a secret; " +
                advice(In, Exit.Region);
    break;
  default:
    F.Message = Name +
                " holds a secret that is not zeroized on this way out; " +
                advice(In, Exit.Region);
  }
  size_t Room = F.Notes.size() + MaxOtherPaths;
  for (const Site &S : In.Result.Seen.Sites)
    if (S.Region == Exit.Region && (S.Labels & Taint::Secret) &&
        F.Notes.size() < Room)
      addNote(F, S.At, "another path zeroizes it here");
  if (Exit.Inner)
    addNote(F, {Exit.Inner, Exit.Inner}, "'" + Exit.By + "' releases it here");
  if (IsOnly)
    addRepair(In, Exit, F);
  Out.push_back(std::move(F));
}

/// A field that the destructor of its class leaves as it is.
static void reportFields(const RuleInput &In, std::vector<Finding> &Out) {
  const Observations &Seen = In.Result.Seen;
  std::vector<Place> All;
  for (const auto &[Offset, Each] : Seen.Fields)
    if (!Seen.CleanFields.count(Offset))
      All.push_back(Each.Field.Where);
  for (const auto &[Offset, Each] : Seen.Fields) {
    const TaggedRange &Field = Each.Field;
    if (Seen.CleanFields.count(Offset))
      continue; // under a condition: whether it was filled, as a rule
    Finding F = makeFinding(In, RuleId::MissingZeroization,
                            {Field.Where, Field.Where}, 0, 0);
    F.Object = Field.Name;
    F.Message = "field '" + Field.Name +
                "' is tagged secret, and no destructor of its class zeroizes "
                "it; call '" +
                In.Options.Wiper + "' in the destructor";
    addNote(F, Each.EndedAt,
            "its life ends with the object's, in '" + In.Facts.Name + "'");
    F.Fix.What = Repair::Kind::Destructor;
    F.Fix.Target = F.At;
    F.Fix.Fields.push_back(Field.Where);
    llvm::append_range(F.Fix.Fields, All);
    Out.push_back(std::move(F));
  }
}

/// A guard right behind the declaration ends its life first, whatever happens.
static void addGuard(const RuleInput &In, RegionId Object, Finding &F) {
  const Region &R = In.Result.Space.Regions[Object];
  if (R.Kind != RegionKind::Object || wipeTextOf(In, Object).Pointer.empty())
    return;
  const ObjectInfo &O = In.Facts.Objects[R.Key];
  if (!O.Statement.Begin)
    return;
  F.Fix.What = Repair::Kind::InsertGuard;
  F.Fix.Target = O.Statement;
  F.Fix.Wipe.Pointer = O.Name;
}

/// A call that may throw while nothing zeroizes on unwinding.
static void reportUnwound(const RuleInput &In, const Release &Each,
                          std::vector<Finding> &Out) {
  Finding F = makeFinding(In, RuleId::MissingZeroization, Each.At, Each.Region,
                          Each.Story);
  F.Message = nameOf(In, Each.Region) +
              " holds a secret that is not zeroized if this call throws; "
              "zeroize it in a destructor, or catch, zeroize and throw again";
  for (const Site &S : In.Result.Seen.Sites)
    if (S.Region == Each.Region && (S.Labels & Taint::Secret))
      addNote(F, S.At, "the path without an exception zeroizes it here");
  addGuard(In, Each.Region, F);
  Out.push_back(std::move(F));
}

static std::string listOf(llvm::ArrayRef<const UnbuiltField *> Fields) {
  std::string Names;
  for (const UnbuiltField *Each : Fields)
    Names += (Names.empty()           ? ""
              : Each == Fields.back() ? " and "
                                      : ", ") +
             Each->What;
  return Names;
}

/// Fields that a constructor has filled when it throws at one place.
static void reportUnbuilt(const RuleInput &In,
                          llvm::ArrayRef<const UnbuiltField *> Fields,
                          bool IsThrow, std::vector<Finding> &Out) {
  const UnbuiltField &First = *Fields.front();
  bool IsOne = Fields.size() == 1;
  Finding F =
      makeFinding(In, RuleId::MissingZeroization, First.At, 0, First.Story);
  F.Object = First.What;
  F.Message = listOf(Fields) + (IsOne ? " holds a secret" : " hold secrets") +
              " that nothing zeroizes " +
              (IsThrow ? "when this throws" : "if this call throws") +
              ": the destructor does not run if the constructor does not "
              "finish; keep it in a member that zeroizes itself, or catch, "
              "zeroize and throw again";
  for (const UnbuiltField *Each : Fields)
    addNote(F, Each->Wiped, "the destructor of a complete object does it here");
  Out.push_back(std::move(F));
}

static void reportConstructor(const RuleInput &In, std::vector<Finding> &Out) {
  std::map<std::pair<Place, bool>, std::vector<const UnbuiltField *>> ByPlace;
  for (const auto &[Key, Each] : In.Result.Seen.Unbuilt)
    ByPlace[{Each.At.Begin, false}].push_back(&Each);
  for (const auto &[Key, Each] : In.Result.Seen.Thrown)
    ByPlace[{Each.At.Begin, true}].push_back(&Each);
  for (const auto &[Key, Fields] : ByPlace)
    reportUnbuilt(In, Fields, Key.second, Out);
}

void secret::findMissingZeroization(const RuleInput &In,
                                    std::vector<Finding> &Out) {
  reportFields(In, Out);
  std::map<RegionId, std::vector<const Release *>> ByObject;
  for (const auto &[Key, Each] : In.Result.Seen.Releases)
    if (Each.Labels & Taint::Secret)
      ByObject[Each.Region].push_back(&Each);
  for (const auto &[Object, Exits] : ByObject) {
    auto It = In.Result.Seen.Zeroized.find(Object);
    bool SomePath =
        It != In.Result.Seen.Zeroized.end() && (It->second & Taint::Secret);
    std::vector<const Release *> AtScope;
    for (const Release *Each : Exits) {
      bool ByScope = Each->Kind == ReleaseKind::Scope;
      if (ByScope && !SomePath)
        AtScope.push_back(Each);
      else
        reportExit(In, *Each, Exits.size() == 1, Out);
    }
    if (!AtScope.empty())
      reportAtDeclaration(In, AtScope, Out);
  }
  for (const auto &[Object, Each] : In.Result.Seen.Unwound) {
    auto It = In.Result.Seen.Zeroized.find(Object);
    bool SomePath =
        It != In.Result.Seen.Zeroized.end() && (It->second & Taint::Secret);
    if ((Each.Labels & Taint::Secret) && (SomePath || !ByObject.count(Object)))
      reportUnwound(In, Each, Out);
  }
  reportConstructor(In, Out);
  addCalleeFindings(In, RuleId::MissingZeroization, Out);
}
