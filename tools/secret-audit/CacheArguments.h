//===- CacheArguments.h - What is kept for the next audit -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRET_AUDIT_CACHEARGUMENTS_H
#define SECRET_TIDY_TOOLS_SECRET_AUDIT_CACHEARGUMENTS_H

#include "Audit/UnitCache.h"
#include "llvm/Support/CommandLine.h"

/// The options of the cache, for the sub-commands that plan.
class CacheArguments {
public:
  CacheArguments(llvm::cl::OptionCategory &Category,
                 llvm::cl::SubCommandGroup &Commands);

  /// What the user asked for, once the command line is parsed.
  secret::audit::CacheOptions options() const;

private:
  llvm::cl::cat Cat;
  llvm::cl::sub Subs;
  llvm::cl::opt<bool> NoCache;
  llvm::cl::opt<std::string> Folder;
  llvm::cl::opt<std::string> Policy;
  llvm::cl::opt<std::string> Explain;
};

#endif // SECRET_TIDY_TOOLS_SECRET_AUDIT_CACHEARGUMENTS_H
