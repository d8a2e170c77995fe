//===- SuppressionReason.cpp - Why a comment suppresses a finding ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SuppressionReason.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// `(secret-x): reason */` is `reason`.
std::string reasonBehind(StringRef Rest) {
  if (Rest.starts_with("("))
    Rest = Rest.split(')').second;
  Rest = Rest.split("*/").first.ltrim(" \t:-,;.").rtrim();
  return json::fixUTF8(Rest);
}

/// Sets \p Rest to what follows \p Word, which is not a part of a longer one.
bool findWord(StringRef Line, StringRef Word, StringRef &Rest) {
  size_t At = Line.find(Word);
  if (At == StringRef::npos)
    return false;
  Rest = Line.drop_front(At + Word.size());
  return Rest.empty() || !isAlpha(Rest.front());
}

} // namespace

std::string suppressionReason(const output::SourceText &Text, unsigned Line) {
  StringRef Rest;
  if (findWord(Text.line(Line), "NOLINT", Rest) ||
      (Line > 1 && findWord(Text.line(Line - 1), "NOLINTNEXTLINE", Rest)))
    return reasonBehind(Rest);
  unsigned NumClosed = 0;
  for (unsigned N = Line; N; --N) {
    if (findWord(Text.line(N), "NOLINTEND", Rest))
      ++NumClosed;
    else if (findWord(Text.line(N), "NOLINTBEGIN", Rest) && !NumClosed--)
      return reasonBehind(Rest);
  }
  return "";
}

} // namespace audit
} // namespace secret
