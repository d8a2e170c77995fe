//===- TidyOptions.h - The options that hold for a unit ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Files named .clang-tidy hold in an audit as they do in clang-tidy, except for
// the choice of checks: those of a project that never heard of this tool would
// switch all of it off.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_TIDYOPTIONS_H
#define SECRET_TIDY_AUDIT_TIDYOPTIONS_H

#include "Job.h"
#include "clang-tidy/ClangTidyOptions.h"
#include <memory>

namespace secret {
namespace audit {

/// Options of files, overridden by those of the command line. A file that
/// cannot be read as options adds lines to \p Faults, which must outlive the
/// result, and is left out.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
makeTidyOptions(const JobSettings &Settings, std::vector<std::string> &Faults,
                FilesPtr Files = llvm::vfs::getRealFileSystem());

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_TIDYOPTIONS_H
