//===- TidyOptions.cpp - The options that hold for a unit -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyOptions.h"
#include "../../checks/tidy/CheckOptions.h"
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

/// `FILE:LINE:COL: ` of the first place where a word stands for itself, or
/// `FILE: `.
std::string positionOf(MemoryBufferRef Text, StringRef Word) {
  StringRef All = Text.getBuffer();
  for (size_t At = All.find(Word); At != StringRef::npos;
       At = All.find(Word, At + 1)) {
    StringRef Before = All.take_front(At), After = All.drop_front(At);
    if (After.size() > Word.size() && isAlnum(After[Word.size()]))
      continue;
    size_t LineStart = Before.rfind('\n') + 1; // npos + 1 is 0
    return (Text.getBufferIdentifier() + ":" + Twine(Before.count('\n') + 1) +
            ":" + Twine(At - LineStart + 1) + ": ")
        .str();
  }
  return (Text.getBufferIdentifier() + ": ").str();
}

/// Says what is wrong with our options and drops those: the defaults hold.
void dropFaulty(MemoryBufferRef Text, ClangTidyOptions &Options,
                std::vector<std::string> &Faults) {
  std::vector<std::string> Faulty;
  for (const auto &Option : Options.CheckOptions) {
    std::string Fault =
        secret::tidy::faultOf(Option.getKey(), Option.getValue().Value);
    if (Fault.empty())
      continue;
    Faults.push_back(positionOf(Text, Option.getKey()) + "error: " + Fault);
    Faulty.push_back(Option.getKey().str());
  }
  for (const std::string &Key : Faulty)
    Options.CheckOptions.erase(Key);
}

/// Reads one .clang-tidy, and keeps the complaints as `FILE:LINE:COL: error:
/// ...`.
ErrorOr<ClangTidyOptions> parseOptions(MemoryBufferRef Text,
                                       std::vector<std::string> &Faults) {
  auto Options = parseConfigurationWithDiags(Text, [&](const SMDiagnostic &D) {
    if (D.getKind() != SourceMgr::DK_Error)
      return;
    Faults.push_back((D.getFilename() + ":" + Twine(D.getLineNo()) + ":" +
                      Twine(D.getColumnNo() + 1) + ": error: " + D.getMessage())
                         .str());
  });
  if (Options)
    dropFaulty(Text, *Options, Faults);
  return Options;
}

/// Its base takes either a file system or a parser; in 19, the one that takes a
/// parser dereferences the file system it was not given.
class OptionsProvider : public FileOptionsProvider {
public:
  OptionsProvider(const ClangTidyOptions &Defaults,
                  const ClangTidyOptions &Override,
                  std::vector<std::string> &Faults, FilesPtr Files)
      : FileOptionsProvider(ClangTidyGlobalOptions(), Defaults, Override,
                            std::move(Files)) {
    ConfigHandlers = {{".clang-tidy", [&Faults](MemoryBufferRef Text) {
                         return parseOptions(Text, Faults);
                       }}};
  }
};

} // namespace

std::unique_ptr<ClangTidyOptionsProvider>
makeTidyOptions(const JobSettings &Settings, std::vector<std::string> &Faults,
                FilesPtr Files) {
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
  if (Settings.AssumeLTO)
    overrideOption(Override.CheckOptions, "AssumeLTO", "true");
  // The audit asks by itself, under the file's true flags.
  overrideOption(Override.CheckOptions, "Optimizer", "off");
  if (!Settings.CrossUnit.empty())
    overrideOption(Override.CheckOptions, "CrossUnit", Settings.CrossUnit);
  return std::make_unique<OptionsProvider>(Defaults, Override, Faults,
                                           std::move(Files));
}

} // namespace audit
} // namespace secret
