//===- Cache.h - Results that are still good --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A folder that several audits and machines may use at once. What a unit asked
// of files the last times is found by its base, a digest of all that is known
// before it is read; its result by the base and the answers. So one base can
// have results for several contents of its headers. Files appear whole or not
// at all, and say what their bytes must be: what is damaged, or has another
// format, is as if it were not there. LLVM's pruneCache() may remove any.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_CACHE_H
#define SECRET_TIDY_CACHE_CACHE_H

#include "Questions.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace secret {
namespace cache {

struct Stored {
  std::string Result;
  std::string Facts; ///< empty if nobody links them
};

struct Lookup {
  std::optional<Stored> Found;
  /// Why nothing was found; empty if the base has never been stored.
  std::string WhyNot;
};

class Cache {
public:
  explicit Cache(llvm::StringRef Folder) : Folder(Folder.str()) {}

  const std::string &folder() const { return Folder; }

  /// What is stored for \p Base and the answers of \p Now.
  Lookup find(llvm::StringRef Base, Answers &Now) const;

  /// Keeps \p What for \p Base and the answers in \p Asked, as a recorder has
  /// sorted them. Fails with one line; the cache is as good as before.
  llvm::Error store(llvm::StringRef Base, llvm::ArrayRef<Question> Asked,
                    const Stored &What) const;

  /// A small text under a digest as its name; empty if there is none.
  std::string read(llvm::StringRef Digest) const;
  llvm::Error write(llvm::StringRef Digest, llvm::StringRef Text) const;

private:
  std::string path(llvm::StringRef Digest) const;

  std::string Folder;
};

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_CACHE_H
