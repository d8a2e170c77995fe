//===- ImmutableCopy.cpp - secret-immutable-copy --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A secret reaches storage that cannot be zeroized: immutable, interned, shared
// or std::string-like storage, or the program's own image.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

static const char *storageName(SinkKind Kind) {
  switch (Kind) {
  case SinkKind::Immutable:
    return "immutable storage";
  case SinkKind::Interned:
    return "interned storage, one copy for all equal values";
  case SinkKind::Shared:
    return "shared storage, which others may hold";
  default:
    return "a string type that leaves copies behind";
  }
}

/// Another type is a redesign, which no fix-it can be.
static const char *instead(bool IsParameter) {
  return IsParameter
             ? "take a view of the caller's bytes instead, such as "
               "std::string_view, std::span, or a pointer and a size"
             : "use storage of fixed size instead, such as std::array with a "
               "guard (secret::zeroize_on_exit), or a container whose "
               "allocator zeroizes";
}

void secret::findImmutableCopy(const RuleInput &In, std::vector<Finding> &Out) {
  for (const auto &[At, Use] : In.Result.Seen.Images) {
    Finding F = makeFinding(In, RuleId::ImmutableCopy, Use.At, 0, 0);
    F.Object = Use.Name;
    F.Message = Use.Name.empty()
                    ? "a secret constant is part of the program's image, where "
                      "nothing can zeroize it"
                    : "the secret '" + Use.Name +
                          "' is a constant in the program's image, where "
                          "nothing can zeroize it";
    F.Message += "; read it at run time instead";
    Out.push_back(std::move(F));
  }
  for (const UnsuitableUse &Use : In.Facts.Unsuitable) {
    Finding F = makeFinding(In, RuleId::ImmutableCopy, Use.At, 0, 0);
    F.Object = Use.Name;
    F.Message = "the secret '" + Use.Name + "' is kept in " +
                storageName(Use.Kind) +
                (Use.Reason.empty() ? "" : "; " + Use.Reason);
    addNote(F, Use.At, instead(Use.IsParameter));
    Out.push_back(std::move(F));
  }
  for (const auto &[Key, Use] : In.Result.Seen.Sinks) {
    if (!(Use.Labels & Taint::Secret) || Use.Kind > SinkKind::String)
      continue;
    Finding F =
        makeFinding(In, RuleId::ImmutableCopy, Use.At, Use.Region, Use.Story);
    F.Message = "'" + Use.Name + "' copies " +
                (Use.Region ? nameOf(In, Use.Region) : "a secret") + " into " +
                storageName(Use.Kind);
    if (!Use.Reason.empty())
      F.Message += "; " + Use.Reason;
    Out.push_back(std::move(F));
  }
  addCalleeFindings(In, RuleId::ImmutableCopy, Out);
}
