//===- Fix.h - Turn a proposed repair into edits ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine says what would mend the code; this says how it is spelled in this
// unit, or what is missing for that.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIX_H
#define SECRET_TIDY_RULES_FIX_H

#include "../Secrets/Catalog.h"
#include "Finding.h"
#include <map>
#include <set>

namespace clang {
class ASTContext;
class Preprocessor;
class FileID;
} // namespace clang

namespace secret {

struct TextRange;
struct Wiper;

/// \p Length bytes from \p Begin become \p Text.
struct Edit {
  Place Begin = 0;
  unsigned Length = 0;
  std::string Text;
};

struct Fix {
  std::vector<Edit> Edits; ///< empty: there is no fix
  std::string Obstacle;    ///< why not, if a user can do something about it
};

/// Whether the fixes of a unit are applied together or one by one. An
/// `#include` that several need is then in the first only, or in each.
enum class Applied : uint8_t { Together, OneByOne };

/// Spells the repairs of one unit.
class Fixer {
public:
  /// All must outlive the fixer.
  Fixer(const clang::ASTContext &Context, const clang::Preprocessor &PP,
        const ModelIndex &Models);
  ~Fixer();

  /// \p Wiper is the name of the function that a new call calls.
  Fix spell(const Repair &R, llvm::StringRef Wiper, Applied How);

private:
  Fix replaceLength(const Repair &R);
  Fix callWiper(const Repair &R, llvm::StringRef Name, Applied How);
  Fix insertGuard(const Repair &R, Applied How);
  Fix addDestructor(const Repair &R, llvm::StringRef Name, Applied How);
  /// How \p Name is called, or nothing and why not.
  std::optional<Wiper> wiper(llvm::StringRef Name, Fix &Result) const;
  /// Why \p W cannot be called at \p At, or nothing and the edits that it
  /// needs.
  Fix makeCallable(const Wiper &W, const TextRange &At, Applied How);
  void insert(Fix &Result, const TextRange &At, size_t Offset,
              std::string Text) const;
  Fix include(llvm::StringRef Header, const TextRange &At, Applied How);
  bool declares(llvm::StringRef Header, llvm::StringRef Name);
  Place placeAt(clang::FileID File, size_t Offset) const;

  const clang::ASTContext &Context;
  const clang::Preprocessor &PP;
  const ModelIndex &Models;
  std::map<std::pair<std::string, std::string>, bool> Declares;
  std::set<std::pair<Place, std::string>> Included;
  std::set<Place> Classes; ///< that have got their destructor
};

} // namespace secret

#endif // SECRET_TIDY_RULES_FIX_H
