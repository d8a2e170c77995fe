//===- Since.cpp - What changed since a revision --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Since.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using secret::output::ChangedLines;

namespace secret {
namespace audit {
namespace {

Expected<std::string> readFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(Path);
  if (!Buffer)
    return createStringError("cannot read '" + Path +
                             "': " + Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
}

/// What git prints.
Expected<std::string> runGit(StringRef Root, ArrayRef<StringRef> Arguments) {
  ErrorOr<std::string> Git = sys::findProgramByName("git");
  if (!Git)
    return createStringError("--since needs git, which is not in PATH");
  SmallString<128> Output, Complaint;
  if (sys::fs::createTemporaryFile("secret-audit", "out", Output) ||
      sys::fs::createTemporaryFile("secret-audit", "err", Complaint))
    return createStringError("cannot make a temporary file for git's output");
  FileRemover RemoveOutput(Output), RemoveComplaint(Complaint);
  SmallVector<StringRef, 16> Words{*Git, "-C", Root};
  Words.append(Arguments.begin(), Arguments.end());
  std::string Why;
  int Status = sys::ExecuteAndWait(
      *Git, Words, std::nullopt, {StringRef(""), Output.str(), Complaint.str()},
      0, 0, &Why);
  if (!Status)
    return readFile(Output);
  Expected<std::string> Text = readFile(Complaint);
  if (Text && !Text->empty())
    Why = StringRef(*Text).split('\n').first.str();
  if (!Text)
    consumeError(Text.takeError());
  return createStringError("git fails: " + Why);
}

} // namespace

Expected<ChangedLines> readDiff(StringRef Path, StringRef Root) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  Expected<ChangedLines> Lines = ChangedLines::parse(*Text, Root);
  if (!Lines)
    return createStringError("'" + Path + "': " + toString(Lines.takeError()));
  return Lines;
}

Expected<ChangedLines> changesSince(StringRef Revision, StringRef Root) {
  // A revision that looks like an option would be taken for one.
  Expected<std::string> Diff =
      runGit(Root, {"-c", "core.quotePath=false", "diff", "--no-ext-diff",
                    "--no-color", "--no-renames", "--relative", "--unified=0",
                    "--src-prefix=a/", "--dst-prefix=b/", "--end-of-options",
                    Revision, "--"});
  if (!Diff)
    return Diff.takeError();
  Expected<std::string> Others =
      runGit(Root, {"-c", "core.quotePath=false", "ls-files", "--others",
                    "--exclude-standard"});
  if (!Others)
    return Others.takeError();
  Expected<ChangedLines> Lines = ChangedLines::parse(*Diff, Root);
  if (!Lines)
    return Lines;
  SmallVector<StringRef> Files;
  StringRef(*Others).split(Files, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef File : Files)
    Lines->addWhole(File);
  return Lines;
}

} // namespace audit
} // namespace secret
