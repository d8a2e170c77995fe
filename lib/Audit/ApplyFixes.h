//===- ApplyFixes.h - Apply the proposed repairs ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_APPLYFIXES_H
#define SECRET_TIDY_AUDIT_APPLYFIXES_H

#include "Output/Model.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {
namespace audit {

struct FixCounts {
  unsigned Applied = 0;  ///< findings
  unsigned Left = 0;     ///< findings whose edits overlap those of others
  unsigned Without = 0;  ///< findings that no edit is known for
  unsigned NumFiles = 0; ///< changed
};

/// Has clang-apply-replacements change the sources: each edit once, and the
/// edits of a finding all or not at all. Fails with one line.
llvm::Expected<FixCounts> applyFixes(const output::Report &R,
                                     llvm::StringRef Root);

/// `3 findings fixed in 2 files; 1 left: run again`
void printFixes(const FixCounts &Counts, llvm::raw_ostream &OS);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_APPLYFIXES_H
