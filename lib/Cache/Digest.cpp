//===- Digest.cpp - Names made of contents --------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Digest.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/HashBuilder.h"
#include "llvm/Support/MemoryBuffer.h"
#include <vector>

using namespace llvm;

namespace secret {
namespace cache {

std::string digestOf(ArrayRef<StringRef> Texts) {
  HashBuilder<BLAKE3, llvm::endianness::little> Builder;
  for (StringRef Text : Texts)
    Builder.add(Text);
  return toHex(Builder.final(), /*LowerCase=*/true);
}

std::string digestOf(ArrayRef<std::string> Texts) {
  return digestOf(std::vector<StringRef>(Texts.begin(), Texts.end()));
}

std::string digestOfFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  return Buffer ? digestOf((*Buffer)->getBuffer()) : "";
}

} // namespace cache
} // namespace secret
