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

#if defined(__x86_64__)
static void clearUpperHalf() {
  asm volatile("vpxorq %%zmm16, %%zmm16, %%zmm16\n"
               "vpxorq %%zmm17, %%zmm17, %%zmm17\n"
               "vpxorq %%zmm18, %%zmm18, %%zmm18\n"
               "vpxorq %%zmm19, %%zmm19, %%zmm19\n"
               "vpxorq %%zmm20, %%zmm20, %%zmm20\n"
               "vpxorq %%zmm21, %%zmm21, %%zmm21\n"
               "vpxorq %%zmm22, %%zmm22, %%zmm22\n"
               "vpxorq %%zmm23, %%zmm23, %%zmm23\n"
               "vpxorq %%zmm24, %%zmm24, %%zmm24\n"
               "vpxorq %%zmm25, %%zmm25, %%zmm25\n"
               "vpxorq %%zmm26, %%zmm26, %%zmm26\n"
               "vpxorq %%zmm27, %%zmm27, %%zmm27\n"
               "vpxorq %%zmm28, %%zmm28, %%zmm28\n"
               "vpxorq %%zmm29, %%zmm29, %%zmm29\n"
               "vpxorq %%zmm30, %%zmm30, %%zmm30\n"
               "vpxorq %%zmm31, %%zmm31, %%zmm31\n" ::
                   : "memory");
}

void secret::residue::clearVectorRegisters() {
  if (__builtin_cpu_supports("avx"))
    asm volatile("vzeroall" ::
                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
                       "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
                       "xmm13", "xmm14", "xmm15", "memory");
  else
    asm volatile("pxor %%xmm0, %%xmm0\n pxor %%xmm1, %%xmm1\n"
                 "pxor %%xmm2, %%xmm2\n pxor %%xmm3, %%xmm3\n"
                 "pxor %%xmm4, %%xmm4\n pxor %%xmm5, %%xmm5\n"
                 "pxor %%xmm6, %%xmm6\n pxor %%xmm7, %%xmm7\n"
                 "pxor %%xmm8, %%xmm8\n pxor %%xmm9, %%xmm9\n"
                 "pxor %%xmm10, %%xmm10\n pxor %%xmm11, %%xmm11\n"
                 "pxor %%xmm12, %%xmm12\n pxor %%xmm13, %%xmm13\n"
                 "pxor %%xmm14, %%xmm14\n pxor %%xmm15, %%xmm15\n" ::
                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
                       "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
                       "xmm13", "xmm14", "xmm15", "memory");
  if (__builtin_cpu_supports("avx512f"))
    clearUpperHalf();
}
#elif defined(__aarch64__)
void secret::residue::clearVectorRegisters() {
  asm volatile("movi v0.2d, #0\n movi v1.2d, #0\n movi v2.2d, #0\n"
               "movi v3.2d, #0\n movi v4.2d, #0\n movi v5.2d, #0\n"
               "movi v6.2d, #0\n movi v7.2d, #0\n movi v8.2d, #0\n"
               "movi v9.2d, #0\n movi v10.2d, #0\n movi v11.2d, #0\n"
               "movi v12.2d, #0\n movi v13.2d, #0\n movi v14.2d, #0\n"
               "movi v15.2d, #0\n movi v16.2d, #0\n"
               "movi v17.2d, #0\n movi v18.2d, #0\n movi v19.2d, #0\n"
               "movi v20.2d, #0\n movi v21.2d, #0\n movi v22.2d, #0\n"
               "movi v23.2d, #0\n movi v24.2d, #0\n movi v25.2d, #0\n"
               "movi v26.2d, #0\n movi v27.2d, #0\n movi v28.2d, #0\n"
               "movi v29.2d, #0\n movi v30.2d, #0\n movi v31.2d, #0\n" ::
                   : "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9",
                     "v10", "v11", "v12", "v13", "v14", "v15", "v16", "v17",
                     "v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25",
                     "v26", "v27", "v28", "v29", "v30", "v31", "memory");
}
#else
void secret::residue::clearVectorRegisters() {}
#endif
