//===- Encoding.cpp - The forms in which secrets are looked for -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Encoding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <cstring>

using namespace llvm;
using namespace secret::residue;

namespace {

/// Where an encoder writes. Its room is 4 bytes for each byte of the secret.
struct Output {
  uint8_t *Bytes = nullptr;
  uint32_t Size = 0;
  std::vector<uint32_t> Starts;
  int Base64Shift = -1;

  void put(uint8_t Byte) { Bytes[Size++] = Byte; }
  void startByte() { Starts.push_back(Size); }
};

constexpr char Digits[2][17] = {"0123456789abcdef", "0123456789ABCDEF"};
constexpr char Base64Digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

char base64Digit(unsigned Value, const char *Last) {
  return Value < 62 ? Base64Digits[Value] : Last[Value - 62];
}

/// The 6 bits of \p Bytes from bit \p At on, which may begin before the first
/// or end behind the last one; such bits are 0.
unsigned sixBits(ArrayRef<uint8_t> Bytes, int64_t At) {
  unsigned Value = 0;
  for (int64_t Bit = At; Bit != At + 6; ++Bit) {
    bool Inside = Bit >= 0 && Bit < int64_t(Bytes.size()) * 8;
    Value = Value << 1 | (Inside && Bytes[Bit / 8] >> (7 - Bit % 8) & 1);
  }
  return Value;
}

void encodeRaw(Output &Out, ArrayRef<uint8_t> Secret, unsigned) {
  for (uint8_t Byte : Secret)
    Out.put(Byte);
}

void encodeReversed(Output &Out, ArrayRef<uint8_t> Secret, unsigned) {
  for (uint8_t Byte : reverse(Secret))
    Out.put(Byte);
}

void encodeHex(Output &Out, ArrayRef<uint8_t> Secret, unsigned Upper) {
  for (uint8_t Byte : Secret) {
    Out.startByte();
    Out.put(Digits[Upper][Byte >> 4]);
    Out.put(Digits[Upper][Byte & 15]);
  }
}

void encodePercent(Output &Out, ArrayRef<uint8_t> Secret, unsigned Upper) {
  for (uint8_t Byte : Secret) {
    Out.startByte();
    bool Plain = isalnum(Byte) || StringRef("-._~").contains(char(Byte));
    if (Byte < 0x80 && Plain) {
      Out.put(Byte);
      continue;
    }
    Out.put('%');
    Out.put(Digits[Upper][Byte >> 4]);
    Out.put(Digits[Upper][Byte & 15]);
  }
}

void encodeBase64With(Output &Out, ArrayRef<uint8_t> Secret, unsigned Alignment,
                      const char *Last) {
  static constexpr int Shifts[] = {0, 4, 2};
  Out.Base64Shift = Shifts[Alignment];
  int64_t Bits = int64_t(Secret.size()) * 8;
  for (int64_t At = Out.Base64Shift; At + 6 <= Bits; At += 6)
    Out.put(base64Digit(sixBits(Secret, At), Last));
}

void encodeBase64(Output &Out, ArrayRef<uint8_t> Secret, unsigned Alignment) {
  encodeBase64With(Out, Secret, Alignment, "+/");
}

void encodeBase64Url(Output &Out, ArrayRef<uint8_t> Secret,
                     unsigned Alignment) {
  encodeBase64With(Out, Secret, Alignment, "-_");
}

/// The length of the UTF-8 sequence that \p Text begins with; 0 if it is none.
unsigned utf8Length(ArrayRef<uint8_t> Text) {
  unsigned Length = Text[0] < 0x80                      ? 1
                    : Text[0] >= 0xc2 && Text[0] < 0xe0 ? 2
                    : Text[0] >= 0xe0 && Text[0] < 0xf0 ? 3
                    : Text[0] >= 0xf0 && Text[0] < 0xf5 ? 4
                                                        : 0;
  if (Length > Text.size())
    return 0;
  for (unsigned I = 1; I < Length; ++I)
    if ((Text[I] & 0xc0) != 0x80)
      return 0;
  return Length;
}

bool isUtf8(ArrayRef<uint8_t> Text) {
  while (!Text.empty()) {
    unsigned Length = utf8Length(Text);
    if (!Length)
      return false;
    Text = Text.drop_front(Length);
  }
  return true;
}

void putUnit(Output &Out, uint32_t Unit, unsigned Width, bool BigEndian) {
  for (unsigned I = 0; I != Width; ++I)
    Out.put(Unit >> 8 * (BigEndian ? Width - 1 - I : I));
}

/// Calls \p Put for each code point. What is not UTF-8 is taken byte by byte.
template <typename Function>
void forEachCodePoint(Output &Out, ArrayRef<uint8_t> Secret, Function Put) {
  bool Utf8 = isUtf8(Secret);
  while (!Secret.empty()) {
    unsigned Length = Utf8 ? utf8Length(Secret) : 1;
    uint32_t Point = Length == 1 ? Secret[0] : Secret[0] & (0x7f >> Length);
    for (unsigned I = 1; I < Length; ++I)
      Point = Point << 6 | (Secret[I] & 0x3f);
    Out.startByte();
    Put(Point);
    for (unsigned I = 1; I < Length; ++I)
      Out.startByte();
    Secret = Secret.drop_front(Length);
  }
}

void encodeUtf16(Output &Out, ArrayRef<uint8_t> Secret, unsigned BigEndian) {
  forEachCodePoint(Out, Secret, [&](uint32_t Point) {
    if (Point < 0x10000)
      return putUnit(Out, Point, 2, BigEndian);
    putUnit(Out, 0xd7c0 + (Point >> 10), 2, BigEndian);
    putUnit(Out, 0xdc00 | (Point & 0x3ff), 2, BigEndian);
  });
}

void encodeUtf32(Output &Out, ArrayRef<uint8_t> Secret, unsigned BigEndian) {
  forEachCodePoint(Out, Secret,
                   [&](uint32_t Point) { putUnit(Out, Point, 4, BigEndian); });
}

struct Encoder {
  Encoding Form;
  void (*Run)(Output &, ArrayRef<uint8_t>, unsigned);
  unsigned Argument;
};

constexpr Encoder Encoders[] = {
#define SECRET_ENCODING(Name, Text, Run, Argument)                             \
  {Encoding::Name, Run, Argument},
#include "Residue/Encodings.def"
};

/// The shortest piece of \p P that stands for \p Bytes bytes.
uint32_t shortestPiece(const Pattern &P, uint32_t Bytes) {
  // Characters of base64 that a part determines wherever it begins.
  if (P.Base64Shift >= 0)
    return std::min((8 * Bytes - 4) / 6, P.Size);
  if (P.Starts.empty())
    return Bytes;
  uint32_t Shortest = P.Size;
  for (uint32_t I = 0; I + Bytes < P.Starts.size(); ++I)
    Shortest = std::min(Shortest, P.Starts[I + Bytes] - P.Starts[I]);
  return std::max(Shortest, 1u);
}

bool sameBytes(const Pattern &A, const Pattern &B) {
  return A.SecretIndex == B.SecretIndex && A.Size == B.Size &&
         A.Form != Encoding::Xor && B.Form != Encoding::Xor &&
         memcmp(A.Bytes, B.Bytes, A.Size) == 0;
}

void addPattern(std::vector<Pattern> &Patterns, Pattern P,
                const PatternOptions &Options) {
  uint32_t Part = Options.MinPart;
  bool Parts = Part && P.SecretSize >= std::max(Part, 8u);
  P.MinPart = Parts ? Part : 0;
  P.MinRun = Parts ? shortestPiece(P, Part) : P.Size;
  bool Known = any_of(
      Patterns, [&](const Pattern &Other) { return sameBytes(Other, P); });
  if (!Known)
    Patterns.push_back(std::move(P));
}

Pattern encode(const Secret &S, uint32_t Index, const Encoder &E,
               SecureArena &Arena) {
  Output Out;
  Out.Bytes = Arena.allocate(4 * S.Size);
  E.Run(Out, {S.Bytes, S.Size}, E.Argument);
  if (!Out.Starts.empty())
    Out.Starts.push_back(Out.Size);
  Pattern P;
  P.SecretIndex = Index;
  P.SecretSize = S.Size;
  P.SecretBytes = S.Bytes;
  P.Form = E.Form;
  P.Bytes = Out.Bytes;
  P.Size = Out.Size;
  P.Starts = std::move(Out.Starts);
  P.Base64Shift = Out.Base64Shift;
  return P;
}

/// Whether the character \p Found agrees with the secret in those of its bits
/// that lie inside it; the character's first bit is bit \p At. Either alphabet
/// will do: where they agree on the rest, there is one pattern for both.
bool edgeAgrees(const Pattern &P, int64_t At, int Found) {
  ArrayRef<uint8_t> Bytes(P.SecretBytes, P.SecretSize);
  unsigned Mask = 0;
  for (int64_t Bit = At; Bit != At + 6; ++Bit)
    Mask = Mask << 1 | (Bit >= 0 && Bit < int64_t(Bytes.size()) * 8);
  for (unsigned Value = 0; Value != 64; ++Value)
    if (Found == base64Digit(Value, "+/") || Found == base64Digit(Value, "-_"))
      return (Value & Mask) == (sixBits(Bytes, At) & Mask);
  return false;
}

} // namespace

StringRef secret::residue::encodingName(Encoding Form) {
  switch (Form) {
#define SECRET_ENCODING(Name, Text, Encoder, Argument)                         \
  case Encoding::Name:                                                         \
    return Text;
#include "Residue/Encodings.def"
  case Encoding::Xor:
    return "xor";
  }
  llvm_unreachable("no such encoding");
}

SecretRange Pattern::decode(uint32_t Begin, uint32_t End) const {
  SecretRange R{Begin, End};
  if (Base64Shift >= 0) {
    R.From = (6 * Begin + Base64Shift + 7) / 8;
    R.To = (6 * End + Base64Shift) / 8;
  } else if (!Starts.empty()) {
    R.From = lower_bound(Starts, Begin) - Starts.begin();
    R.To = upper_bound(Starts, End) - Starts.begin() - 1;
  }
  R.To = std::max(R.From, R.To);
  if (Form == Encoding::Reversed)
    return {SecretSize - R.To, SecretSize - R.From};
  return R;
}

bool Pattern::isWhole(uint32_t Begin, uint32_t End, int Before,
                      int Behind) const {
  if (Begin != 0 || End != Size)
    return false;
  if (Base64Shift < 0)
    return true;
  int64_t Tail = Base64Shift + 6 * int64_t(Size);
  return (!Base64Shift || edgeAgrees(*this, Base64Shift - 6, Before)) &&
         (Tail == 8 * int64_t(SecretSize) || edgeAgrees(*this, Tail, Behind));
}

std::vector<Pattern>
secret::residue::makePatterns(ArrayRef<Secret> Secrets,
                              const PatternOptions &Options,
                              SecureArena &Arena) {
  std::vector<Pattern> Patterns;
  for (uint32_t I = 0; I != Secrets.size(); ++I) {
    for (const Encoder &E : Encoders)
      addPattern(Patterns, encode(Secrets[I], I, E, Arena), Options);
    if (!Options.Xor)
      continue;
    Encoder E = {Encoding::Xor, encodeRaw, 0};
    addPattern(Patterns, encode(Secrets[I], I, E, Arena), Options);
  }
  return Patterns;
}
