//===- InferredTags.h - Tags that names suggest -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_INFERREDTAGS_H
#define SECRET_TIDY_SECRETS_INFERREDTAGS_H

#include "Catalog.h"
#include <string>
#include <vector>

namespace secret {

/// A tag that could be written, in a model file or in the source.
struct SuggestedTag {
  TaggedThing Thing = TaggedThing::Variable;
  std::string Name; ///< as in a model file; of a parameter: the function
  int Position = NoPosition;
  std::string File;
  unsigned Line = 0;
  /// Where `[[secret]] ` goes, from 1; 0 if other names share the declaration.
  unsigned Column = 0;
};

/// Declarations outside system headers and macros that are called like secrets
/// and that neither tags nor models speak of, in the order of the source.
std::vector<SuggestedTag> suggestTags(clang::ASTContext &Context,
                                      const ModelIndex &Models);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_INFERREDTAGS_H
