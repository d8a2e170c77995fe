//===- Secret.h - The secrets to look for -----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Secrets come from files, folders and standard input, never from the command
// line, where every user of the machine could read them. They are never
// printed: what is shown is a label, a length and a keyed fingerprint.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_SECRET_H
#define SECRET_TIDY_RESIDUE_SECRET_H

#include "Residue/SecureMemory.h"
#include "secret-tidy/secret.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <array>
#include <string>
#include <vector>

namespace secret {
namespace residue {

struct Secret {
  std::string Label;
  /// In the arena that it was read into.
  SECRET const uint8_t *Bytes = nullptr;
  size_t Size = 0;
  /// SipHash-2-4 of the bytes, under a key that only this run (or the user's
  /// key file) has.
  uint64_t Fingerprint = 0;
};

struct SecretSources {
  /// Files and folders; "-" is standard input.
  std::vector<std::string> Paths;
  /// Keeps one trailing newline.
  bool Raw = false;
  /// A file of at least 16 bytes that keys the fingerprints; empty for a key
  /// that is made for this run.
  std::string KeyFile;
};

constexpr size_t MinSecretSize = 4;
constexpr size_t MaxSecretSize = 64 * 1024;

/// Reads all secrets into \p Arena, in the order of the paths, files of a
/// folder by name. Fails with one line that names the file.
llvm::Expected<std::vector<Secret>> readSecrets(const SecretSources &From,
                                                SecureArena &Arena);

/// The keyed hash that fingerprints are made with.
SECRET_PUBLIC uint64_t sipHash(SECRET const uint8_t *Bytes, size_t Size,
                               const std::array<uint64_t, 2> &Key);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_SECRET_H
