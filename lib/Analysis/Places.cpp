//===- Places.cpp - Places in other processes' files ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Places.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace secret;

std::string secret::spellPlace(Place P, const SourceManager &Sources,
                               llvm::StringRef Root) {
  auto [File, Offset] =
      Sources.getDecomposedExpansionLoc(SourceLocation::getFromRawEncoding(P));
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return "";
  llvm::SmallString<256> Path(Entry->getName());
  Sources.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  llvm::StringRef Name = Path;
  if (!Root.empty() && Name.consume_front(Root) && !Name.consume_front("/"))
    Name = Path;
  return (Name + ":" + llvm::Twine(Sources.getLineNumber(File, Offset)) + ":" +
          llvm::Twine(Sources.getColumnNumber(File, Offset)))
      .str();
}

Place secret::findPlace(llvm::StringRef Text, SourceManager &Sources,
                        llvm::StringRef Root) {
  auto [Head, Column] = Text.rsplit(':');
  auto [Name, Line] = Head.rsplit(':');
  unsigned LineNumber = 0, ColumnNumber = 0;
  if (Line.getAsInteger(10, LineNumber) ||
      Column.getAsInteger(10, ColumnNumber) || !LineNumber || !ColumnNumber)
    return 0;
  llvm::SmallString<256> Path(llvm::sys::path::is_absolute(Name) ? "" : Root);
  llvm::sys::path::append(Path, Name);
  OptionalFileEntryRef Entry =
      Sources.getFileManager().getOptionalFileRef(Path);
  if (!Entry)
    return 0;
  FileID File = Sources.translateFile(*Entry);
  if (File.isInvalid())
    File = Sources.getOrCreateFileID(*Entry, SrcMgr::C_User);
  return Sources.translateLineCol(File, LineNumber, ColumnNumber)
      .getRawEncoding();
}
