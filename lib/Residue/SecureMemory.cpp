//===- SecureMemory.cpp - Memory for the tool's own secrets ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/SecureMemory.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

using namespace secret::residue;

SecureBuffer::SecureBuffer(size_t Wanted) {
  size_t Page = sysconf(_SC_PAGESIZE);
  Size = (Wanted + Page - 1) / Page * Page;
  void *Pages = mmap(nullptr, Size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (Pages == MAP_FAILED) {
    fprintf(stderr, "secret-residue: no memory for %zu bytes\n", Size);
    _exit(3);
  }
  Data = static_cast<uint8_t *>(Pages);
  Locked = mlock(Data, Size) == 0;
  madvise(Data, Size, MADV_DONTDUMP);
  madvise(Data, Size, MADV_WIPEONFORK);
}

SecureBuffer::SecureBuffer(SecureBuffer &&Other) noexcept
    : Data(std::exchange(Other.Data, nullptr)),
      Size(std::exchange(Other.Size, 0)), Locked(Other.Locked) {}

SecureBuffer &SecureBuffer::operator=(SecureBuffer &&Other) noexcept {
  if (this == &Other)
    return *this;
  release();
  Data = std::exchange(Other.Data, nullptr);
  Size = std::exchange(Other.Size, 0);
  Locked = Other.Locked;
  return *this;
}

SecureBuffer::~SecureBuffer() { release(); }

void SecureBuffer::release() {
  if (!Data)
    return;
  explicit_bzero(Data, Size);
  munmap(Data, Size);
}

uint8_t *SecureArena::allocate(size_t Size) {
  constexpr size_t BlockSize = 256 * 1024;
  Size = (Size + 15) / 16 * 16;
  if (Blocks.empty() || Blocks.back().size() - Used < Size) {
    Blocks.emplace_back(Size > BlockSize ? Size : BlockSize);
    Locked &= Blocks.back().locked();
    Used = 0;
  }
  uint8_t *Result = Blocks.back().data() + Used;
  Used += Size;
  return Result;
}
