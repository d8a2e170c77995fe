//===- ChangedLines.cpp - What a change touches ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChangedLines.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace secret::output;

/// The path behind `+++ `, as findings have it.
static std::string pathIn(StringRef Header, StringRef Root) {
  StringRef Path = Header.split('\t').first.rtrim();
  if (Path.consume_front("\""))
    Path.consume_back("\"");
  if (Path.starts_with("/")) {
    StringRef Below = Path;
    return (Below.consume_front(Root.rtrim('/')) && Below.consume_front("/")
                ? Below
                : Path)
        .str();
  }
  auto Exists = [&](StringRef Relative) {
    SmallString<256> Full(Root);
    sys::path::append(Full, Relative);
    return sys::fs::exists(Full);
  };
  StringRef Stripped = Path.split('/').second;
  bool HasPrefix = !Stripped.empty() && (!Exists(Path) || Exists(Stripped));
  return (HasPrefix ? Stripped : Path).str();
}

/// `12,3` is a first line and a number of lines, which is 1 where it is
/// missing.
static bool readRange(StringRef &Text, unsigned &First, unsigned &Number) {
  Number = 1;
  if (Text.consumeInteger(10, First))
    return false;
  return !Text.consume_front(",") || !Text.consumeInteger(10, Number);
}

void ChangedLines::addHunk(StringRef Numbers) {
  unsigned OldFirst = 0, First = 0;
  if (!readRange(Numbers, OldFirst, OldLeft) || !Numbers.consume_front(" +") ||
      !readRange(Numbers, First, NewLeft)) {
    OldLeft = NewLeft = 0;
    return;
  }
  HasHunk = true;
  // Without new lines, the number is that of the line before.
  Next = NewLeft ? First : First + 1;
}

void ChangedLines::addLines(StringRef Line) {
  char Kind = Line.empty() ? ' ' : Line.front();
  if (Kind == '\\')
    return;
  if (Kind == '+') {
    Current->Ranges.emplace_back(Next, Next);
  } else if (Kind == '-') {
    // What stood before and behind it is neighbours now.
    Current->Ranges.emplace_back(Next ? Next - 1 : 0, Next);
  }
  if (Kind != '-' && NewLeft) {
    --NewLeft;
    ++Next;
  }
  if (Kind != '+' && OldLeft)
    --OldLeft;
}

Expected<ChangedLines> ChangedLines::parse(StringRef Diff, StringRef Root) {
  ChangedLines Result;
  for (StringRef Rest = Diff; !Rest.empty();) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    if (Result.Current && (Result.OldLeft || Result.NewLeft)) {
      Result.addLines(Line);
    } else if (Line.consume_front("+++ ")) {
      std::string File = pathIn(Line, Root);
      Result.Current = &Result.Files[File];
    } else if (Result.Current && Line.consume_front("@@ -")) {
      Result.addHunk(Line);
    }
  }
  Result.Current = nullptr;
  if (Diff.trim().empty() || Result.HasHunk)
    return Result;
  return createStringError("it is no unified diff; make one with 'git diff' or "
                           "'diff -u'");
}

void ChangedLines::addWhole(StringRef File) { Files[File.str()].Whole = true; }

bool ChangedLines::touches(StringRef File, unsigned First,
                           unsigned Last) const {
  auto It = Files.find(File);
  if (It == Files.end())
    return false;
  return It->second.Whole || any_of(It->second.Ranges, [&](const auto &R) {
           return R.first <= Last && First <= R.second;
         });
}

bool ChangedLines::introduces(const Finding &F, Sources &Texts) const {
  // First and last line by file and function.
  std::map<std::pair<std::string, std::string>, std::pair<unsigned, unsigned>>
      Spans;
  auto Add = [&](const Place &P) {
    SourceText *Text = Texts.find(P.File);
    if (!P.At.Line)
      return;
    auto &Span = Spans
                     .try_emplace({P.File, Text ? Text->functionAt(P.At.Line)
                                                : std::string()},
                                  P.At.Line, P.At.EndLine)
                     .first->second;
    Span.first = std::min(Span.first, P.At.Line);
    Span.second = std::max(Span.second, P.At.EndLine);
  };
  Add(F.Where);
  for (const Step &S : F.Steps)
    Add(S.Where);
  return any_of(Spans, [&](const auto &Entry) {
    return touches(Entry.first.first, Entry.second.first, Entry.second.second);
  });
}
