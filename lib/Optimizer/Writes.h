//===- Writes.h - Instructions that may carry a zeroization -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_WRITES_H
#define SECRET_TIDY_OPTIMIZER_WRITES_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace llvm {
class BasicBlock;
class DataLayout;
class DILocation;
class Instruction;
class Value;
} // namespace llvm

namespace secret {

enum class WriteKind : uint8_t {
  Constant,   ///< stores or memset of a constant, or a copy of zeros
  Promotable, ///< the same, to a variable that will live in a register
  Other,      ///< any other store or copy
  Call,
};

/// Where a pointer leads to, as far as constant offsets tell.
struct PointerBase {
  const llvm::Value *Object = nullptr;
  int64_t Offset = 0; ///< in bytes
};

PointerBase baseOf(const llvm::Value *Pointer, const llvm::DataLayout &Layout);

/// What one instruction writes.
struct Write {
  const llvm::Instruction *By = nullptr;
  const llvm::BasicBlock *In = nullptr;
  const llvm::DILocation *Where = nullptr;
  WriteKind Kind = WriteKind::Other;
  const llvm::Value *Object = nullptr; ///< null if not known
  int64_t Begin = 0;                   ///< valid if HasRange
  int64_t End = 0;
  bool HasRange = false;
  std::string Callee; ///< base name of what is called, if that is known

  bool covers(const Write &O) const {
    return Object && Object == O.Object &&
           (!O.HasRange || (HasRange && Begin <= O.Begin && O.End <= End));
  }
};

/// Nothing if \p I writes no memory.
std::optional<Write> writeOf(const llvm::Instruction &I);

/// The unqualified name in a mangled or qualified one, without what fortified
/// and builtin variants put around it: `memset` for `__memset_chk`.
std::string baseName(llvm::StringRef Name);

/// A function that does nothing but fill memory.
bool isMemset(llvm::StringRef BaseName);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_WRITES_H
