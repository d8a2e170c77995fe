//===- NamePatterns.cpp - What a function's name promises -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NamePatterns.h"
#include "ModelName.h"
#include "llvm/ADT/STLExtras.h"

namespace secret {

void NamePatterns::compile() const {
  static constexpr std::pair<NamePromise, llvm::StringLiteral> Table[] = {
#define SECRET_NAME_PATTERN(Promise, Glob)                                     \
  {NamePromise::Promise, llvm::StringLiteral(Glob)},
#include "NamePatterns.def"
  };
  for (const auto &[Promise, Glob] : Table)
    Patterns.emplace_back(Promise, llvm::cantFail(compileGlob(Glob)));
}

bool NamePatterns::promises(llvm::StringRef Name, NamePromise P) const {
  if (Patterns.empty())
    compile();
  std::string Lower = Name.lower();
  return llvm::any_of(Patterns, [&](const auto &Entry) {
    return Entry.first == P && Entry.second.match(Lower);
  });
}

} // namespace secret
