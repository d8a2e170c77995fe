//===- FindTidy.cpp - Where the clang-tidy for the plugin is --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FindTidy.h"
#include "Compat/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace secret {

static const std::string Major = std::to_string(compat::LLVMMajor);

/// The program's path; empty if it cannot be run or is this launcher under
/// another name, which would start itself for ever.
static std::string usable(ErrorOr<std::string> Program, StringRef Self) {
  if (!Program || !sys::fs::can_execute(*Program) ||
      sys::fs::equivalent(*Program, Self))
    return "";
  return *Program;
}

/// The major in "LLVM version 22.1.8"; empty if it is not told.
static std::string majorOf(const std::string &Program) {
  SmallString<128> Output;
  if (sys::fs::createTemporaryFile("secret-clang-tidy", "txt", Output))
    return "";
  FileRemover Remover(Output);
  std::optional<StringRef> Redirects[] = {StringRef(), StringRef(Output),
                                          StringRef()};
  sys::ExecuteAndWait(Program, {Program, "--version"}, std::nullopt, Redirects);
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(Output);
  if (!Text)
    return "";
  StringRef Rest = (*Text)->getBuffer().split("version ").second;
  return Rest.take_while(isDigit).str();
}

FoundTidy findTidy(StringRef Self) {
  const std::string Remedy =
      "install clang-tidy-" + Major +
      ", or set SECRET_CLANG_TIDY to the path of a clang-tidy of LLVM " + Major;
  if (std::optional<std::string> Named =
          sys::Process::GetEnv("SECRET_CLANG_TIDY")) {
    std::string Program = usable(*Named, Self);
    if (!Program.empty())
      return {Program, ""};
    return {"", "SECRET_CLANG_TIDY is '" + *Named + "', which is no program; " +
                    Remedy};
  }
  for (const ErrorOr<std::string> &Place :
       {sys::findProgramByName("clang-tidy-" + Major),
        ErrorOr<std::string>(SECRET_TIDY_LLVM_BIN "/clang-tidy")}) {
    std::string Program = usable(Place, Self);
    if (!Program.empty())
      return {Program, ""};
  }
  std::string Unversioned = usable(sys::findProgramByName("clang-tidy"), Self);
  if (Unversioned.empty())
    return {"", "no clang-tidy of LLVM " + Major + " found; " + Remedy};
  std::string Other = majorOf(Unversioned);
  if (Other == Major)
    return {Unversioned, ""};
  return {"", Unversioned + " is of LLVM " + (Other.empty() ? "?" : Other) +
                  ", not " + Major + "; " + Remedy};
}

} // namespace secret
