//===- ReportArguments.h - What becomes of the findings ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRET_AUDIT_REPORTARGUMENTS_H
#define SECRET_TIDY_TOOLS_SECRET_AUDIT_REPORTARGUMENTS_H

#include "Audit/Deliver.h"
#include "llvm/Support/CommandLine.h"

/// The options of reports, for plain audits and a sub-command that reports.
class ReportArguments {
public:
  ReportArguments(llvm::cl::OptionCategory &Category,
                  llvm::cl::SubCommand &Command);

  /// What the user asked for, once the command line is parsed.
  secret::audit::ReportOptions options() const;

private:
  llvm::cl::cat Cat;
  llvm::cl::SubCommandGroup Commands;
  llvm::cl::sub Subs;
  llvm::cl::list<std::string> Outputs;
  llvm::cl::opt<std::string> Baseline;
  llvm::cl::opt<bool> UpdateBaseline;
  llvm::cl::opt<bool> PruneBaseline;
  llvm::cl::opt<std::string> Diff;
  llvm::cl::opt<std::string> Since;
  llvm::cl::opt<std::string> FailOn;
  llvm::cl::opt<bool> Fix;
};

#endif // SECRET_TIDY_TOOLS_SECRET_AUDIT_REPORTARGUMENTS_H
