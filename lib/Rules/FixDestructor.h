//===- FixDestructor.h - Where a class zeroizes its fields ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A destructor changes more than the end of an object's life: there is no
// implicit move any more, no trivial copy, no constant expression. So a class
// gets one only where nobody can depend on these.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FIXDESTRUCTOR_H
#define SECRET_TIDY_RULES_FIXDESTRUCTOR_H

#include "Finding.h"
#include <optional>

namespace clang {
class ASTContext;
} // namespace clang

namespace secret {

struct DestructorPlan {
  /// The closing brace of the class, or of the destructor that it has.
  Span Brace;
  /// "~session()"; empty if there is a destructor.
  std::string Head;
  /// What stands at the end of the class is not public.
  bool NeedsPublic = false;
  std::vector<WipeText> Wipes;
};

/// How the class of the field at the first of \p Fields zeroizes those of
/// \p Fields that are its own; nothing if that is not certain to keep the
/// meaning of the rest of the unit.
std::optional<DestructorPlan> planDestructor(llvm::ArrayRef<Place> Fields,
                                             const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_RULES_FIXDESTRUCTOR_H
