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
