//===- WholeFile.cpp - Files that appear whole or not at all --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WholeFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

using Printer = function_ref<void(raw_ostream &)>;

/// A stream whose error nobody takes ends the program.
static std::error_code takeError(raw_fd_ostream &OS) {
  std::error_code EC = OS.error();
  OS.clear_error();
  return EC;
}

/// Not by LLVM's TempFile: what it removes at a signal is a list that only
/// grows, so that many files take quadratic time.
static Error replace(StringRef Path, Printer Print) {
  int FD = -1;
  SmallString<256> Temporary;
  if (std::error_code EC =
          sys::fs::createUniqueFile(Path + "-%%%%%%%%.tmp", FD, Temporary))
    return errorCodeToError(EC);
  raw_fd_ostream OS(FD, /*shouldClose=*/true);
  Print(OS);
  OS.close();
  std::error_code EC = takeError(OS);
  if (!EC)
    EC = sys::fs::rename(Temporary, Path);
  if (EC)
    sys::fs::remove(Temporary);
  return errorCodeToError(EC);
}

static Error writeInPlace(StringRef Path, Printer Print) {
  std::error_code EC;
  raw_fd_ostream OS(Path, EC);
  if (EC)
    return errorCodeToError(EC);
  Print(OS);
  OS.flush();
  return errorCodeToError(takeError(OS));
}

static Error named(Error E, StringRef Path) {
  return E ? createStringError("cannot write '" + Path +
                               "': " + toString(std::move(E)))
           : Error::success();
}

Error secret::writeNewFile(StringRef Path, Printer Print) {
  return named(writeInPlace(Path, Print), Path);
}

Error secret::writeWholeFile(StringRef Path, Printer Print) {
  // A link that leads nowhere yet is followed by whoever opens it.
  bool IsFile =
      Path != "-" && (sys::fs::exists(Path) ? sys::fs::is_regular_file(Path)
                                            : !sys::fs::is_symlink_file(Path));
  SmallString<256> Target;
  if (sys::fs::real_path(Path, Target))
    Target = Path; // there is no such file yet
  Error E = IsFile ? replace(Target, Print) : writeInPlace(Path, Print);
  return named(std::move(E), Path);
}
