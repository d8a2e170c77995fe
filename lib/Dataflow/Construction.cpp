//===- Construction.cpp - Constructors that throw -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Unwinding destroys the bases and members that are complete, but the class's
// own destructor does not run. So both are tried on copies of the state: what
// the destructor would zeroize and unwinding does not is left behind. What
// neither zeroizes is reported of the class, and not here.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

namespace {
/// Ways through the destructors that are followed.
constexpr size_t MaxWays = 16;
} // namespace

/// What \p Destroy makes of \p S: a state for each way, or none if there are
/// too many.
std::vector<State> Transfer::unwound(const State &S,
                                     llvm::ArrayRef<Fact> Destroy) {
  bool Before = Unwinding;
  Unwinding = true;
  std::vector<State> Ways{S};
  for (const Fact &F : Destroy) {
    std::vector<State> Forks;
    for (State &Each : Ways)
      apply(Each, F, Forks);
    llvm::append_range(Ways, Forks);
    llvm::erase_if(Ways, [](const State &Each) { return Each.IsDead; });
    if (Ways.size() > MaxWays)
      Ways.clear();
  }
  Unwinding = Before;
  return Ways;
}

/// Destroys the first \p Built bases and members of the object, last to first.
void Transfer::endParts(State &S, uint32_t Built) {
  for (; Built != 0; --Built)
    if (auto Ways = unwound(S, Facts.Parts[Built - 1]); !Ways.empty())
      S = Ways.front();
}

/// Secrets that the object \p This holds itself or in blocks of its own.
std::vector<UnbuiltField> Transfer::secretsOfObject(const State &S,
                                                    RegionId This) const {
  std::vector<UnbuiltField> Found;
  const Region &R = Space.Regions[This];
  auto Add = [&](RegionId Where, Interval Bytes, const std::string &What) {
    const ObjectState *O = S.touched(Where);
    Taint T = O ? O->secrecyOf(Bytes) : Taint();
    if (!T.isSecret())
      return;
    UnbuiltField Each;
    Each.Region = Where;
    Each.Bytes = Bytes;
    Each.What = What;
    Each.Story = T.Origin;
    Found.push_back(std::move(Each));
  };
  for (const TaggedRange &T : R.Tagged)
    if (!T.Pointee && !T.IsUnsuitable)
      Add(This, {T.Lo, T.Hi}, "field '" + T.Name + "'");
  if (const ObjectState *O = S.touched(This))
    for (const SecretRange &Each : O->Secrets)
      if (llvm::none_of(R.Tagged, [&](const TaggedRange &T) {
            return Each.Bytes.overlaps({T.Lo, T.Hi});
          }))
        Add(This, Each.Bytes, "the object");
  auto It = S.Cells.lower_bound({This, 0});
  for (; It != S.Cells.end() && It->first.first == This; ++It) {
    std::string What = "a block of the object";
    for (const TaggedRange &T : R.Tagged)
      if (T.Pointee && T.Lo == It->first.second)
        What = "field '" + T.Name + "'";
    for (const Target &To : It->second.Targets)
      if (Space.Regions[To.Region].Kind == RegionKind::Heap)
        Add(To.Region, {0, EndOfObject}, What);
  }
  return Found;
}

/// Whether \p Field still holds its secret in \p S, or was released with it.
static bool isLeft(const State &S, const UnbuiltField &Field,
                   const Observations &Seen) {
  auto It = Seen.Unwound.find(Field.Region);
  if (It != Seen.Unwound.end() && (It->second.Labels & Taint::Secret))
    return true;
  const ObjectState *O = S.touched(Field.Region);
  return O && O->secrecyOf(Field.Bytes).isSecret();
}

/// Where the destructor that led to \p S zeroizes \p Field.
static Span wipedIn(const State &S, const UnbuiltField &Field,
                    const Observations &Seen) {
  const ObjectState *O = S.touched(Field.Region);
  if (!O)
    return {};
  for (const Wipe &W : O->Wipes)
    if (W.Bounds.overlaps(Field.Bytes))
      return Seen.Sites[W.Site].Inner;
  return {};
}

/// An exception leaves the constructor at \p At, with \p Built parts complete.
void Transfer::leaveConstructor(const State &S, uint32_t Built, Span At,
                                bool IsThrow) {
  if (Facts.Destructor.empty() || Facts.IsNoexcept)
    return;
  auto It = S.Cells.find({Space.Regions.object(Facts.This), 0});
  if (It == S.Cells.end() || It->second.Targets.size() != 1)
    return;
  std::vector<UnbuiltField> Fields =
      secretsOfObject(S, It->second.Targets.front().Region);
  if (Fields.empty())
    return;
  // Tried only: what is seen on these ways does not happen.
  Observations InParts = Seen, InWhole = Seen;
  InParts.Unwound.clear();
  InWhole.Unwound.clear();
  State Parts = S;
  Transfer(Facts, Types, Space, InParts, Summaries, Options)
      .endParts(Parts, Built);
  std::vector<State> Whole =
      Transfer(Facts, Types, Space, InWhole, Summaries, Options)
          .unwound(S, Facts.Destructor);
  for (UnbuiltField &Each : Fields) {
    bool NeverIs = llvm::any_of(
        Whole, [&](const State &Way) { return isLeft(Way, Each, InWhole); });
    if (Whole.empty() || NeverIs || !isLeft(Parts, Each, InParts))
      continue;
    Each.At = At;
    Each.Wiped = wipedIn(Whole.front(), Each, InWhole);
    fieldLeftBehind(Each, IsThrow);
  }
}

void Transfer::fieldLeftBehind(const UnbuiltField &Field, bool IsThrow) {
  if (IsThrow) {
    Seen.Thrown[{Field.At.Begin, Field.Region, Field.Bytes.Lo}] = Field;
    return;
  }
  auto [It, New] =
      Seen.Unbuilt.try_emplace({Field.Region, Field.Bytes.Lo}, Field);
  if (!New && Field.At.Begin < It->second.At.Begin)
    It->second = Field;
}
