//===- Observations.cpp - What the dataflow saw, for the rules ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Observations.h"

using namespace secret;

OriginId Stories::add(Span At, std::string Text, OriginId Before) {
  auto [It, New] =
      Ids.try_emplace({At.Begin, Text, Before}, OriginId(Steps.size()));
  if (New)
    Steps.push_back({At, std::move(Text), Before});
  return It->second;
}

std::string HiddenCopy::describe() const {
  switch (By) {
  case CopyMaker::Reallocation:
    return "'" + Name + "' may leave a copy of it in the old block";
  case CopyMaker::Argument:
    return "it is copied into a parameter of '" + Name + "'";
  case CopyMaker::Return:
    return "'" + Name + "' returns it by value";
  case CopyMaker::StreamBuffer:
    return "the stream's buffer keeps a copy of what '" + Name + "' reads";
  case CopyMaker::Library:
  case CopyMaker::Growth:
    return "'" + Name + "' keeps a copy of it" +
           (Reason.empty() ? "" : ": " + Reason);
  case CopyMaker::Environment:
    return "the environment keeps it";
  case CopyMaker::CommandLine:
    return "the command line keeps it";
  case CopyMaker::Closure:
    return "a closure keeps a copy of it";
  case CopyMaker::Scratch:
    return "it stays in '" + Name + "', which is static";
  }
  return "";
}

SiteId Observations::site(Span At, RegionId Region, Span Inner) {
  auto [It, New] = SiteIds.try_emplace({At.Begin, Region, Inner.Begin},
                                       SiteId(Sites.size()));
  if (New) {
    Site S;
    S.At = At;
    S.Region = Region;
    S.Inner = Inner;
    Sites.push_back(std::move(S));
  }
  return It->second;
}
