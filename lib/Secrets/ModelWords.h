//===- ModelWords.h - How model files spell things --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words of the format and what they stand for: one table for the parser and
// for the dump.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELWORDS_H
#define SECRET_TIDY_SECRETS_MODELWORDS_H

#include "Model.h"

namespace secret {

template <typename T> struct ModelWord {
  llvm::StringLiteral Text;
  T Value;
};

inline constexpr ModelWord<SinkKind> SinkWords[] = {
    {"immutable", SinkKind::Immutable},
    {"interned", SinkKind::Interned},
    {"shared", SinkKind::Shared},
    {"string", SinkKind::String},
    {"terminal", SinkKind::Terminal},
    {"log", SinkKind::Log},
    {"environment", SinkKind::Environment},
    {"command_line", SinkKind::CommandLine},
    {"exception", SinkKind::Exception},
    {"file", SinkKind::File},
    {"stdio_buffer", SinkKind::StdioBuffer},
    {"library_copy", SinkKind::LibraryCopy},
};

inline constexpr ModelWord<Failure> FailureWords[] = {
    {"result == 0", Failure::ResultZero},
    {"result != 0", Failure::ResultNonZero},
    {"result < 0", Failure::ResultNegative},
    {"result <= 0", Failure::ResultNotPositive},
    {"result != 1", Failure::ResultNotOne},
};

inline constexpr ModelWord<FunctionFlag> FlagWords[] = {
    {"no_escape", NoEscape}, {"not_opaque", NotOpaque}, {"no_throw", NoThrow},
    {"no_return", NoReturn}, {"reads_only", ReadsOnly}, {"jumps", Jumps},
};

inline constexpr ModelWord<LengthKind> LengthWords[] = {
    {"whole", LengthKind::Whole},
    {"string", LengthKind::String},
    {"allocation", LengthKind::Allocation},
};

/// How the values of `grows` begin.
inline constexpr llvm::StringLiteral GrowthBy = "by ";
inline constexpr llvm::StringLiteral GrowthTo = "to ";
inline constexpr llvm::StringLiteral GrowthSome = "some";

/// In the order of EffectKind.
inline constexpr llvm::StringLiteral EffectWords[] = {
    "zeroizes", "releases",   "allocates", "reallocates", "copies",
    "appends",  "aliases",    "views",     "secret",      "fills",
    "public",   "sinks",      "unbuffers", "measures",    "counts",
    "reserves", "constructs", "tests",     "calls",       "swaps",
};

/// The word for \p Value; empty if it has none.
template <typename T, size_t N>
llvm::StringRef wordFor(const ModelWord<T> (&Words)[N], T Value) {
  for (const ModelWord<T> &Word : Words)
    if (Word.Value == Value)
      return Word.Text;
  return {};
}

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELWORDS_H
