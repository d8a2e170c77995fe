//===- StoredFormat.h - What stored facts consist of ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line with the version, a checksum, and sections: strings, models, places,
// what is always read (options, types, entries), and the facts of each entry.
// Numbers are LEB128; strings, models and places are indices of their sections.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_STOREDFORMAT_H
#define SECRET_TIDY_FACTS_STOREDFORMAT_H

#include "FactsFields.h"
#include "StoredFacts.h"

namespace secret {

/// Goes up when a structure in Fact.h or Model.h, or the file, changes.
constexpr llvm::StringLiteral StoredTitle = "secret-tidy facts, version 11\n";
constexpr size_t ChecksumSize = sizeof(uint64_t);

template <typename IO> void fields(IO &A, StoredEntry &E) {
  all(A, E.Usr, E.Signature, E.IsExported, E.IsWeak, E.IsRoot, E.HasFacts,
      E.Outcome, E.Callees, E.Elsewhere, E.Slots);
}

template <typename IO> void fields(IO &Io, StoredTarget &V) {
  auto &[Target, Entry] = V;
  all(Io, Target.Slot, Target.Name, Target.Usr, Target.Signature,
      Target.Zeroizes, Target.Tables, Entry);
}

template <typename IO> void fields(IO &A, AnalysisOptions &O) {
  forEachOption(O, [&](const char *, auto &Value) { value(A, Value); });
}

} // namespace secret

#endif // SECRET_TIDY_FACTS_STOREDFORMAT_H
