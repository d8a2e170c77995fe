//===- ModelParser.h - Read a YAML model file -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Used at run time for users' files and at build time for those that ship with
// the project. The format is described in docs/models.md.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELPARSER_H
#define SECRET_TIDY_SECRETS_MODELPARSER_H

#include "Model.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <string>
#include <vector>

namespace secret {

/// The entries of one model file. Owns everything its tables name.
class ModelFile {
public:
  ModelTables tables() const { return {Functions, Tags, Types}; }
  /// The file wants the one next above it in the folders to hold too.
  bool inherits() const { return Inherits; }

private:
  friend class ModelReader;

  llvm::BumpPtrAllocator Arena;
  std::vector<FunctionModel> Functions;
  std::vector<TagModel> Tags;
  std::vector<TypeModel> Types;
  bool Inherits = false;
};

/// Parses \p Text, whose identifier is the file's name in messages. Never null:
/// each fault adds one line `FILE:LINE:COL: error: ...; expected ...` to
/// \p Errors and drops only the entry it is in.
std::unique_ptr<ModelFile> parseModelFile(llvm::MemoryBufferRef Text,
                                          std::vector<std::string> &Errors);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELPARSER_H
