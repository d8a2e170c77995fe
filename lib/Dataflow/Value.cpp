//===- Value.cpp - What is known of a value on one path -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Value.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

namespace {
/// Excluded numbers that are remembered; switches rarely have more that matter.
constexpr size_t MaxExcluded = 8;
} // namespace

CompareOp secret::negated(CompareOp Op) {
  switch (Op) {
  case CompareOp::Eq:
    return CompareOp::Ne;
  case CompareOp::Ne:
    return CompareOp::Eq;
  case CompareOp::Lt:
    return CompareOp::Ge;
  case CompareOp::Le:
    return CompareOp::Gt;
  case CompareOp::Gt:
    return CompareOp::Le;
  case CompareOp::Ge:
    return CompareOp::Lt;
  }
  return Op;
}

CompareOp secret::swapped(CompareOp Op) {
  switch (Op) {
  case CompareOp::Lt:
    return CompareOp::Gt;
  case CompareOp::Le:
    return CompareOp::Ge;
  case CompareOp::Gt:
    return CompareOp::Lt;
  case CompareOp::Ge:
    return CompareOp::Le;
  default:
    return Op;
  }
}

bool secret::compare(int64_t Left, CompareOp Op, int64_t Right) {
  switch (Op) {
  case CompareOp::Eq:
    return Left == Right;
  case CompareOp::Ne:
    return Left != Right;
  case CompareOp::Lt:
    return Left < Right;
  case CompareOp::Le:
    return Left <= Right;
  case CompareOp::Gt:
    return Left > Right;
  case CompareOp::Ge:
    return Left >= Right;
  }
  return false;
}

bool Range::contains(int64_t N) const {
  return Lo <= N && N <= Hi && !llvm::is_contained(Not, N);
}

void Range::assume(CompareOp Cmp, int64_t Right) {
  constexpr int64_t Min = std::numeric_limits<int64_t>::min();
  constexpr int64_t Max = std::numeric_limits<int64_t>::max();
  switch (Cmp) {
  case CompareOp::Eq:
    if (!contains(Right)) {
      Lo = 1;
      Hi = 0;
      return;
    }
    Lo = Hi = Right;
    Not.clear();
    return;
  case CompareOp::Ne:
    if (!llvm::is_contained(Not, Right) && Not.size() < MaxExcluded)
      Not.insert(llvm::lower_bound(Not, Right), Right);
    break;
  case CompareOp::Lt:
    Hi = std::min(Hi, Right == Min ? Min : Right - 1);
    break;
  case CompareOp::Le:
    Hi = std::min(Hi, Right);
    break;
  case CompareOp::Gt:
    Lo = std::max(Lo, Right == Max ? Max : Right + 1);
    break;
  case CompareOp::Ge:
    Lo = std::max(Lo, Right);
    break;
  }
  while (Lo <= Hi && llvm::is_contained(Not, Lo))
    ++Lo;
  while (Lo <= Hi && llvm::is_contained(Not, Hi))
    --Hi;
  llvm::erase_if(Not, [&](int64_t N) { return N < Lo || N > Hi; });
}

/// Bounds that decide branches: "n is not 0", "n is not negative".
constexpr int64_t Thresholds[] = {-1, 0, 1};

void Range::join(const Range &Other) {
  if (Other.Lo < Lo) {
    Lo = std::numeric_limits<int64_t>::min();
    for (int64_t T : Thresholds)
      Lo = T <= Other.Lo ? T : Lo;
  }
  if (Other.Hi > Hi) {
    Hi = std::numeric_limits<int64_t>::max();
    for (int64_t T : llvm::reverse(Thresholds))
      Hi = T >= Other.Hi ? T : Hi;
  }
  llvm::erase_if(Not, [&](int64_t N) { return Other.contains(N); });
}
