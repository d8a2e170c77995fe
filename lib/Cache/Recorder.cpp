//===- Recorder.cpp - A file system that keeps what it was asked ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Recorder.h"
#include "Digest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace cache {
namespace {

/// Of GNU's assembler: `asm(".incbin \"data\"")` reads a file.
constexpr StringLiteral AssemblerDirectives[] = {".incbin", ".include "};

std::string answerOf(const ErrorOr<vfs::Status> &Status) {
  if (!Status)
    return Nothing;
  return presenceOf(Status->isDirectory());
}

/// Whether \p Root is in the folder \p Path.
bool isAbove(StringRef Path, StringRef Root) {
  return Path == "/" || (Root.consume_front(Path) && Root.starts_with("/"));
}

/// Digests what is read.
class RecordedFile : public vfs::File {
public:
  RecordedFile(std::unique_ptr<vfs::File> Inner, std::string Path, Recorder &To)
      : Inner(std::move(Inner)), Path(std::move(Path)), To(To) {}

  ErrorOr<vfs::Status> status() override { return Inner->status(); }
  ErrorOr<std::string> getName() override { return Inner->getName(); }
  std::error_code close() override { return Inner->close(); }

  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t Size,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Inner->getBuffer(Name, Size, RequiresNullTerminator, IsVolatile);
    if (Buffer)
      To.noteContent(Path, (*Buffer)->getBuffer());
    else
      To.note(Ask::Content, Path, Nothing);
    return Buffer;
  }

private:
  std::unique_ptr<vfs::File> Inner;
  std::string Path;
  Recorder &To;
};

} // namespace

std::string Recorder::absolute(const Twine &Path) const {
  SmallString<256> Result;
  Path.toVector(Result);
  // What cannot be made absolute is asked again as it is, and never found.
  (void)makeAbsolute(Result);
  return Result.str().str();
}

void Recorder::note(Ask What, StringRef Path, std::string Answer) {
  auto [It, IsNew] = Asked.try_emplace({Path.str(), What}, Answer);
  if (!IsNew && It->second != Answer)
    Steady = false;
}

void Recorder::noteContent(StringRef Path, StringRef Content) {
  note(Ask::Content, Path, digestOf(Content));
  for (StringRef Directive : AssemblerDirectives)
    HasDirective |= Content.contains(Directive);
}

ErrorOr<vfs::Status> Recorder::status(const Twine &Path) {
  ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Path);
  note(Ask::Presence, absolute(Path), answerOf(Result));
  return Result;
}

bool Recorder::exists(const Twine &Path) { return bool(status(Path)); }

ErrorOr<std::unique_ptr<vfs::File>>
Recorder::openFileForRead(const Twine &Path) {
  auto Opened = ProxyFileSystem::openFileForRead(Path);
  std::string Name = absolute(Path);
  if (Opened) {
    // It may never be read: `__has_include` asks no more than this.
    note(Ask::Presence, Name, presenceOf(/*IsFolder=*/false));
    return std::make_unique<RecordedFile>(std::move(*Opened), std::move(Name),
                                          *this);
  }
  // What is there and cannot be opened has no content.
  note(status(Path) ? Ask::Content : Ask::Presence, Name, Nothing);
  return Opened;
}

vfs::directory_iterator Recorder::dir_begin(const Twine &Folder,
                                            std::error_code &EC) {
  std::vector<std::string> Names;
  std::error_code ListError;
  for (vfs::directory_iterator
           It = ProxyFileSystem::dir_begin(Folder, ListError),
           End;
       !ListError && It != End; It.increment(ListError))
    Names.push_back(sys::path::filename(It->path()).str());
  note(Ask::Listing, absolute(Folder),
       ListError ? Nothing : listingOf(std::move(Names)));
  return ProxyFileSystem::dir_begin(Folder, EC);
}

std::vector<Question> Recorder::questions(StringRef Root,
                                          ArrayRef<StringRef> KnownAbove) {
  std::vector<Question> Result;
  for (const auto &[Key, Answer] : Asked) {
    const auto &[Path, What] = Key;
    // Contents say that a file is there.
    if (What == Ask::Presence && Asked.count({Path, Ask::Content}))
      continue;
    if (isAbove(Path, Root) ||
        (isAbove(sys::path::parent_path(Path), Root) &&
         is_contained(KnownAbove, sys::path::filename(Path))))
      continue;
    Result.push_back({What, belowRoot(Path, Root), Answer});
  }
  // The order must not depend on where the root is.
  llvm::sort(Result, [](const Question &A, const Question &B) {
    return std::tie(A.Path, A.What) < std::tie(B.Path, B.What);
  });
  return Result;
}

} // namespace cache
} // namespace secret
