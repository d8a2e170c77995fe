//===- StandardStreams.h - Is it stdin, stdout or stderr? -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The variables are in StandardStreams.def.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_STANDARDSTREAMS_H
#define SECRET_TIDY_DATAFLOW_STANDARDSTREAMS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace secret {

enum class StreamDirection : uint8_t { Input, Output };

/// Whether the global variable \p Name is a standard stream of that direction.
inline bool isStandardStream(llvm::StringRef Name, StreamDirection Direction) {
#define SECRET_STANDARD_STREAM(Which, Variable)                                \
  if (Direction == StreamDirection::Which && Name == Variable)                 \
    return true;
#include "StandardStreams.def"
  return false;
}

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_STANDARDSTREAMS_H
