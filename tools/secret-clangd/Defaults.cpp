//===- Defaults.cpp - The checks are on in clangd without any file --------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two functions of clangd are wrapped when linking (`--wrap`): one says which
// checks run if no file does, the other which ones are fast enough to run. The
// headers of clangd are not shipped, so their types are spelled out here; a
// symbol that a new clangd renames fails the link, see CMakeLists.txt.
//
//===----------------------------------------------------------------------===//

#include "Compat/ClangdTidyProvider.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

using clang::tidy::ClangTidyOptions;
using secret::compat::DefaultChecks;

DefaultChecks
realDefaultChecks() asm("__real__ZN5clang6clangd20provideDefaultChecksEv");
DefaultChecks
wrappedDefaultChecks() asm("__wrap__ZN5clang6clangd20provideDefaultChecksEv");

std::optional<bool> realIsFast(llvm::StringRef Check) asm(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> wrappedIsFast(llvm::StringRef Check) asm(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

/// It comes after the providers that read files, so what these say is known:
/// who names our checks has decided about them.
static void addOurs(ClangTidyOptions &Options, llvm::StringRef File) {
  const bool Decided =
      Options.Checks && llvm::StringRef(*Options.Checks).contains("secret-");
  realDefaultChecks()(Options, File);
  if (!Decided)
    Options.Checks = Options.Checks.value_or("-*") + ",secret-*";
}

DefaultChecks wrappedDefaultChecks() { return addOurs; }

/// What they cost is measured by tools/bench.sh.
std::optional<bool> wrappedIsFast(llvm::StringRef Check) {
  if (Check.starts_with("secret-"))
    return true;
  return realIsFast(Check);
}
