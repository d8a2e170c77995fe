//===- CheckOptions.cpp - Options of the checks -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckOptions.h"
#include <tuple>

using namespace clang::tidy;

namespace secret::tidy {

/// Calls \p Visit with the name and the value of each option.
template <typename OptionsType, typename Visitor>
static void forEachOption(OptionsType &Options, Visitor Visit) {
  Visit("MaxBlocks", Options.MaxBlocks);
  Visit("MaxStates", Options.MaxStates);
  Visit("MaxSteps", Options.MaxSteps);
  Visit("CheckExceptions", Options.CheckExceptions);
  Visit("AssumeLTO", Options.AssumeLTO);
  Visit("ReportFiles", Options.ReportFiles);
  Visit("BuiltinModels", Options.BuiltinModels);
  Visit("InferFromNames", Options.InferFromNames);
  Visit("Models", Options.Models);
  Visit("Wiper", Options.Wiper);
}

static std::string sharedName(llvm::StringRef Name) {
  return ("secret." + Name).str();
}

AnalysisOptions readOptions(const ClangTidyCheck::OptionsView &View) {
  AnalysisOptions Options;
  forEachOption(Options, [&](llvm::StringRef Name, auto &Value) {
    Value = View.get(Name, View.getLocalOrGlobal(sharedName(Name), Value));
  });
  return Options;
}

void storeOptions(const AnalysisOptions &Options,
                  const ClangTidyCheck::OptionsView &View,
                  ClangTidyOptions::OptionMap &Map) {
  forEachOption(Options, [&](llvm::StringRef Name, const auto &Value) {
    View.store(Map, Name, Value);
  });
}

bool sameAnalysis(const AnalysisOptions &A, const AnalysisOptions &B) {
  auto Key = [](const AnalysisOptions &O) {
    return std::tie(O.MaxBlocks, O.MaxStates, O.MaxSteps, O.CheckExceptions,
                    O.AssumeLTO, O.ReportFiles, O.BuiltinModels,
                    O.InferFromNames, O.Models, O.Wiper);
  };
  return Key(A) == Key(B);
}

} // namespace secret::tidy
