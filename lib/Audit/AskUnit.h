//===- AskUnit.h - Ask the optimizer about a unit ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy's library shows findings, but parses with a macro of its own. So
// the unit is parsed again under its true flags, if that is worth it.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_ASKUNIT_H
#define SECRET_TIDY_AUDIT_ASKUNIT_H

#include "Analysis/Options.h"
#include "Job.h"
#include "Rules/Finding.h"
#include "UnitResult.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace secret {
namespace audit {

/// The options of the checks that hold for the job's file.
AnalysisOptions
readAnalysisOptions(const Job &What, std::vector<std::string> &Faults,
                    FilesPtr Files = llvm::vfs::getRealFileSystem());

/// Keeps what the optimizer is asked about; findings are not wanted.
class SiteCollector : public Reporter {
public:
  void report(const Finding &) override {}
  void remark(Span, llvm::StringRef) override {}
  void zeroization(const Zeroization &Z) override { Sites.push_back(Z); }

  std::vector<Zeroization> Sites;
};

/// The zeroizations of secrets in the parsed unit of \p What.
std::vector<Zeroization> findSites(const Job &What,
                                   const AnalysisOptions &Options,
                                   clang::CompilerInstance &Compiler);

/// Adds evidence to the findings of \p Result, changes what they say, and adds
/// findings where it contradicts the rules. Does nothing if there is no finding
/// on an elidable zeroization, unless all levels are asked about. Of a unit
/// with errors the answer is that it does not compile.
void addEvidence(const Job &What, UnitResult &Result, FilesPtr Files);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_ASKUNIT_H
