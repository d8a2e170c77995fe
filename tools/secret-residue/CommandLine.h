//===- CommandLine.h - What secret-residue can be asked ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_SECRET_RESIDUE_COMMANDLINE_H
#define SECRET_TIDY_TOOLS_SECRET_RESIDUE_COMMANDLINE_H

#include "Residue/Session.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>

/// Options of \p Args, the program's name included; nothing, and one line on
/// standard error, if they make no sense. Ends the process for --help and
/// --version.
std::optional<secret::residue::SessionOptions>
parseCommandLine(llvm::ArrayRef<const char *> Args);

#endif // SECRET_TIDY_TOOLS_SECRET_RESIDUE_COMMANDLINE_H
