//===- MachineCode.h - What instruction selection left ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_MACHINECODE_H
#define SECRET_TIDY_OPTIMIZER_MACHINECODE_H

#include "Watcher.h"
#include <memory>

namespace clang {
class CompilerInstance;
} // namespace clang

namespace llvm {
class MachineFunctionPass;
} // namespace llvm

namespace secret {

/// Assembles what is written in \p M as assembly, if anything is. What is wrong
/// in it goes to the diagnostic handler of its context.
/// \returns why that was not possible; empty if it was.
std::string checkInlineAssembly(const llvm::Module &M,
                                const clang::CompilerInstance &Compiler);

/// Makes machine code of the optimized module, and has \p Last look at
/// each function in its last form. The module is of no use afterwards.
/// \returns why that was not possible; empty if it was.
std::string selectInstructions(llvm::Module &M,
                               const clang::CompilerInstance &Compiler,
                               std::unique_ptr<llvm::MachineFunctionPass> Last);

/// Selects instructions for the optimized module, and tells \p Watch which
/// zeroizations have none, or less. Instruction selection drops stores to a
/// stack slot that is about to die: all of them at -O1, where no pass does so,
/// and at any level parts of what was one store before. The module is of no use
/// afterwards.
/// \returns why that was not possible; empty if it was.
std::string scanMachineCode(llvm::Module &M,
                            const clang::CompilerInstance &Compiler,
                            Places &Where, Watcher &Watch);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_MACHINECODE_H
