//===- ModelFiles.h - Which models hold for a source file -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELFILES_H
#define SECRET_TIDY_SECRETS_MODELFILES_H

#include "Catalog.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
} // namespace llvm::vfs

namespace secret {

struct LoadedModels {
  /// Never null. Owns the files that were read.
  std::shared_ptr<const ModelIndex> Index;
  /// The files that were read, in rising order of precedence.
  std::vector<std::string> Files;
  /// One line each; what could be read holds nevertheless.
  std::vector<std::string> Errors;
};

/// Adds to the \p Builtin models those of the user: the files that
/// \p ModelsOption lists, separated by ';', or else the nearest
/// `.secret-tidy.yaml` upward from \p SourceFile and, as long as they say
/// `inherit: true`, those above it. Nearer and later files win. Relative paths
/// start at \p FS's working directory.
LoadedModels loadModels(llvm::StringRef SourceFile,
                        llvm::StringRef ModelsOption, ModelTables Builtin,
                        llvm::vfs::FileSystem &FS);

/// The same, with the models that ship with the project or without any.
inline LoadedModels loadModels(llvm::StringRef SourceFile,
                               llvm::StringRef ModelsOption, bool Builtin,
                               llvm::vfs::FileSystem &FS) {
  return loadModels(SourceFile, ModelsOption,
                    Builtin ? builtinModels() : ModelTables(), FS);
}

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELFILES_H
