//===- Optimizer.h - Ask LLVM whether zeroizations survive ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Generates code for the unit, optimizes the part that matters, and watches.
// The answer is evidence on one compiler, level and target; it is never an
// excuse for code that another compiler would break.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_OPTIMIZER_H
#define SECRET_TIDY_OPTIMIZER_OPTIMIZER_H

#include "Evidence.h"
#include "LinkBitcode.h"

namespace clang {
class ASTContext;
class CompilerInvocation;
} // namespace clang

namespace secret {

/// The level to ask at. Build is the unit's own; Auto is the unit's own if it
/// optimizes at all, else -O2.
enum class AskLevel : uint8_t { Auto, Build, O1, O2, O3, Os, Oz };

/// Asks about all \p Candidates of a unit that was parsed to its end under
/// \p Flags, together with what it uses of \p LinkWith. There is an answer for
/// each, in their order: what cannot be asked is Unknown with a reason. Does
/// nothing if there are no candidates.
std::vector<Evidence> askOptimizer(clang::ASTContext &Context,
                                   const clang::CompilerInvocation &Flags,
                                   const std::vector<Candidate> &Candidates,
                                   AskLevel Level,
                                   llvm::ArrayRef<LinkedCode> LinkWith = {});

/// Looks for copies of what \p Candidates zeroize, which the compiler makes at
/// the unit's own level if it optimizes at all, else at -O2. There is an answer
/// for each, in their order. \p Error says why there are none.
std::vector<CompilerCopies> findResidualCopies(
    clang::ASTContext &Context, const clang::CompilerInvocation &Flags,
    const std::vector<Candidate> &Candidates, std::string &Error);

/// The code of a unit that was parsed to its end under \p Flags, before it is
/// optimized, for the LinkWith of another one. File stays empty.
LinkedCode makeLinkedCode(clang::ASTContext &Context,
                          const clang::CompilerInvocation &Flags,
                          AskLevel Level);

/// Makes code generators of all targets known; harmless when done twice.
void initializeTargets();

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_OPTIMIZER_H
