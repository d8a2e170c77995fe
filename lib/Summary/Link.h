//===- Link.h - From all units' summaries to slices -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The merge of definitions is commutative and associative. A strong definition
// beats weak ones, and a weak one alone says nothing, since another may take
// its place. Of strong ones that differ nobody knows which program has which,
// so they say nothing either.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_LINK_H
#define SECRET_TIDY_SUMMARY_LINK_H

#include "UnitSummaries.h"
#include "llvm/ADT/ArrayRef.h"

namespace secret {

/// For each unit, the functions of others that matter to it; sorted. A function
/// matters if code that meets secrets reaches it.
std::vector<std::vector<StoredFunction>>
linkSummaries(llvm::ArrayRef<UnitSummaries> Units);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_LINK_H
