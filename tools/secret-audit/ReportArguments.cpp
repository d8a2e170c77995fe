//===- ReportArguments.cpp - What becomes of the findings -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportArguments.h"

using namespace llvm;
using secret::output::BaselineChange;

ReportArguments::ReportArguments(cl::OptionCategory &Category,
                                 cl::SubCommand &Command)
    : Cat(Category), Commands{&cl::SubCommand::getTopLevel(), &Command},
      Subs(Commands),
      Outputs("output",
              cl::desc("Write a report too: text, json, sarif, codequality, "
                       "github or html, a colon, and a file or - ; may be "
                       "repeated"),
              cl::value_desc("FORMAT:FILE"), Cat, Subs),
      Baseline("baseline", cl::desc("Report only what this file does not know"),
               cl::value_desc("FILE"), Cat, Subs),
      UpdateBaseline("update-baseline",
                     cl::desc("Write what is found to the baseline"), Cat,
                     Subs),
      PruneBaseline("prune-baseline",
                    cl::desc("Remove what is fixed from the baseline"), Cat,
                    Subs),
      Diff("diff",
           cl::desc("Report only what this unified diff introduces; - is "
                    "standard input"),
           cl::value_desc("FILE"), Cat, Subs),
      Since("since",
            cl::desc("Report only what changes since a revision of git "
                     "introduce"),
            cl::value_desc("REV"), Cat, Subs),
      FailOn("fail-on",
             cl::desc("Which findings make the exit code 1: globs over rules, "
                      "a least severity, any or none"),
             cl::value_desc("WORDS"), Cat, Subs),
      Fix("fix", cl::desc("Apply the proposed fixes"), Cat, Subs) {}

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
