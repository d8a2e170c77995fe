//===- ObjectCode.h - What the code in an object file writes ----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Any compiler's output, as long as it has debug information: instructions that
// write or call, and where in the source they come from.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OBJECTCODE_OBJECTCODE_H
#define SECRET_TIDY_OBJECTCODE_OBJECTCODE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>
#include <utility>
#include <vector>

namespace secret {

using LineColumn = std::pair<unsigned, unsigned>;

/// A function that an instruction was written in, or inlined into.
struct CodeFrame {
  std::string File; ///< absolute, links resolved
  LineColumn At;    ///< the instruction, or the call that was inlined
  std::string Function;
  std::string StartFile; ///< where it is declared; empty if LLVM cannot say
  unsigned StartLine = 0;
};

/// An instruction that writes memory, calls, or stands first in its function.
struct CodeWrite {
  unsigned Function = 0; ///< index
  bool IsCall = false;
  bool IsStore = false;
  bool IsZero = false;           ///< what is stored is known to be zero
  std::string Callee;            ///< empty if it is not known
  std::string Opcode;            ///< as LLVM calls it
  std::vector<CodeFrame> Frames; ///< innermost first
};

/// A place that a function was inlined to, with or without code.
struct CodeInlining {
  unsigned Function = 0; ///< index
  /// Innermost first; where the function itself begins is not known.
  std::vector<CodeFrame> Frames;
};

struct ObjectCode {
  std::string Target; ///< as LLVM spells it
  std::string Arch;
  /// As in the symbol table; what GCC split off as cold belongs to its whole.
  std::vector<std::string> Functions;
  std::vector<CodeWrite> Writes;
  std::vector<CodeInlining> Inlinings;
  /// Functions that have been inlined, or will be where they are called: only
  /// their names and where they are declared.
  std::vector<CodeFrame> Inlined;
  /// There are instructions that LLVM cannot read.
  bool HasUnreadable = false;
};

/// Reads an ELF file that is not linked yet. Fails with one line if it is no
/// such file or LLVM does not know its target. Targets must be initialized.
llvm::Expected<ObjectCode> readObjectCode(llvm::MemoryBufferRef Object);

/// \p Path with its links resolved, or as it is if there is no such file.
std::string realPath(llvm::StringRef Path);

} // namespace secret

#endif // SECRET_TIDY_OBJECTCODE_OBJECTCODE_H
