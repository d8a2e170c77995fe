//===- UnitCache.h - Units that need no analysis ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The planning side of the cache: finds what is stored, in the process that
// plans, so that a unit that has not changed costs no process of its own.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_UNITCACHE_H
#define SECRET_TIDY_AUDIT_UNITCACHE_H

#include "Cache/Cache.h"
#include "CacheKey.h"
#include "llvm/Support/CachePruning.h"
#include <optional>

namespace secret {
namespace audit {

struct CacheOptions {
  bool IsOff = false;
  /// Empty: SECRET_AUDIT_CACHE_DIR, which switches the cache off if it is set
  /// to nothing, or a folder in the user's cache.
  std::string Folder;
  std::string Policy;  ///< as typed; see LLVM's CachePruning.h
  std::string Explain; ///< a source file, as typed; empty: none
};

class UnitCache {
public:
  /// Makes the folder. A cache that cannot be written is read; that is said if
  /// somebody has named the folder. Fails with one line on options that make no
  /// sense.
  static llvm::Expected<std::optional<UnitCache>>
  open(const CacheOptions &Options);

  /// The cache that jobs of an earlier process name; nothing if there is none.
  static std::optional<UnitCache> of(const Job &What);

  /// Sets what the jobs have to know of the cache.
  void prepare(llvm::MutableArrayRef<Job> Jobs, llvm::StringRef Program);

  /// Puts what is stored for the jobs of the numbers \p Wanted into the work
  /// folder. \returns the others.
  llvm::Expected<std::vector<size_t>> restore(llvm::ArrayRef<Job> Jobs,
                                              std::vector<size_t> Wanted,
                                              llvm::StringRef WorkDir);

  /// What keep() has kept of the same \p Inputs for this program; empty if
  /// there is nothing.
  std::string recall(llvm::ArrayRef<std::string> Inputs) const;
  void keep(llvm::ArrayRef<std::string> Inputs, llvm::StringRef Text) const;

  /// Removes what the policy says, from time to time.
  void prune() const;

  /// Stores the result of a job, which is in \p ResultPath, for the answers in
  /// \p Asked. Fails with one line; nobody but the next audit is the worse.
  static llvm::Error store(const Job &What,
                           llvm::ArrayRef<cache::Question> Asked,
                           llvm::StringRef ResultPath);

private:
  UnitCache(llvm::StringRef Folder, llvm::CachePruningPolicy Policy)
      : Store(Folder), Policy(Policy) {}

  void explain(const Job &What, size_t Index, const cache::Lookup &Found);
  std::string differenceOf(const Job &What, size_t Index) const;
  void remember(size_t Index) const;
  std::string nameOf(llvm::ArrayRef<std::string> Inputs) const;

  cache::Cache Store;
  llvm::CachePruningPolicy Policy;
  bool IsWritable = false;
  std::string ProgramDigest; ///< once jobs are prepared
  std::string Explain;       ///< absolute
  /// By the number of the job.
  std::vector<std::vector<Ingredient>> Ingredients;
  std::vector<std::string> UnitNames;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_UNITCACHE_H
