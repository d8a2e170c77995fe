//===- Diagnose.h - Findings as diagnostics of the compiler -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ANALYZER_DIAGNOSE_H
#define SECRET_TIDY_ANALYZER_DIAGNOSE_H

#include "Analysis/Collect.h"
#include "Rules/Fix.h"

namespace clang {
class DiagnosticsEngine;
} // namespace clang

namespace secret {

/// Shows errors in model files, and limits that were hit as warnings.
void announce(clang::DiagnosticsEngine &To, const UnitFindings &Found);

/// Shows \p F as a warning with its story as notes, and \p Mend as a fix-it.
void warn(clang::DiagnosticsEngine &To, const Finding &F, const Fix &Mend);

} // namespace secret

#endif // SECRET_TIDY_ANALYZER_DIAGNOSE_H
