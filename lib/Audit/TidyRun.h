//===- TidyRun.h - Run clang-tidy's library on one unit ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_TIDYRUN_H
#define SECRET_TIDY_AUDIT_TIDYRUN_H

#include "CompileCommands.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"

namespace secret {
namespace audit {

struct TidyFindings {
  std::vector<clang::tidy::ClangTidyError> Errors;
  /// Findings that a comment suppresses, without their fixes.
  std::vector<clang::tooling::Diagnostic> Suppressed;
};

/// As clang-tidy's own function does, but it keeps what comments suppress.
TidyFindings runTidy(clang::tidy::ClangTidyContext &Context,
                     const CompileUnit &Unit, FilesPtr BaseFiles);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_TIDYRUN_H
