//===- LineHash.cpp - Hashes of lines that survive moves ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LineHash.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ConvertUTF.h"
#include <array>
#include <cstdint>

using namespace llvm;

namespace {

/// The hash of github/codeql-action: it has to be the same, since alerts are
/// matched by it. Characters are units of UTF-16 there.
class LineHasher {
public:
  std::vector<std::string> run(ArrayRef<UTF16> Text) {
    for (UTF16 C : Text)
      read(C);
    read(EndOfFile);
    for (size_t I = 0; I < BlockSize; ++I) {
      finishLine();
      push(0);
    }
    return std::move(Hashes);
  }

private:
  static constexpr size_t BlockSize = 100;
  static constexpr uint64_t Factor = 37;
  static constexpr UTF16 EndOfFile = 65535;

  /// Factor to the power of BlockSize, modulo 2^64.
  static constexpr uint64_t firstFactor() {
    uint64_t Result = 1;
    for (size_t I = 0; I < BlockSize; ++I)
      Result *= Factor;
    return Result;
  }

  void read(UTF16 C) {
    bool IsBlank = C == ' ' || C == '\t' || (WasReturn && C == '\n');
    WasReturn = !IsBlank && C == '\r';
    if (IsBlank)
      return;
    if (WasReturn)
      C = '\n';
    finishLine();
    if (AtLineStart) {
      Starts[Index] = true;
      AtLineStart = false;
    }
    AtLineStart = C == '\n';
    push(C);
  }

  /// The line whose first character is about to leave the window is complete.
  void finishLine() {
    if (!Starts[Index])
      return;
    Starts[Index] = false;
    std::string Value = utohexstr(Hash, /*LowerCase=*/true);
    Hashes.push_back(Value + ":" + utostr(++Seen[Value]));
  }

  void push(UTF16 C) {
    constexpr uint64_t First = firstFactor();
    Hash = Hash * Factor + C - First * Window[Index];
    Window[Index] = C;
    Index = (Index + 1) % BlockSize;
  }

  std::array<UTF16, BlockSize> Window{};
  std::array<bool, BlockSize> Starts{};
  size_t Index = 0;
  uint64_t Hash = 0;
  bool AtLineStart = true;
  bool WasReturn = false;
  StringMap<unsigned> Seen;
  std::vector<std::string> Hashes;
};

} // namespace

std::vector<std::string> secret::output::hashLines(StringRef Text) {
  SmallVector<UTF16, 0> Wide;
  // Latin-1, say: bytes are as good as characters.
  if (!convertUTF8ToUTF16String(Text, Wide)) {
    Wide.clear();
    for (char C : Text)
      Wide.push_back(static_cast<unsigned char>(C));
  }
  return LineHasher().run(Wide);
}
