//===- Options.h - What a user can set about the analysis -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYSIS_OPTIONS_H
#define SECRET_TIDY_ANALYSIS_OPTIONS_H

#include <cstdint>
#include <string>

namespace secret {

/// Whether the compiler's own optimizer is asked what it does to zeroizations.
enum class OptimizerUse : uint8_t { Off, Auto };

/// Every field is an option of the same name, `<check>.Name` or `secret.Name`.
struct AnalysisOptions {
  /// Functions with more CFG blocks than this are not analysed; said once each.
  unsigned MaxBlocks = 5000;
  /// States kept apart at one block; beyond it they are joined.
  unsigned MaxStates = 16;
  /// Steps (block visits) one function may cost; beyond it it is given up.
  unsigned MaxSteps = 20000;
  /// Functions that a call through a table may be of; beyond it nothing is
  /// known of the call, which findings in that function say.
  unsigned MaxTargets = 8;
  /// Report exceptional exits (C++).
  bool CheckExceptions = true;
  /// A wrapper in another translation unit is judged as if it were visible.
  bool AssumeLTO = false;
  /// Files written with a secret count as exposure.
  bool ReportFiles = false;
  /// Use the models that ship with the project.
  bool BuiltinModels = true;
  /// What is called like a secret is taken for one where nobody has tagged it.
  bool InferFromNames = false;
  /// Ask the optimizer where there is a zeroization that it might remove.
  OptimizerUse Optimizer = OptimizerUse::Auto;
  /// User model files, separated by ';'. Empty: `.secret-tidy.yaml` upward from
  /// the source file.
  std::string Models;
  /// A slice (Summary/UnitSlice.h) that secret-audit wrote: what other
  /// units' functions do, and where this unit's facts go.
  std::string CrossUnit;
  /// The function that fix-its call.
  std::string Wiper = "explicit_bzero";
};

/// Calls \p Visit with the name and the value of each option but Optimizer,
/// which not all doors have, of an AnalysisOptions or a const one.
template <typename OptionsType, typename Visitor>
void forEachOption(OptionsType &Options, Visitor Visit) {
  Visit("MaxBlocks", Options.MaxBlocks);
  Visit("MaxStates", Options.MaxStates);
  Visit("MaxSteps", Options.MaxSteps);
  Visit("MaxTargets", Options.MaxTargets);
  Visit("CheckExceptions", Options.CheckExceptions);
  Visit("AssumeLTO", Options.AssumeLTO);
  Visit("ReportFiles", Options.ReportFiles);
  Visit("BuiltinModels", Options.BuiltinModels);
  Visit("InferFromNames", Options.InferFromNames);
  Visit("Models", Options.Models);
  Visit("Wiper", Options.Wiper);
}

} // namespace secret

#endif // SECRET_TIDY_ANALYSIS_OPTIONS_H
