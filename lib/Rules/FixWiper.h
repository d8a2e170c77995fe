//===- FixWiper.h - How a wiper is called -----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Knows a wiper from Wipers.def, from a model, or from its declaration.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIXWIPER_H
#define SECRET_TIDY_RULES_FIXWIPER_H

#include "../Secrets/Catalog.h"
#include <optional>
#include <string>

namespace clang {
class SourceLocation;
} // namespace clang

namespace secret {

struct Wiper {
  std::string Name;
  /// The call, with {p} for the pointer and {n} for the number of bytes.
  std::string Call;
  /// The header that declares it, as written between <>; empty if not known.
  std::string Header;
  /// What a user can do where the header does not declare it.
  std::string Remedy =
      "set the option 'secret.Wiper' to a function that is available";

  std::string call(llvm::StringRef Pointer, llvm::StringRef Length) const;
};

/// The function called \p QualifiedName that \p Context declares before
/// \p Before (anywhere if invalid), or null. Implicit declarations don't count.
const clang::FunctionDecl *findFunction(const clang::ASTContext &Context,
                                        llvm::StringRef QualifiedName,
                                        clang::SourceLocation Before);

/// How the wiper called \p Name is called; nothing if neither the table nor a
/// model nor a declaration in the unit tells.
std::optional<Wiper> findWiper(llvm::StringRef Name, const ModelIndex &Models,
                               const clang::ASTContext &Context);

/// The guard of the project's own header, called like a wiper.
Wiper exitGuard();

} // namespace secret

#endif // SECRET_TIDY_RULES_FIXWIPER_H
