//===- Ids.h - Numbers by which facts name things ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_IDS_H
#define SECRET_TIDY_FACTS_IDS_H

#include <cstdint>

namespace secret {

using ValueId = uint32_t;    ///< result of an expression; 0 is none
using ObjectId = uint32_t;   ///< index into FunctionFacts::Objects
using TypeId = uint32_t;     ///< index into a TypeTable; 0 is unknown
using FunctionId = uint32_t; ///< index into the unit's functions
constexpr uint32_t NoId = ~0u;

/// Sizes and offsets are in bytes.
constexpr int64_t UnknownSize = -1;

} // namespace secret

#endif // SECRET_TIDY_FACTS_IDS_H
