//===- Sarif.h - Writes SARIF 2.1.0 -----------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One run as plain data, and its JSON. Clang's own writer lacks most of what
// code hosts read. Nothing depends on the time or the machine.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_REPORT_SARIF_H
#define SECRET_TIDY_REPORT_SARIF_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace secret {
namespace report {

struct SarifRule {
  std::string Id;
  std::string ShortDescription;
  std::string FullDescription;
  /// What to do about it: plain, and as Markdown.
  std::string Help;
  std::string HelpMarkdown;
  std::string HelpUri;
  /// "error", "warning" or "note".
  std::string Level = "warning";
  std::vector<std::string> Tags;
  /// "very-high", "high", "medium" or "low".
  std::string Precision = "high";
  /// 0.0 to 10.0.
  std::string SecuritySeverity;
};

/// 1-based; 0 is unknown. The end is behind the last character.
struct SarifRegion {
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
};

/// A place in a file, in memory, or both.
struct SarifLocation {
  /// Relative to the root where there is one. Not encoded yet.
  std::string Path;
  SarifRegion Region;
  std::optional<uint64_t> Address;
  uint64_t AddressLength = 0;
  /// "function", "variable" ..., and its name.
  std::string LogicalKind;
  std::string LogicalName;
  std::string Message;
  /// The text of the line, to be shown where the file is not at hand.
  std::string Snippet;
};

/// One edit of a fix: what is in the region becomes the text.
struct SarifReplacement {
  SarifLocation Where;
  std::string Text;
};

struct SarifFix {
  std::string Description;
  std::vector<SarifReplacement> Edits;
};

struct SarifSuppression {
  /// "inSource" or "external".
  std::string Kind = "external";
  std::string Justification;
};

struct SarifResult {
  std::string RuleId;
  /// Empty for the rule's.
  std::string Level;
  std::string Message;
  SarifLocation Location;
  /// Numbered from 1 on: `[text](1)` in the message links to the first.
  std::vector<SarifLocation> Related;
  /// The steps of one code flow, or nothing.
  std::vector<SarifLocation> Flow;
  /// Names and values that are equal for the same result in later runs.
  std::vector<std::pair<std::string, std::string>> Fingerprints;
  /// "new", "unchanged", "absent", or nothing.
  std::string BaselineState;
  std::optional<SarifSuppression> Suppression;
  std::optional<SarifFix> Fix;
  /// Whatever else tools may want to know.
  llvm::json::Object Properties;
};

/// What the tool has to say of itself.
struct SarifNotification {
  /// "error", "warning" or "note".
  std::string Level = "warning";
  std::string Message;
  /// The file it is about, or nothing.
  std::string Path;
  /// It is about options and model files, not about the run.
  bool IsConfiguration = false;
};

struct SarifRun {
  std::string ToolName;
  std::string ToolVersion;
  std::string InformationUri;
  std::vector<SarifRule> Rules;
  /// Written in this order; their rules must be in Rules.
  std::vector<SarifResult> Results;
  std::vector<SarifNotification> Notifications;
  /// Which of several runs over the same code this is; empty: there is one.
  std::string AutomationId;
  bool Successful = true;
  std::optional<int> ExitCode;
  llvm::json::Object Properties;
};

llvm::json::Value toSarif(const SarifRun &Run);
void writeSarif(llvm::raw_ostream &OS, const SarifRun &Run);

/// A path as a relative or file URI.
std::string toUri(llvm::StringRef Path);

/// A text in which nothing is a link by accident.
std::string escapeLinks(llvm::StringRef Text);

} // namespace report
} // namespace secret

#endif // SECRET_TIDY_REPORT_SARIF_H
