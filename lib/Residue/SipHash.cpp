//===- SipHash.cpp - Keyed fingerprints -----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// SipHash-2-4 (Aumasson, Bernstein, 2012). It works in registers and leaves no
// block of the secret behind, as a hash with a buffer would.
//
//===----------------------------------------------------------------------===//

#include "Residue/Secret.h"
#include <cstring>

using namespace secret::residue;

namespace {

struct State {
  uint64_t V0, V1, V2, V3;

  static uint64_t rotate(uint64_t X, int By) {
    return X << By | X >> (64 - By);
  }

  void round() {
    V0 += V1, V2 += V3;
    V1 = rotate(V1, 13) ^ V0, V3 = rotate(V3, 16) ^ V2;
    V0 = rotate(V0, 32);
    V2 += V1, V0 += V3;
    V1 = rotate(V1, 17) ^ V2, V3 = rotate(V3, 21) ^ V0;
    V2 = rotate(V2, 32);
  }

  void absorb(uint64_t Word) {
    V3 ^= Word;
    round();
    round();
    V0 ^= Word;
  }
};

} // namespace

uint64_t secret::residue::sipHash(const uint8_t *Bytes, size_t Size,
                                  const std::array<uint64_t, 2> &Key) {
  State S = {Key[0] ^ 0x736f6d6570736575ULL, Key[1] ^ 0x646f72616e646f6dULL,
             Key[0] ^ 0x6c7967656e657261ULL, Key[1] ^ 0x7465646279746573ULL};
  size_t Whole = Size / 8 * 8;
  uint64_t Word;
  for (size_t I = 0; I != Whole; I += 8) {
    memcpy(&Word, Bytes + I, 8);
    S.absorb(Word);
  }
  Word = uint64_t(Size) << 56;
  for (size_t I = Whole; I != Size; ++I)
    Word |= uint64_t(Bytes[I]) << (8 * (I - Whole));
  S.absorb(Word);
  S.V2 ^= 0xff;
  for (int I = 0; I != 4; ++I)
    S.round();
  explicit_bzero(&Word, sizeof Word);
  uint64_t Result = S.V0 ^ S.V1 ^ S.V2 ^ S.V3;
  explicit_bzero(&S, sizeof S);
  return Result;
}
