//===- Questions.h - What an analysis asks of files -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An analysis asks for contents, whether something is there, and what is in a
// folder. If all the answers are the same as before, so is its result. A header
// that was looked for in vain is a question too.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_QUESTIONS_H
#define SECRET_TIDY_CACHE_QUESTIONS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace secret {
namespace cache {

/// What is asked. An answer to a later one says more.
enum class Ask : char {
  Presence = 'p', ///< nothing, a file or a folder
  Content = 'c',
  Listing = 'l', ///< the names in a folder
};

struct Question {
  Ask What = Ask::Presence;
  std::string Path; ///< relative to the root, or absolute
  std::string Answer;
};

/// Paths below \p Root (absolute, or empty) without it.
std::string belowRoot(llvm::StringRef Path, llvm::StringRef Root);

/// The answers of the file system, each found once.
class Answers {
public:
  explicit Answers(llvm::StringRef Root) : Root(Root.str()) {}

  /// The answer to what \p Q asks.
  const std::string &to(const Question &Q);

private:
  std::string Root;
  llvm::StringMap<std::string> Presences, Contents, Listings;
};

/// The answer where nothing is, or nothing that can be read.
inline constexpr const char *Nothing = "-";
/// The answer to Ask::Presence of something that is there, and that to
/// Ask::Listing for names in any order.
inline const char *presenceOf(bool IsFolder) {
  return IsFolder ? "folder" : "file";
}
std::string listingOf(std::vector<std::string> Names);

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_QUESTIONS_H
