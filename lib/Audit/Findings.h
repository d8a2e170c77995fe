//===- Findings.h - From results to a report --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_FINDINGS_H
#define SECRET_TIDY_AUDIT_FINDINGS_H

#include "Output/Sources.h"
#include "Report.h"

namespace secret {
namespace audit {

/// What \p From says, in terms of files and lines, with fingerprints. Findings
/// stand in their order; the suppressed ones behind them. \p Texts reads the
/// files.
output::Report makeReport(const AuditReport &From, output::Sources &Texts);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_FINDINGS_H
