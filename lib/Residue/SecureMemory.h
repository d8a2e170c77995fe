//===- SecureMemory.h - Memory for the tool's own secrets -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pages that are locked, left out of core dumps, empty in a forked child, and
// zeroized before they go back. Everything that holds bytes of a secret, or of
// the memory that is searched, lives in them.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_SECUREMEMORY_H
#define SECRET_TIDY_RESIDUE_SECUREMEMORY_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace secret {
namespace residue {

/// Owns whole pages of its own, zero at first.
class SecureBuffer {
public:
  SecureBuffer() = default;
  /// Ends the process with one line if there is no memory.
  explicit SecureBuffer(size_t Size);
  SecureBuffer(SecureBuffer &&Other) noexcept;
  SecureBuffer &operator=(SecureBuffer &&Other) noexcept;
  ~SecureBuffer();

  uint8_t *data() const { return Data; }
  size_t size() const { return Size; }
  /// False if the kernel refused to lock the pages (see `ulimit -l`).
  bool locked() const { return Locked; }

private:
  void release();

  uint8_t *Data = nullptr;
  size_t Size = 0;
  bool Locked = true;
};

/// Hands out pieces of secure buffers, and keeps them until it dies.
class SecureArena {
public:
  /// Zeroed memory, aligned to 16 bytes.
  uint8_t *allocate(size_t Size);
  bool locked() const { return Locked; }

private:
  std::vector<SecureBuffer> Blocks;
  size_t Used = 0;
  bool Locked = true;
};

/// Zeroizes the vector registers of this thread: a copy or comparison leaves
/// its last bytes there, and what saves registers (the dynamic linker, for one)
/// puts them on the stack.
void clearVectorRegisters();

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_SECUREMEMORY_H
