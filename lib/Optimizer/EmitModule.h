//===- EmitModule.h - From the AST to LLVM's code ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_EMITMODULE_H
#define SECRET_TIDY_OPTIMIZER_EMITMODULE_H

#include "Facts/CodeReach.h"
#include "llvm/IR/Module.h"
#include <memory>
#include <string>

namespace clang {
class ASTContext;
class CompilerInstance;
} // namespace clang

namespace secret {

/// Generates code for what \p Only contains of a unit that was parsed to its
/// end, with the code generation options and the diagnostics of \p Compiler.
/// Null, and \p Error says why, if that is not possible. \p Context is not
/// changed but for types and the like that are made on demand.
std::unique_ptr<llvm::Module>
emitModule(clang::ASTContext &Context, clang::CompilerInstance &Compiler,
           const CodeReach &Only, llvm::LLVMContext &Into, std::string &Error);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_EMITMODULE_H
