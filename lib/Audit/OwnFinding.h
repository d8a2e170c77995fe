//===- OwnFinding.h - Findings that no check has ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_OWNFINDING_H
#define SECRET_TIDY_AUDIT_OWNFINDING_H

#include "Job.h"
#include "Rules/Finding.h"
#include "UnitResult.h"

namespace clang {
class CompilerInstance;
class SourceManager;
} // namespace clang

namespace secret {
namespace audit {

/// Where \p P is in a file, as findings have it.
EvidencePlace placeInSource(Place P, const clang::SourceManager &Sources,
                            llvm::StringRef Directory);

/// Adds \p F to \p Result, which clang-tidy's library has made: that never sees
/// this finding. Comments suppress it as any other. Notes stand where \p F
/// does.
void addOwnFinding(const Finding &F, const Job &What,
                   clang::CompilerInstance &Compiler, UnitResult &Result);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_OWNFINDING_H
