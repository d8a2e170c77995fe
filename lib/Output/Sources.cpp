//===- Sources.cpp - Texts of the files that a report speaks of -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sources.h"
#include "LineHash.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace secret::output;

static bool isWordChar(char C) {
  return isAlnum(C) || C == '_' || C == '$' || (C & 0x80);
}

/// What `class NAME`, `struct NAME` or `namespace NAME` begins; empty for
/// another line, such as a function that returns a structure.
static std::string classOf(StringRef Line) {
  StringRef Rest = Line;
  if (Line.contains('(') ||
      !(Rest.consume_front("class ") || Rest.consume_front("struct ") ||
        Rest.consume_front("namespace ")))
    return "";
  return json::fixUTF8(Rest.ltrim().take_while(isWordChar));
}

SourceText::SourceText(std::unique_ptr<MemoryBuffer> From)
    : Buffer(std::move(From)), Starts{0} {
  StringRef All = text();
  for (size_t At = All.find('\n'); At != StringRef::npos && At + 1 < All.size();
       At = All.find('\n', At + 1))
    Starts.push_back(At + 1);
}

StringRef SourceText::line(unsigned Number) const {
  if (!Number || Number > numLines())
    return "";
  return text().drop_front(Starts[Number - 1]).split('\n').first.rtrim('\r');
}

/// Bytes in the middle of a character do not count.
unsigned SourceText::columnOf(unsigned Line, size_t Offset) const {
  StringRef Before = text().slice(Starts[Line - 1], Offset);
  return 1 + static_cast<unsigned>(
                 count_if(Before, [](char C) { return (C & 0xC0) != 0x80; }));
}

Region SourceText::region(unsigned Offset, unsigned Length) const {
  StringRef All = text();
  Offset = static_cast<unsigned>(std::min<size_t>(Offset, All.size()));
  if (!Length)
    Length = static_cast<unsigned>(
        All.drop_front(Offset).take_while(isWordChar).size());
  if (!Length && Offset < All.size() && All[Offset] != '\n')
    Length = 1;
  size_t End = std::min<size_t>(size_t(Offset) + Length, All.size());
  auto LineOf = [&](size_t At) {
    return static_cast<unsigned>(upper_bound(Starts, At) - Starts.begin());
  };
  Region R;
  R.Offset = Offset;
  R.Length = static_cast<unsigned>(End - Offset);
  R.Line = LineOf(Offset);
  R.Column = columnOf(R.Line, Offset);
  R.EndLine = LineOf(End);
  R.EndColumn = columnOf(R.EndLine, End);
  return R;
}

StringRef SourceText::hashOf(unsigned Line) {
  if (Hashes.empty())
    Hashes = hashLines(text());
  return Line && Line <= Hashes.size() ? StringRef(Hashes[Line - 1]) : "";
}

std::string SourceText::functionAt(unsigned Line) const {
  for (unsigned N = std::min(Line, numLines()); N; --N) {
    StringRef L = line(N);
    if (L.empty() || !isWordChar(L.front()) || L.rtrim().ends_with(":"))
      continue;
    if (std::string Class = classOf(L); !Class.empty())
      return Class;
    StringRef Before = L.split('(').first.rtrim();
    size_t NameStart = Before.size();
    while (NameStart &&
           (isWordChar(Before[NameStart - 1]) || Before[NameStart - 1] == ':' ||
            Before[NameStart - 1] == '~'))
      --NameStart;
    return json::fixUTF8(Before.drop_front(NameStart));
  }
  return "";
}

SourceText *Sources::find(StringRef File) {
  auto It = Known.find(File);
  if (It != Known.end())
    return It->second.get();
  SmallString<256> Path(sys::path::is_absolute(File) ? "" : Root);
  sys::path::append(Path, File);
  std::unique_ptr<SourceText> Text;
  if (auto Buffer = MemoryBuffer::getFile(Path); Buffer && !File.empty())
    Text = std::make_unique<SourceText>(std::move(*Buffer));
  return (Known[File.str()] = std::move(Text)).get();
}
