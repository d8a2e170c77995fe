//===- Secret.cpp - The secrets to look for -------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Secret.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

/// Reads straight into \p Into: no stream, whose buffer would keep a copy.
/// Returns the number of bytes, at most Into's size.
static Expected<size_t> readAll(const std::string &Path, SecureBuffer &Into) {
  int File =
      Path == "-" ? STDIN_FILENO : open(Path.c_str(), O_RDONLY | O_CLOEXEC);
  if (File < 0)
    return createStringError("cannot read the secret file " + Path + ": " +
                             strerror(errno));
  size_t Size = 0;
  ssize_t Got = 1;
  while (Size < Into.size() && Got > 0) {
    Got = read(File, Into.data() + Size, Into.size() - Size);
    Size += std::max<ssize_t>(Got, 0);
  }
  int Cause = errno;
  if (File != STDIN_FILENO)
    close(File);
  if (Got < 0)
    return createStringError("cannot read the secret file " + Path + ": " +
                             strerror(Cause));
  return Size;
}

static Error checkSize(const std::string &Path, size_t Size) {
  if (Size == 0)
    return createStringError("the secret file " + Path +
                             " is empty; it should hold the secret's bytes");
  if (Size < MinSecretSize)
    return createStringError(
        "the secret in " + Path + " has " + Twine(Size) +
        (Size == 1 ? " byte" : " bytes") +
        ", which would be found everywhere; give one of at least " +
        Twine(MinSecretSize));
  if (Size > MaxSecretSize)
    return createStringError("the secret in " + Path + " is larger than " +
                             Twine(MaxSecretSize) +
                             " bytes; give a part of it");
  return Error::success();
}

static Expected<std::array<uint64_t, 2>> readKey(const std::string &Path) {
  std::array<uint64_t, 2> Key = {};
  if (Path.empty()) {
    if (getrandom(Key.data(), sizeof Key, 0) != ssize_t(sizeof Key))
      return createStringError(
          "cannot get random bytes for the fingerprints' key");
    return Key;
  }
  SecureBuffer Bytes(4096);
  Expected<size_t> Size = readAll(Path, Bytes);
  if (!Size)
    return Size.takeError();
  if (*Size < sizeof Key)
    return createStringError(
        "the key file " + Path +
        " has fewer than 16 bytes; fill it from /dev/urandom");
  memcpy(Key.data(), Bytes.data(), sizeof Key);
  return Key;
}

/// The regular files of a folder by name, or the path itself.
static Expected<std::vector<std::string>> expandPath(const std::string &Path) {
  if (Path == "-" || !sys::fs::is_directory(Path))
    return std::vector<std::string>{Path};
  std::vector<std::string> Files;
  std::error_code Code;
  for (sys::fs::directory_iterator It(Path, Code), End; It != End && !Code;
       It.increment(Code))
    if (sys::fs::is_regular_file(It->path()))
      Files.push_back(It->path());
  if (Code)
    return createStringError("cannot read the folder " + Path + ": " +
                             Code.message());
  if (Files.empty())
    return createStringError("the folder " + Path + " holds no secret files");
  llvm::sort(Files);
  return Files;
}

static Expected<Secret> readSecret(const std::string &Path, bool Raw,
                                   const std::array<uint64_t, 2> &Key,
                                   SecureArena &Arena) {
  SecureBuffer Buffer(MaxSecretSize + 2);
  Expected<size_t> Read = readAll(Path, Buffer);
  if (!Read)
    return Read.takeError();
  size_t Size = *Read;
  if (!Raw && Size && Buffer.data()[Size - 1] == '\n')
    --Size;
  if (Error E = checkSize(Path, Size))
    return std::move(E);
  if (all_of(ArrayRef(Buffer.data(), Size), [](uint8_t B) { return !B; }))
    return createStringError("the secret in " + Path +
                             " is all zeros, which would be found everywhere");
  Secret S;
  S.Label = Path == "-" ? "stdin" : sys::path::filename(Path).str();
  uint8_t *Bytes = Arena.allocate(Size);
  memcpy(Bytes, Buffer.data(), Size);
  S.Bytes = Bytes;
  S.Size = Size;
  S.Fingerprint = sipHash(Bytes, Size, Key);
  return S;
}

/// Two files of one name are told apart by their paths.
static void makeLabelsUnique(std::vector<Secret> &Secrets,
                             ArrayRef<std::string> Files) {
  for (size_t I = 0; I != Secrets.size(); ++I)
    for (size_t J = I + 1; J != Secrets.size(); ++J)
      if (Secrets[I].Label == Secrets[J].Label) {
        Secrets[J].Label = Files[J];
        Secrets[I].Label = Files[I];
      }
}

Expected<std::vector<Secret>>
secret::residue::readSecrets(const SecretSources &From, SecureArena &Arena) {
  Expected<std::array<uint64_t, 2>> Key = readKey(From.KeyFile);
  if (!Key)
    return Key.takeError();
  std::vector<std::string> Files;
  for (const std::string &Path : From.Paths) {
    Expected<std::vector<std::string>> More = expandPath(Path);
    if (!More)
      return More.takeError();
    Files.insert(Files.end(), More->begin(), More->end());
  }
  std::vector<Secret> Secrets;
  for (const std::string &Path : Files) {
    Expected<Secret> One = readSecret(Path, From.Raw, *Key, Arena);
    if (!One)
      return One.takeError();
    Secrets.push_back(std::move(*One));
  }
  makeLabelsUnique(Secrets, Files);
  return Secrets;
}
