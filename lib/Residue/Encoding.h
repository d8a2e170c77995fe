//===- Encoding.h - The forms in which secrets are looked for ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pattern is one secret in one encoding, with what is needed to say which
// bytes of the secret a piece of it stands for.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_ENCODING_H
#define SECRET_TIDY_RESIDUE_ENCODING_H

#include "Residue/Secret.h"
#include "llvm/ADT/StringRef.h"

namespace secret {
namespace residue {

enum class Encoding : uint8_t {
#define SECRET_ENCODING(Name, Text, Encoder, Argument) Name,
#include "Residue/Encodings.def"
  /// Every byte XORed with one and the same byte, which is not zero.
  Xor,
};

/// The encoding as reports name it.
llvm::StringRef encodingName(Encoding Form);

/// Bytes [From, To) of a secret.
struct SecretRange {
  uint32_t From = 0;
  uint32_t To = 0;

  uint32_t size() const { return To - From; }
};

struct Pattern {
  uint32_t SecretIndex = 0;
  uint32_t SecretSize = 0;
  Encoding Form = Encoding::Raw;
  /// The encoded secret, in the arena.
  SECRET const uint8_t *Bytes = nullptr;
  uint32_t Size = 0;
  /// The encoded bytes of the secret's byte I, in the order in which they are
  /// encoded, are [Starts[I], Starts[I + 1]). Empty where that is [I, I + 1),
  /// and for base64.
  std::vector<uint32_t> Starts;
  /// For base64, the number of the secret's bits before the first character;
  /// otherwise negative. The bits before it and after the last one share
  /// characters with what stands there, and are not in Bytes.
  int Base64Shift = -1;
  /// Parts of so many bytes count; 0 if only the whole secret does.
  uint32_t MinPart = 0;
  /// No shorter piece of Bytes is reported.
  uint32_t MinRun = 0;

  /// What [Begin, End) of Bytes stands for.
  SecretRange decode(uint32_t Begin, uint32_t End) const;
  /// Whether [Begin, End) is all there is, given the bytes that stand before
  /// and behind it in memory (-1: none).
  bool isWhole(uint32_t Begin, uint32_t End, int Before, int Behind) const;

  /// All bytes of the secret itself, for edges that share characters.
  SECRET const uint8_t *SecretBytes = nullptr;
};

struct PatternOptions {
  /// The shortest part of a secret that counts, at least 8; 0 for whole
  /// secrets only.
  uint32_t MinPart = 8;
  /// Look for secrets XORed with a repeated byte, too.
  bool Xor = false;
};

/// The patterns of all secrets, in \p Arena, without forms that are the same
/// bytes as an earlier one.
std::vector<Pattern> makePatterns(llvm::ArrayRef<Secret> Secrets,
                                  const PatternOptions &Options,
                                  SecureArena &Arena);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_ENCODING_H
