//===- Paths.cpp - Absolute paths -----------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace audit {

std::string absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Result(sys::path::is_absolute(Path) ? "" : Directory);
  sys::path::append(Result, Path);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.size() == 1 ? "/" : Result.str().rtrim('/').str();
}

std::string absolutePath(StringRef Path) {
  SmallString<256> Directory;
  sys::fs::current_path(Directory);
  return absolutePath(Path, Directory);
}

std::string relativePath(StringRef Path, StringRef Root) {
  StringRef Rest = Path;
  bool IsBelow = !Root.empty() && Rest.consume_front(Root.rtrim('/')) &&
                 Rest.consume_front("/");
  return IsBelow ? Rest.str() : Path.str();
}

} // namespace audit
} // namespace secret
