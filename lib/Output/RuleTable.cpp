//===- RuleTable.cpp - The rules, for reports -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuleTable.h"
#include "llvm/ADT/STLExtras.h"
#include <vector>

using namespace llvm;
using namespace secret::output;

namespace {

struct HelpText {
  StringRef Description;
  StringRef Help;
};

#define SECRET_RULE_HELP(Class, Description, Help)                             \
  constexpr HelpText HelpOf##Class{Description, Help};
#include "Rules/RuleHelp.def"

} // namespace

double ReportedRule::severity() const {
  double Value = 0;
  SecuritySeverity.getAsDouble(Value);
  return Value;
}

ArrayRef<ReportedRule> secret::output::reportedRules() {
  static const std::vector<ReportedRule> Table = [] {
    std::vector<ReportedRule> Rules = {
#define SECRET_RULE(Class, Name, Severity, Security, Precision, Cwe, Summary)  \
  {Name,                                                                       \
   Security,                                                                   \
   Precision,                                                                  \
   Cwe,                                                                        \
   Summary,                                                                    \
   HelpOf##Class.Description,                                                  \
   HelpOf##Class.Help},
#include "Rules/Rules.def"
    };
    llvm::sort(Rules, [](const ReportedRule &A, const ReportedRule &B) {
      return A.Name < B.Name;
    });
    return Rules;
  }();
  return Table;
}

const ReportedRule *secret::output::findRule(StringRef Name) {
  for (const ReportedRule &Rule : reportedRules())
    if (Rule.Name == Name)
      return &Rule;
  return nullptr;
}
