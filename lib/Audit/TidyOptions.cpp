//===- TidyOptions.cpp - The options that hold for a unit -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyOptions.h"
#include "Rules/Finding.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/VirtualFileSystem.h"

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

/// Reads one .clang-tidy, and keeps the complaints as `FILE:LINE:COL: error:
/// ...`.
ErrorOr<ClangTidyOptions> parseOptions(MemoryBufferRef Text,
                                       std::vector<std::string> &Faults) {
  return parseConfigurationWithDiags(Text, [&](const SMDiagnostic &D) {
    if (D.getKind() != SourceMgr::DK_Error)
      return;
    Faults.push_back((D.getFilename() + ":" + Twine(D.getLineNo()) + ":" +
                      Twine(D.getColumnNo() + 1) + ": error: " + D.getMessage())
                         .str());
  });
}

/// Its base takes either a file system or a parser; in 19, the one that takes a
/// parser dereferences the file system it was not given.
class OptionsProvider : public FileOptionsProvider {
public:
  OptionsProvider(const ClangTidyOptions &Defaults,
                  const ClangTidyOptions &Override,
                  std::vector<std::string> &Faults)
      : FileOptionsProvider(ClangTidyGlobalOptions(), Defaults, Override,
                            vfs::getRealFileSystem()) {
    ConfigHandlers = {{".clang-tidy", [&Faults](MemoryBufferRef Text) {
                         return parseOptions(Text, Faults);
                       }}};
  }
};

} // namespace

std::unique_ptr<ClangTidyOptionsProvider>
makeTidyOptions(const JobSettings &Settings, std::vector<std::string> &Faults) {
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.HeaderFilterRegex = ".*";
  ClangTidyOptions Override;
  Override.Checks = Settings.Checks;
  Override.WarningsAsErrors = "-*";
  if (!Settings.Models.empty())
    overrideOption(Override.CheckOptions, "Models", join(Settings.Models, ";"));
  if (!Settings.BuiltinModels)
    overrideOption(Override.CheckOptions, "BuiltinModels", "false");
  if (Settings.InferFromNames)
    overrideOption(Override.CheckOptions, "InferFromNames", "true");
  return std::make_unique<OptionsProvider>(Defaults, Override, Faults);
}

} // namespace audit
} // namespace secret
