//===- Places.cpp - Which candidate an instruction belongs to -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Places.h"
#include "Compat/DebugLocation.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace secret;

/// Files are compared by identity: one file has many names.
static const void *identify(StringRef Path,
                            const clang::SourceManager &Sources) {
  auto Ref = Sources.getFileManager().getOptionalFileRef(Path);
  return Ref ? static_cast<const void *>(&Ref->getFileEntry()) : nullptr;
}

Places::Places(const clang::SourceManager &Sources,
               const std::vector<Candidate> &Candidates)
    : Sources(Sources), Candidates(Candidates) {
  for (const Candidate &C : Candidates)
    Ranges.push_back(rangeOf(C.At));
}

Places::Range Places::rangeOf(Span At) const {
  auto Presume = [&](Place P) {
    return Sources.getPresumedLoc(compat::debugLocation(
        Sources, clang::SourceLocation::getFromRawEncoding(P)));
  };
  clang::PresumedLoc First = Presume(At.Begin);
  clang::PresumedLoc Last = At.End ? Presume(At.End) : First;
  if (First.isInvalid() || Last.isInvalid())
    return {};
  Range R;
  R.File = identify(First.getFilename(), Sources);
  R.Begin = {First.getLine(), First.getColumn()};
  R.End = {Last.getLine(), Last.getColumn()};
  return R;
}

void Places::useInner(unsigned Index) {
  const Candidate &C = Candidates[Index];
  Range Function = rangeOf({C.Within, C.Within});
  Ranges[Index] = rangeOf(C.Inner);
  Ranges[Index].FunctionFile = Function.File;
  Ranges[Index].FunctionLine = Function.Begin.first;
  Known.clear();
}

const void *Places::fileOf(const DIFile *File) {
  if (!File)
    return nullptr;
  auto [It, New] = Files.try_emplace(File, nullptr);
  if (!New)
    return It->second;
  SmallString<256> Path = File->getFilename();
  const void *Found = identify(Path, Sources);
  if (!Found && sys::path::is_relative(Path)) {
    Path = File->getDirectory();
    sys::path::append(Path, File->getFilename());
    Found = identify(Path, Sources);
  }
  return Files[File] = Found;
}

const std::vector<unsigned> &Places::at(const DILocation *Location) {
  auto [It, New] = Known.try_emplace(Location);
  if (!New || !Location->getLine())
    return It->second;
  const void *File = fileOf(Location->getFile());
  std::pair<unsigned, unsigned> Where(Location->getLine(),
                                      Location->getColumn());
  for (unsigned I = 0; I != Ranges.size(); ++I)
    if (const Range &R = Ranges[I];
        R.File && R.File == File && R.Begin <= Where && Where <= R.End)
      It->second.push_back(I);
  return It->second;
}

/// Whether some function around \p Location is the one that \p R means.
bool Places::isWithin(const DILocation *Location, const Range &R) {
  if (!R.FunctionFile)
    return true;
  for (const DILocation *L = Location; L; L = L->getInlinedAt()) {
    const DISubprogram *Function = L->getScope()->getSubprogram();
    if (Function && Function->getLine() == R.FunctionLine &&
        fileOf(Function->getFile()) == R.FunctionFile)
      return true;
  }
  return false;
}

SmallVector<PlaceMatch, 2> Places::find(const DILocation *Location) {
  SmallVector<PlaceMatch, 2> Found;
  for (const DILocation *L = Location; L; L = L->getInlinedAt())
    for (unsigned Index : at(L))
      Found.push_back({Index, L->getInlinedAt(), L != Location,
                       isWithin(L, Ranges[Index])});
  return Found;
}

static std::string placeText(const DILocation &L) {
  return (sys::path::filename(L.getFilename()) + ":" + Twine(L.getLine()) +
          ":" + Twine(L.getColumn()))
      .str();
}

std::string secret::spellPlace(const DILocation *Location) {
  return Location && Location->getLine() ? placeText(*Location) : "";
}

std::vector<std::string> secret::spellChain(const DILocation *Chain) {
  std::vector<std::string> Calls;
  for (const DILocation *L = Chain; L; L = L->getInlinedAt())
    Calls.push_back(placeText(*L));
  return Calls;
}
