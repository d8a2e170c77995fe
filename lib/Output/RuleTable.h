//===- RuleTable.h - The rules, for reports ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_RULETABLE_H
#define SECRET_TIDY_OUTPUT_RULETABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace secret {
namespace output {

/// Rules.def and RuleHelp.def, joined.
struct ReportedRule {
  llvm::StringRef Name;
  llvm::StringRef SecuritySeverity; ///< 0.0 to 10.0
  llvm::StringRef Precision;
  unsigned Cwe;
  llvm::StringRef Summary;
  llvm::StringRef Description; ///< what it means
  llvm::StringRef Help;        ///< what to do

  double severity() const;
};

/// In the order of their names.
llvm::ArrayRef<ReportedRule> reportedRules();
/// Null if there is none of that name.
const ReportedRule *findRule(llvm::StringRef Name);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_RULETABLE_H
