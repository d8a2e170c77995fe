//===- ReportArguments.cpp - What becomes of the findings -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportArguments.h"

using namespace llvm;
using secret::output::BaselineChange;

ReportArguments::ReportArguments(cl::OptionCategory &Category)
    : Cat(Category),
      Outputs("output",
              cl::desc("Write a report too: text, json, sarif, codequality, "
                       "github or html, a colon, and a file or - ; may be "
                       "repeated"),
              cl::value_desc("FORMAT:FILE"), Cat),
      Baseline("baseline", cl::desc("Report only what this file does not know"),
               cl::value_desc("FILE"), Cat),
      UpdateBaseline("update-baseline",
                     cl::desc("Write what is found to the baseline"), Cat),
      PruneBaseline("prune-baseline",
                    cl::desc("Remove what is fixed from the baseline"), Cat),
      Diff("diff",
           cl::desc("Report only what this unified diff introduces; - is "
                    "standard input"),
           cl::value_desc("FILE"), Cat),
      Since("since",
            cl::desc("Report only what changes since a revision of git "
                     "introduce"),
            cl::value_desc("REV"), Cat),
      FailOn("fail-on",
             cl::desc("Which findings make the exit code 1: globs over rules, "
                      "a least severity, any or none"),
             cl::value_desc("WORDS"), Cat),
      Fix("fix", cl::desc("Apply the proposed fixes"), Cat) {}

secret::audit::ReportOptions ReportArguments::options() const {
  secret::audit::ReportOptions O;
  O.Version = SECRET_TIDY_VERSION;
  O.Outputs.assign(Outputs.begin(), Outputs.end());
  O.Baseline = Baseline;
  if (UpdateBaseline)
    O.ChangeBaseline = BaselineChange::Update;
  else if (PruneBaseline)
    O.ChangeBaseline = BaselineChange::Prune;
  O.Diff = Diff;
  O.Since = Since;
  O.FailOn = FailOn;
  O.ApplyFixes = Fix;
  return O;
}
