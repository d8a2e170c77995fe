//===- RuleTable.h - What the table says of each rule ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_RULETABLE_H
#define SECRET_TIDY_RULES_RULETABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace secret {

enum class RuleId : uint8_t {
#define SECRET_RULE(Class, ...) Class,
#define SECRET_AUDIT_RULE(Class, ...) Class,
#include "Rules.def"
};

/// Everything the table says of one rule.
struct RuleInfo {
  RuleId Id;
  llvm::StringRef Class;            ///< "MissingZeroization"
  llvm::StringRef Name;             ///< "secret-missing-zeroization"
  llvm::StringRef SecuritySeverity; ///< "0.0" to "10.0"
  llvm::StringRef Precision;
  unsigned Cwe;
  llvm::StringRef Summary;
  llvm::StringRef Description; ///< what it means
  llvm::StringRef Help;        ///< what to do

  double severity() const;
};

/// All rules that have a check, in the table's order.
llvm::ArrayRef<RuleInfo> allRules();
/// These, and what secret-audit alone may report.
llvm::ArrayRef<RuleInfo> reportedRules();
const RuleInfo &ruleInfo(RuleId Id);
/// Null if there is no such rule.
const RuleInfo *findRule(llvm::StringRef Name);

} // namespace secret

#endif // SECRET_TIDY_RULES_RULETABLE_H
