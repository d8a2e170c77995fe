//===- CommandLine.h - What secret-audit can be asked -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRET_AUDIT_COMMANDLINE_H
#define SECRET_TIDY_TOOLS_SECRET_AUDIT_COMMANDLINE_H

#include "Audit/Audit.h"
#include <optional>

/// Options of \p Args, the program's name included; nothing, and one line on
/// standard error, if they make no sense. Ends the process for --help and
/// --version. The caller sets Program.
std::optional<secret::audit::AuditOptions>
parseCommandLine(llvm::ArrayRef<const char *> Args);

#endif // SECRET_TIDY_TOOLS_SECRET_AUDIT_COMMANDLINE_H
