//===- PreprocessedText.cpp - A unit as one text --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PreprocessedText.h"
#include "ObjectCode/ObjectCode.h"
#include "Paths.h"
#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// `# 12 "file.c" 1 3`: the number of the line that follows, and its file.
bool readMarker(StringRef Line, unsigned &Number, std::string &File) {
  if (!Line.consume_front("# ") || Line.consumeInteger(10, Number) ||
      !Line.consume_front(" \""))
    return false;
  File.clear();
  for (size_t I = 0; I < Line.size() && Line[I] != '"'; ++I) {
    if (Line[I] == '\\' && I + 1 < Line.size())
      ++I;
    File.push_back(Line[I]);
  }
  return true;
}

} // namespace

PreprocessedText::PreprocessedText(std::string Whole, StringRef Directory)
    : Text(std::move(Whole)) {
  StringMap<std::string> RealPaths;
  std::string Name, File;
  unsigned Number = 0;
  for (size_t Begin = 0; Begin < Text.size();) {
    size_t End = std::min(Text.find('\n', Begin), Text.size());
    if (readMarker(StringRef(Text).slice(Begin, End), Number, Name)) {
      auto [It, New] = RealPaths.try_emplace(Name);
      if (New)
        It->second = realPath(absolutePath(Name, Directory));
      File = It->second;
    } else {
      Lines[{File, Number++}].push_back(Begin);
    }
    Begin = End + 1;
  }
}

std::vector<std::string> PreprocessedText::files() const {
  std::vector<std::string> Result;
  for (const auto &Line : Lines)
    if (Result.empty() || Result.back() != Line.first.first)
      Result.push_back(Line.first.first);
  return Result;
}

std::vector<size_t> PreprocessedText::find(const SourceText &Part) const {
  std::vector<size_t> Found;
  auto It = Lines.find({Part.File, Part.Line});
  if (It == Lines.end() || !Part.Column)
    return Found;
  for (size_t Begin : It->second) {
    size_t At = Begin + Part.Column - 1;
    if (StringRef(Text).substr(At).starts_with(Part.Text))
      Found.push_back(At);
  }
  return Found;
}

std::optional<std::string>
PreprocessedText::without(ArrayRef<const SourceText *> Parts) const {
  std::string Result = Text;
  for (const SourceText *Part : Parts) {
    std::vector<size_t> Found = find(*Part);
    std::string Empty = emptyLike(Part->Text);
    if (Found.empty() || Empty.size() != Part->Text.size())
      return std::nullopt;
    for (size_t At : Found)
      Result.replace(At, Empty.size(), Empty);
  }
  return Result;
}

std::string emptyLike(StringRef Statement) {
  bool IsLoop = Statement.starts_with("for") || Statement.starts_with("while");
  StringRef Nothing = "(void)0";
  if (Statement.ends_with(";"))
    Nothing = ";";
  else if (IsLoop && Statement.ends_with("}"))
    Nothing = "{}";
  else if (Statement.size() < Nothing.size())
    Nothing = "0";
  std::string Result = Nothing.str();
  size_t From = std::min(Nothing.size(), Statement.size());
  if (Statement.take_front(From).contains('\n'))
    return ""; // would move the lines
  for (char C : Statement.drop_front(From))
    Result.push_back(C == '\n' ? '\n' : ' ');
  return Result;
}

} // namespace audit
} // namespace secret
