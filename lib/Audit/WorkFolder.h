//===- WorkFolder.h - Where the steps' files are ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The folder of the plan, jobs and results of one audit.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_WORKFOLDER_H
#define SECRET_TIDY_AUDIT_WORKFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Error.h"

namespace secret {
namespace audit {

/// A temporary folder goes when this is destroyed.
class WorkFolder {
public:
  WorkFolder() = default;
  ~WorkFolder();
  WorkFolder(const WorkFolder &) = delete;
  WorkFolder &operator=(const WorkFolder &) = delete;

  /// Makes \p Wanted, or a temporary folder if that is empty. What an earlier
  /// audit left in it is removed. Fails with one line that says what to do.
  llvm::Error create(llvm::StringRef Wanted);

  llvm::StringRef path() const { return Path; }

private:
  std::error_code prepare(llvm::StringRef Wanted);

  llvm::SmallString<128> Path;
  bool IsTemporary = false;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_WORKFOLDER_H
