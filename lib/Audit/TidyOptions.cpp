//===- TidyOptions.cpp - The options that hold for a unit -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyOptions.h"
#include "Rules/Finding.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang::tidy;

namespace secret {
namespace audit {
namespace {

/// Sets an option so that nothing in a file wins over it, neither as
/// `secret.Name` nor as `<check>.Name`.
void overrideOption(ClangTidyOptions::OptionMap &Options, StringRef Name,
                    StringRef Value) {
  constexpr unsigned HighestPriority = 10000;
  ClangTidyOptions::ClangTidyValue Forced(Value, HighestPriority);
  Options[("secret." + Name).str()] = Forced;
  for (const RuleInfo &Rule : allRules())
    Options[(Rule.Name + "." + Name).str()] = Forced;
}

} // namespace

std::unique_ptr<ClangTidyOptionsProvider>
makeTidyOptions(const JobSettings &Settings,
                IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.HeaderFilterRegex = ".*";
  ClangTidyOptions Override;
  Override.Checks = Settings.Checks;
  Override.WarningsAsErrors = "-*";
  if (!Settings.Models.empty())
    overrideOption(Override.CheckOptions, "Models", join(Settings.Models, ";"));
  if (!Settings.BuiltinModels)
    overrideOption(Override.CheckOptions, "BuiltinModels", "false");
  return std::make_unique<FileOptionsProvider>(
      ClangTidyGlobalOptions(), Defaults, Override, std::move(Files));
}

} // namespace audit
} // namespace secret
