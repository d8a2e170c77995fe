//===- JsonFile.h - Versioned JSON files between steps ----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file appears whole or not at all, so that a killed process leaves nothing
// that looks like a result.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FILES_JSONFILE_H
#define SECRET_TIDY_FILES_JSONFILE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace secret {

enum class JsonStyle {
  Indented, ///< for people
  Compact   ///< one line
};

/// Fails with one line that names the file.
llvm::Error writeJsonFile(llvm::StringRef Path, const llvm::json::Value &Root,
                          JsonStyle Style = JsonStyle::Indented);

/// Reads an object whose "version" is \p Version. Fails with one line that
/// names the file, what is wrong, and the remedy.
llvm::Expected<llvm::json::Object>
readJsonFile(llvm::StringRef Path, int64_t Version,
             llvm::StringRef Remedy = "run the audit again");

llvm::json::Array toJsonArray(llvm::ArrayRef<std::string> Strings);
std::vector<std::string> fromJsonArray(const llvm::json::Array *Strings);
/// The string at \p Key, or an empty one.
std::string stringAt(const llvm::json::Object &From, llvm::StringRef Key);

} // namespace secret

#endif // SECRET_TIDY_FILES_JSONFILE_H
