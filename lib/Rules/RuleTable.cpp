//===- RuleTable.cpp - What the table says of each rule -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuleTable.h"
#include "llvm/ADT/STLExtras.h"

using namespace secret;

static constexpr RuleInfo Table[] = {
#define SECRET_RULE(Class, Name, Severity, Security, Precision, Cwe, Summary,  \
                    Description, Help)                                         \
  {RuleId::Class, #Class,  Name,        Security, Precision,                   \
   Cwe,           Summary, Description, Help},
#define SECRET_AUDIT_RULE(...) SECRET_RULE(__VA_ARGS__)
#include "Rules.def"
};

static constexpr size_t NumChecks = 0
#define SECRET_RULE(...) +1
#include "Rules.def"
    ;

static_assert(true
#define SECRET_RULE(Class, ...) &&size_t(RuleId::Class) < NumChecks
#include "Rules.def"
              ,
              "the audit's own rules stand behind the checks");

double RuleInfo::severity() const {
  double Value = 0;
  SecuritySeverity.getAsDouble(Value);
  return Value;
}

llvm::ArrayRef<RuleInfo> secret::allRules() {
  return llvm::ArrayRef(Table).take_front(NumChecks);
}

llvm::ArrayRef<RuleInfo> secret::reportedRules() { return Table; }

const RuleInfo &secret::ruleInfo(RuleId Id) { return Table[size_t(Id)]; }

const RuleInfo *secret::findRule(llvm::StringRef Name) {
  const auto *It = llvm::find_if(
      Table, [&](const RuleInfo &Rule) { return Rule.Name == Name; });
  return It == std::end(Table) ? nullptr : It;
}
