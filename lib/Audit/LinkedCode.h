//===- LinkedCode.h - Code of the files that are linked ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_LINKEDCODE_H
#define SECRET_TIDY_AUDIT_LINKEDCODE_H

#include "Job.h"
#include "Optimizer/LinkBitcode.h"

namespace secret {
namespace audit {

/// The code of the files that the job's optimizer is to see too, but for the
/// job's own file. What cannot be made has an error.
std::vector<LinkedCode>
makeLinkedCode(const Job &What,
               FilesPtr Files = llvm::vfs::getRealFileSystem());

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_LINKEDCODE_H
