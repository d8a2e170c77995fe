//===- ModelFiles.cpp - Which models hold for a source file ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelFiles.h"
#include "ModelParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace secret {

static constexpr StringLiteral UserFileName = ".secret-tidy.yaml";

namespace {

/// The index together with the files its tables point into.
struct Holder {
  std::vector<std::unique_ptr<ModelFile>> Files;
  std::unique_ptr<ModelIndex> Index;
};

class Loader {
public:
  Loader(vfs::FileSystem &FS, LoadedModels &Result)
      : FS(FS), Result(Result), Held(std::make_shared<Holder>()) {}

  void readListed(StringRef List);
  void readUpward(StringRef SourceFile);
  void makeIndex(ModelTables Builtin);

private:
  /// Null, and an error, if \p Path cannot be read.
  const ModelFile *read(StringRef Path);

  vfs::FileSystem &FS;
  LoadedModels &Result;
  std::shared_ptr<Holder> Held;
};

} // namespace

const ModelFile *Loader::read(StringRef Path) {
  auto Buffer = FS.getBufferForFile(Path);
  if (!Buffer) {
    Result.Errors.push_back((Path + ": error: cannot read model file: " +
                             Buffer.getError().message() +
                             "; expected a file as in docs/models.md")
                                .str());
    return nullptr;
  }
  Result.Files.push_back(Path.str());
  Held->Files.push_back(parseModelFile(
      MemoryBufferRef((*Buffer)->getBuffer(), Path), Result.Errors));
  return Held->Files.back().get();
}

void Loader::readListed(StringRef List) {
  SmallVector<StringRef, 4> Paths;
  List.split(Paths, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Path : Paths)
    if (!Path.trim().empty())
      read(Path.trim());
}

void Loader::readUpward(StringRef SourceFile) {
  SmallString<256> Folder(SourceFile);
  if (FS.makeAbsolute(Folder))
    return;
  sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
  sys::path::remove_filename(Folder);
  for (; !Folder.empty(); sys::path::remove_filename(Folder)) {
    SmallString<256> Path(Folder);
    sys::path::append(Path, UserFileName);
    if (!FS.exists(Path))
      continue;
    const ModelFile *File = read(Path);
    if (!File || !File->inherits())
      break;
  }
  // The nearest was read first, but has to win.
  std::reverse(Held->Files.begin(), Held->Files.end());
  std::reverse(Result.Files.begin(), Result.Files.end());
}

void Loader::makeIndex(ModelTables Builtin) {
  std::vector<ModelTables> Layers = {Builtin};
  for (const auto &File : Held->Files)
    Layers.push_back(File->tables());
  Held->Index = std::make_unique<ModelIndex>(std::move(Layers));
  Result.Index = std::shared_ptr<const ModelIndex>(Held, Held->Index.get());
}

LoadedModels loadModels(StringRef SourceFile, StringRef ModelsOption,
                        ModelTables Builtin, vfs::FileSystem &FS) {
  LoadedModels Result;
  Loader Load(FS, Result);
  if (ModelsOption.trim().empty())
    Load.readUpward(SourceFile);
  else
    Load.readListed(ModelsOption);
  Load.makeIndex(Builtin);
  return Result;
}

} // namespace secret
