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
static std::error_code finish(raw_fd_ostream &OS) {
  OS.flush();
  std::error_code EC = OS.error();
  OS.clear_error();
  return EC;
}

static Error replace(StringRef Path, Printer Print) {
  Expected<sys::fs::TempFile> Temporary =
      sys::fs::TempFile::create(Path + "-%%%%%%%%.tmp");
  if (!Temporary)
    return Temporary.takeError();
  raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  Print(OS);
  if (std::error_code EC = finish(OS))
    return joinErrors(errorCodeToError(EC), Temporary->discard());
  return Temporary->keep(Path);
}

static Error writeInPlace(StringRef Path, Printer Print) {
  std::error_code EC;
  raw_fd_ostream OS(Path, EC);
  if (EC)
    return errorCodeToError(EC);
  Print(OS);
  return errorCodeToError(finish(OS));
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
