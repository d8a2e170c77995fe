//===- OtherInputs.h - What a compiler reads besides sources ----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_OTHERINPUTS_H
#define SECRET_TIDY_AUDIT_OTHERINPUTS_H

#include "CompileCommands.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace secret {
namespace audit {

/// Reads the files that the unit's flags name (CompileFlags.def says which), so
/// that \p Files knows them. Relative ones are in the working folder.
/// \returns false if there are some that the flags do not name.
bool readOtherInputs(const CompileUnit &Unit, llvm::vfs::FileSystem &Files);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_OTHERINPUTS_H
