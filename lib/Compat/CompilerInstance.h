//===- CompilerInstance.h - A second compiler -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How a CompilerInstance gets its invocation and file system differs.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_COMPILERINSTANCE_H
#define SECRET_TIDY_COMPAT_COMPILERINSTANCE_H

#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>

namespace secret::compat {

/// A compiler with diagnostics that go to \p Client, which the caller owns, and
/// a file manager over \p Files.
inline std::unique_ptr<clang::CompilerInstance>
makeCompiler(std::shared_ptr<clang::CompilerInvocation> Invocation,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
             clang::DiagnosticConsumer &Client) {
#if LLVM_VERSION_MAJOR >= 22
  auto Compiler = std::make_unique<clang::CompilerInstance>(Invocation);
  Compiler->setVirtualFileSystem(std::move(Files));
  Compiler->createDiagnostics(&Client, /*ShouldOwnClient=*/false);
  Compiler->createFileManager();
#else
  auto Compiler = std::make_unique<clang::CompilerInstance>();
  Compiler->setInvocation(std::move(Invocation));
  Compiler->createDiagnostics(&Client, /*ShouldOwnClient=*/false);
  Compiler->createFileManager(std::move(Files));
#endif
  return Compiler;
}

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_COMPILERINSTANCE_H
