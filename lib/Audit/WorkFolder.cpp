//===- WorkFolder.cpp - Where the steps' files are ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WorkFolder.h"
#include "Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace audit {

static Error refused(StringRef Wanted, std::error_code EC) {
  if (!Wanted.empty())
    return createStringError(EC, "cannot make the work folder '" + Wanted +
                                     "': " + EC.message() +
                                     "; give another one with --work-dir");
  SmallString<128> Temporary;
  sys::path::system_temp_directory(/*erasedOnReboot=*/true, Temporary);
  return createStringError(EC, "cannot make a work folder in '" + Temporary +
                                   "': " + EC.message() +
                                   "; set TMPDIR, or give one with "
                                   "--work-dir");
}

WorkFolder::~WorkFolder() {
  if (IsTemporary)
    sys::fs::remove_directories(Path);
}

Error WorkFolder::create(StringRef Wanted) {
  IsTemporary = Wanted.empty();
  std::error_code EC =
      IsTemporary ? sys::fs::createUniqueDirectory("secret-audit", Path)
                  : prepare(Wanted);
  if (!EC)
    return Error::success();
  IsTemporary = false;
  return refused(Wanted, EC);
}

/// Results of an earlier run would look up to date to ninja.
std::error_code WorkFolder::prepare(StringRef Wanted) {
  Path = absolutePath(Wanted);
  for (StringRef Folder :
       {"jobs", "results", "first", "steps", "logs", "facts", "slices"})
    sys::fs::remove_directories(Path + "/" + Folder);
  for (StringRef File : {"plan.json", "linked", "build.ninja", ".ninja_log"})
    sys::fs::remove(Path + "/" + File);
  return sys::fs::create_directories(Path);
}

} // namespace audit
} // namespace secret
