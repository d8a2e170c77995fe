//===- ParseUnits.h - Look at parsed units, one after another ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_PARSEUNITS_H
#define SECRET_TIDY_AUDIT_PARSEUNITS_H

#include "CompileCommands.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang {
class CompilerInstance;
class DiagnosticConsumer;
} // namespace clang

namespace secret {
namespace audit {

enum class Bodies { Skip, Parse };

/// Parses each unit in this process and shows it to \p Look. Errors of the
/// compiler go to standard error, or to \p Errors. \returns how many units had
/// some.
unsigned parseUnits(llvm::ArrayRef<CompileUnit> Units, Bodies Which,
                    llvm::function_ref<void(clang::CompilerInstance &)> Look,
                    FilesPtr Files = llvm::vfs::getRealFileSystem(),
                    clang::DiagnosticConsumer *Errors = nullptr);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_PARSEUNITS_H
