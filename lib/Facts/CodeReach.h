//===- CodeReach.h - The definitions that matter to some code ---*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_CODEREACH_H
#define SECRET_TIDY_FACTS_CODEREACH_H

#include "clang/AST/DeclBase.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"

namespace secret {

/// Which functions and variables of a unit need code if a question is asked
/// about code at some places.
class CodeReach {
public:
  /// All of them.
  CodeReach() = default;

  /// Those that hold a place of \p At, who uses these at any distance, what all
  /// of these use at any distance, and who uses what is local to the unit among
  /// that. Some more may be in it; it is all of the unit if some place is in no
  /// function or variable, or something is named in a way that cannot be seen.
  CodeReach(clang::ASTContext &Context,
            llvm::ArrayRef<clang::SourceLocation> At);

  bool contains(const clang::Decl *D) const {
    return IsAll || Needed.contains(D->getCanonicalDecl());
  }
  bool isAll() const { return IsAll; }

private:
  bool IsAll = true;
  llvm::DenseSet<const clang::Decl *> Needed;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_CODEREACH_H
