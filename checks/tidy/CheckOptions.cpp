//===- CheckOptions.cpp - Options of the checks -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckOptions.h"
#include "Rules/Finding.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/YAMLTraits.h"
#include <tuple>

using namespace clang::tidy;

template <> struct clang::tidy::OptionEnumMapping<secret::OptimizerUse> {
  static llvm::ArrayRef<std::pair<secret::OptimizerUse, llvm::StringRef>>
  getEnumMapping() {
    static constexpr std::pair<secret::OptimizerUse, llvm::StringRef> Words[] =
        {{secret::OptimizerUse::Off, "off"},
         {secret::OptimizerUse::Auto, "auto"}};
    return Words;
  }
};

namespace secret::tidy {

/// Calls \p Visit with the name and the value of each option of a check: those
/// of the engine, and what only clang-tidy and the audit have.
template <typename OptionsType, typename Visitor>
static void forEachCheckOption(OptionsType &Options, Visitor Visit) {
  forEachOption(Options, Visit);
  Visit("Optimizer", Options.Optimizer);
  Visit("CrossUnit", Options.CrossUnit);
}

static std::string sharedName(llvm::StringRef Name) {
  return ("secret." + Name).str();
}

bool mustReadOptions(const ClangTidyContext &Context) {
  return Context.getOptionsCollector() ||
         llvm::any_of(
             Context.getOptions().CheckOptions.keys(),
             [](llvm::StringRef Key) { return Key.starts_with("secret"); });
}

AnalysisOptions readOptions(const ClangTidyCheck::OptionsView &View) {
  AnalysisOptions Options;
  forEachCheckOption(Options, [&](llvm::StringRef Name, auto &Value) {
    Value = View.get(Name, View.getLocalOrGlobal(sharedName(Name), Value));
  });
  return Options;
}

void storeOptions(const AnalysisOptions &Options,
                  const ClangTidyCheck::OptionsView &View,
                  ClangTidyOptions::OptionMap &Map) {
  forEachCheckOption(Options, [&](llvm::StringRef Name, const auto &Value) {
    View.store(Map, Name, Value);
  });
}

/// What a value has to be and is not, as clang-tidy reads values.
static const char *misfit(llvm::StringRef Value, unsigned) {
  unsigned Number;
  return Value.getAsInteger(10, Number) ? "a number of 0 or more" : nullptr;
}

static const char *misfit(llvm::StringRef Value, bool) {
  long long Number;
  bool Fits = llvm::yaml::parseBool(Value) || !Value.getAsInteger(10, Number);
  return Fits ? nullptr : "true or false";
}

static const char *misfit(llvm::StringRef, const std::string &) {
  return nullptr;
}

static const char *misfit(llvm::StringRef Value, OptimizerUse) {
  return Value == "off" || Value == "auto" ? nullptr : "off or auto";
}

static bool isOurs(llvm::StringRef Scope) {
  return Scope == "secret" || Scope.starts_with("secret-");
}

std::string faultOf(llvm::StringRef Key, llvm::StringRef Value) {
  llvm::StringRef Scope = Key.rsplit('.').first;
  llvm::StringRef Wanted = Key.rsplit('.').second;
  if (!isOurs(Scope))
    return "";
  if (Scope != "secret" && llvm::none_of(allRules(), [&](const RuleInfo &R) {
        return R.Name == Scope;
      }))
    return ("unknown check '" + Scope + "'; for all checks, write 'secret." +
            Wanted + "'")
        .str();
  std::string Known, Fault;
  bool Found = false;
  AnalysisOptions Defaults;
  forEachCheckOption(Defaults, [&](llvm::StringRef Name, const auto &Default) {
    Known += (Known.empty() ? "" : ", ") + Name.str();
    if (Name != Wanted)
      return;
    Found = true;
    if (const char *Expected = misfit(Value, Default))
      Fault =
          ("'" + Value + "' is no value of '" + Key + "'; expected " + Expected)
              .str();
  });
  return Found
             ? Fault
             : ("unknown option '" + Key + "'; the options are " + Known).str();
}

bool sameAnalysis(const AnalysisOptions &A, const AnalysisOptions &B) {
  auto Key = [](const AnalysisOptions &O) {
    return std::tie(O.MaxBlocks, O.MaxStates, O.MaxSteps, O.MaxTargets,
                    O.CheckExceptions, O.AssumeLTO, O.ReportFiles, O.Optimizer,
                    O.BuiltinModels, O.InferFromNames, O.Models, O.CrossUnit,
                    O.Wiper);
  };
  return Key(A) == Key(B);
}

} // namespace secret::tidy
