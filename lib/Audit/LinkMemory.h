//===- LinkMemory.h - What linking the same facts gave ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The link depends on the units' facts, the limits and the program alone. So an
// audit of unchanged files takes its outcome from the cache.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_LINKMEMORY_H
#define SECRET_TIDY_AUDIT_LINKMEMORY_H

#include "Analysis/Link.h"
#include "UnitCache.h"

namespace secret {
namespace audit {

class LinkMemory {
public:
  /// Without \p Cache nothing is remembered.
  LinkMemory(const UnitCache *Cache, size_t NumJobs, llvm::StringRef WorkDir,
             const LinkLimits &Limits);

  std::optional<LinkedUnits> recall() const;
  void keep(const LinkedUnits &What) const;

private:
  const UnitCache *Cache;
  size_t NumJobs;
  std::vector<std::string> Inputs;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_LINKMEMORY_H
