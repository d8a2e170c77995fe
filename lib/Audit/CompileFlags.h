//===- CompileFlags.h - A build's command, for Clang to parse ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Commands in a database are made for another compiler, with precompiled
// headers, outputs and flags of its own. CompileFlags.def says what goes.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_COMPILEFLAGS_H
#define SECRET_TIDY_AUDIT_COMPILEFLAGS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace secret {
namespace audit {

using Arguments = std::vector<std::string>;

/// An option, and how many words behind it belong to it.
struct FlagWithValues {
  llvm::StringLiteral Name;
  unsigned Values;
};

/// \p Command without programs in front of the compiler (`ccache gcc ...`).
Arguments withoutLaunchers(Arguments Command);

/// \p Command as Clang can parse \p File (an absolute path) with it: unknown
/// and harmful flags, other inputs and outputs dropped, the resource directory
/// and \p File at the end. Relative paths in it stay relative to \p Directory.
Arguments normalizeCommand(const Arguments &Command, llvm::StringRef File,
                           llvm::StringRef Directory,
                           llvm::StringRef ResourceDir);

/// The folder of Clang's own headers, of the LLVM this program is built for;
/// empty if it is not installed. \p Program is this program's path.
std::string findResourceDir(llvm::StringRef Program);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_COMPILEFLAGS_H
