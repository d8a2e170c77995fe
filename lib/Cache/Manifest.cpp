//===- Manifest.cpp - Questions as they are stored ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Manifest.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace secret {
namespace cache {

static void writeSet(ArrayRef<Question> Asked, std::string &Text) {
  StringRef Before;
  for (const Question &Q : Asked) {
    size_t Shared = 0, End = std::min(Before.size(), Q.Path.size());
    while (Shared < End && Before[Shared] == Q.Path[Shared])
      ++Shared;
    Text += static_cast<char>(Q.What);
    Text += Q.Answer.substr(0, 16) + ' ' + std::to_string(Shared) + ' ';
    Text.append(Q.Path, Shared);
    Text += '\n';
    Before = Q.Path;
  }
}

std::string writeManifest(ArrayRef<std::vector<Question>> Sets) {
  std::string Text;
  for (const std::vector<Question> &Asked : Sets) {
    Text += "set\n";
    writeSet(Asked, Text);
  }
  return Text;
}

/// \returns whether \p Line is a question.
static bool readQuestion(StringRef Line, StringRef Before, Question &Q) {
  auto [Answer, Rest] = Line.drop_front().split(' ');
  auto [Number, Path] = Rest.split(' ');
  size_t Shared = 0;
  if (Number.getAsInteger(10, Shared) || Shared > Before.size())
    return false;
  Q.What = static_cast<Ask>(Line.front());
  Q.Answer = Answer.str();
  Q.Path = Before.take_front(Shared).str() + Path.str();
  return true;
}

std::vector<std::vector<Question>> readManifest(StringRef Text) {
  std::vector<std::vector<Question>> Sets;
  std::string Before;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Question Q;
    if (Line == "set") {
      Sets.emplace_back();
      Before.clear();
    } else if (!Line.empty() && !Sets.empty() &&
               readQuestion(Line, Before, Q)) {
      Before = Q.Path;
      Sets.back().push_back(std::move(Q));
    }
  }
  return Sets;
}

bool asksTheSame(ArrayRef<Question> A, ArrayRef<Question> B) {
  return equal(A, B, [](const Question &Left, const Question &Right) {
    return Left.What == Right.What && Left.Path == Right.Path;
  });
}

} // namespace cache
} // namespace secret
