//===- CacheKey.h - What a result depends on besides files ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The ingredients of a unit's base in the cache: all that is known before its
// files are read. Paths below the root are relative, so that checkouts in other
// folders and on other machines have the same.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_CACHEKEY_H
#define SECRET_TIDY_AUDIT_CACHEKEY_H

#include "Job.h"
#include <map>

namespace secret {
namespace audit {

struct Ingredient {
  std::string Name; ///< as a message calls it
  std::string Digest;
};

/// Files of these names are looked for in all folders above a source. Where
/// those are above the root, they are ingredients.
llvm::ArrayRef<llvm::StringRef> settingsFileNames();

class CacheKey {
public:
  /// What all units have in common. \p Program is this program's path.
  CacheKey(const JobSettings &Settings, llvm::StringRef Program);

  std::vector<Ingredient> ingredientsOf(const CompileUnit &Unit);
  /// The program's own.
  const std::string &programDigest() const { return Common.front().Digest; }

private:
  void add(llvm::StringRef Name, llvm::StringRef Value);
  void addSettings();
  void addEnvironment();
  void addFilesAbove();
  std::string commandDigest(const CompileUnit &Unit) const;
  const std::string &compilerDigest(const CompileUnit &Unit);
  std::string portable(llvm::StringRef Word) const;

  const JobSettings &Settings;
  std::vector<Ingredient> Common;
  /// By the compiler's name, and the folder in which it is looked for.
  std::map<std::pair<std::string, std::string>, std::string> Compilers;
};

/// The base that \p Ingredients make.
std::string baseOf(llvm::ArrayRef<Ingredient> Ingredients);

/// What \p What's slice says of other units, for its base; empty if it has
/// none.
llvm::Expected<std::string> sliceDigest(const Job &What);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_CACHEKEY_H
