//===- StoredFacts.h - A unit's facts in a file -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a linker needs of a translation unit, so that it can judge the unit's
// functions again without a parser: an index of the functions (who calls whom),
// the types, the models that calls have, and the facts of each function, which
// are read when they are needed. A file appears whole or not at all, has a
// version and a checksum, and holds neither clock nor machine.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_STOREDFACTS_H
#define SECRET_TIDY_FACTS_STOREDFACTS_H

#include "Analysis/Options.h"
#include "CallTargets.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace llvm {
class MemoryBuffer;
} // namespace llvm

namespace secret {

/// A function of the unit, or the destructor that nobody wrote for a class.
struct StoredEntry {
  std::string Usr;       ///< empty if the entry is a class
  std::string Signature; ///< see signatureOf
  bool IsExported = false;
  bool IsWeak = false; ///< another definition may take its place
  bool IsRoot = false; ///< it is analysed whoever calls it
  bool HasFacts = false;
  /// A hash of what the analysis of the unit alone says of it; 0: nothing.
  uint64_t Outcome = 0;
  std::vector<FunctionId> Callees;    ///< entries of this unit
  std::vector<std::string> Elsewhere; ///< USRs of functions of other units
  /// USRs of fields and arrays of other units' that it calls through.
  std::vector<std::string> Slots;
};

/// A function that the unit stores where other units call it.
struct StoredTarget {
  SlotTarget Target;
  FunctionId Entry = NoId; ///< if the unit defines it
};

/// The facts of an entry that HasFacts; nothing is done to them.
using FactsOfEntry = llvm::function_ref<FunctionFacts &(size_t)>;
/// The content of a file.
std::string storeFacts(AnalysisOptions Options,
                       std::vector<StoredEntry> Entries,
                       std::vector<StoredTarget> Targets, FactsOfEntry Facts,
                       TypeTable Types, SpellPlace Spell);
/// Fails with one line that names the file.
llvm::Error writeStoredFacts(llvm::StringRef Path, llvm::StringRef Content);

/// Reads such a file. Places are this object's own; they are ordered as those
/// of the process that parsed. Movable; what it returns lives as long as it.
class StoredFacts {
public:
  /// Fails with one line that names the file, what is wrong, and the remedy.
  static llvm::Expected<StoredFacts> read(llvm::StringRef Path);
  /// Reads what storeFacts made; \p Content's name stands for the file's.
  static llvm::Expected<StoredFacts>
  read(std::unique_ptr<llvm::MemoryBuffer> Content);
  StoredFacts(StoredFacts &&) noexcept;
  StoredFacts &operator=(StoredFacts &&) noexcept;
  ~StoredFacts();

  /// What the analysis of the unit went by.
  const AnalysisOptions &options() const;
  llvm::ArrayRef<StoredEntry> entries() const;
  llvm::ArrayRef<StoredTarget> targets() const;
  const TypeTable &types() const;
  /// Facts of an entry that HasFacts.
  FunctionFacts facts(size_t Entry) const;

  std::string spell(Place P) const;
  /// The place that is spelled so, which need not be one of the unit's.
  Place find(llvm::StringRef Text);

private:
  struct File;
  explicit StoredFacts(std::unique_ptr<File> Impl);
  std::unique_ptr<File> Impl;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_STOREDFACTS_H
