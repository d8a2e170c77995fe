//===- NoLint.h - Findings that a comment suppresses ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_NOLINT_H
#define SECRET_TIDY_AUDIT_NOLINT_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include <memory>

namespace clang {
class ASTContext;
} // namespace clang

namespace secret {
namespace audit {

/// Answers as clang-tidy does for NOLINT, NOLINTNEXTLINE and NOLINTBEGIN.
class NoLint {
public:
  /// \p Context must outlive it. Its diagnostics go nowhere during a question.
  explicit NoLint(clang::ASTContext &Context);
  ~NoLint();

  /// Whether a comment suppresses a finding of \p Check at \p Loc.
  bool suppresses(clang::SourceLocation Loc, llvm::StringRef Check);

private:
  class Asker;
  clang::ASTContext &Context;
  std::unique_ptr<Asker> Ask;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_NOLINT_H
