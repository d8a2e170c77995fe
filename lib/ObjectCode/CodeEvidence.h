//===- CodeEvidence.h - Zeroizations in an object file ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Code is compared by what writes zeros, and by the place in the source that it
// comes from. Other differences say nothing: without a zeroization the compiler
// no longer knows that a later read gives zero, or that a pointer is not null.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OBJECTCODE_CODEEVIDENCE_H
#define SECRET_TIDY_OBJECTCODE_CODEEVIDENCE_H

#include "ObjectCode.h"
#include "Optimizer/Evidence.h"
#include <optional>

namespace secret {

/// A zeroization, as lines and columns; files with their links resolved.
struct CodePlace {
  std::string File;
  LineColumn Begin, End; ///< both included
  /// The function that is meant is declared in these lines.
  std::string FunctionFile;
  unsigned FunctionFrom = 0, FunctionTo = 0;
  std::string FunctionName; ///< unqualified
  std::string Callee;
  /// It is in a function that the one that is meant calls.
  bool IsInner = false;
};

/// What is seen of a zeroization: what has code is Kept, what has none is
/// Removed, and what cannot be told Unknown. Empty if there is no code of the
/// function. Instances of one function are next to each other.
std::vector<Instance> findInstances(const ObjectCode &Code,
                                    const CodePlace &Where);

/// True if the function that is meant may be inlined somewhere.
bool isInlined(const ObjectCode &Code, const CodePlace &Where);

/// How many instructions of \p Code are taken for the zeroization: stores of
/// zeros, and calls of what zeroizes.
unsigned countCarriers(const ObjectCode &Code, const CodePlace &Where);

/// Whether \p With writes more zeros in \p Function than \p Without; nothing if
/// that cannot be compared.
std::optional<bool> writesMore(const ObjectCode &With,
                               const ObjectCode &Without,
                               llvm::StringRef Function);

} // namespace secret

#endif // SECRET_TIDY_OBJECTCODE_CODEEVIDENCE_H
