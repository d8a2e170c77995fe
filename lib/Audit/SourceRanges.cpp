//===- SourceRanges.cpp - The text of a zeroization -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceRanges.h"
#include "ObjectCode/ObjectCode.h"
#include "Paths.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using clang::SourceLocation;

namespace secret {
namespace audit {
namespace {

/// What may stand in a macro around a zeroization without doing anything.
constexpr StringLiteral Frame[] = {"do", "while", "void", "0", "1",
                                   "(",  ")",     "{",    "}", ";"};

bool isFrame(StringRef Text) {
  for (Text = Text.ltrim(" \t\n\r\\"); !Text.empty();
       Text = Text.ltrim(" \t\n\r\\")) {
    const auto *Word =
        find_if(Frame, [&](StringRef W) { return Text.consume_front(W); });
    if (Word == std::end(Frame))
      return false;
  }
  return true;
}

/// What is before \p At in the body of the macro that it is in.
StringRef bodyBefore(StringRef File, size_t At) {
  size_t Begin = At;
  while (Begin && !(File[Begin - 1] == '\n' &&
                    !File.take_front(Begin - 1).rtrim('\r').ends_with("\\")))
    --Begin;
  StringRef Text = File.slice(Begin, At).ltrim();
  if (!Text.consume_front("#"))
    return Text;
  Text = Text.ltrim();
  Text.consume_front("define");
  Text = Text.ltrim().drop_while(
      [](char C) { return isAlnum(C) || C == '_' || C == '$'; });
  return Text.starts_with("(") ? Text.split(')').second : Text;
}

StringRef bodyAfter(StringRef File, size_t At) {
  size_t End = At;
  while (
      End < File.size() &&
      (File[End] != '\n' || File.take_front(End).rtrim('\r').ends_with("\\")))
    ++End;
  return File.slice(At, End);
}

/// From an argument to where the macro's body has it.
SourceLocation inBody(SourceLocation At, const clang::SourceManager &Sources) {
  while (Sources.isMacroArgExpansion(At))
    At = Sources.getImmediateExpansionRange(At).getBegin();
  return At;
}

/// Whether a macro is nothing but the tokens from \p Begin to \p End.
bool isWholeMacro(SourceLocation Begin, SourceLocation End,
                  const clang::SourceManager &Sources,
                  const clang::LangOptions &Language) {
  if (Sources.isMacroArgExpansion(Begin) && Sources.isMacroArgExpansion(End))
    return false; // and more may be in the argument
  Begin = inBody(Begin, Sources);
  End = inBody(End, Sources);
  if (!Begin.isMacroID() || !End.isMacroID() ||
      Sources.getExpansionLoc(Begin) != Sources.getExpansionLoc(End) ||
      Sources.getImmediateMacroCallerLoc(Begin).isMacroID())
    return false;
  SourceLocation First = Sources.getSpellingLoc(Begin);
  SourceLocation Last = Sources.getSpellingLoc(End);
  Last = Last.getLocWithOffset(
      clang::Lexer::MeasureTokenLength(Last, Sources, Language));
  if (Sources.getFileID(First) != Sources.getFileID(Last))
    return false;
  StringRef File = Sources.getBufferData(Sources.getFileID(First));
  return isFrame(bodyBefore(File, Sources.getFileOffset(First))) &&
         isFrame(bodyAfter(File, Sources.getFileOffset(Last)));
}

} // namespace

SourceText placeOf(Place P, const clang::SourceManager &Sources,
                   StringRef Directory) {
  clang::PresumedLoc At = Sources.getPresumedLoc(
      Sources.getExpansionLoc(SourceLocation::getFromRawEncoding(P)));
  if (At.isInvalid())
    return {};
  return {realPath(absolutePath(At.getFilename(), Directory)), At.getLine(),
          At.getColumn(), ""};
}

std::optional<SourceText> textOf(Span At, const clang::SourceManager &Sources,
                                 const clang::LangOptions &Language,
                                 StringRef Directory) {
  auto Begin = SourceLocation::getFromRawEncoding(At.Begin);
  auto End = SourceLocation::getFromRawEncoding(At.End ? At.End : At.Begin);
  clang::CharSourceRange Range = clang::Lexer::makeFileCharRange(
      clang::CharSourceRange::getTokenRange(Begin, End), Sources, Language);
  if (Range.isInvalid() && isWholeMacro(Begin, End, Sources, Language))
    Range = clang::Lexer::makeFileCharRange(Sources.getExpansionRange(Begin),
                                            Sources, Language);
  if (Range.isInvalid())
    return std::nullopt;
  SourceText Text =
      placeOf(Range.getBegin().getRawEncoding(), Sources, Directory);
  Text.Text = clang::Lexer::getSourceText(Range, Sources, Language).str();
  if (Text.Text.empty() || Text.File.empty())
    return std::nullopt;
  return Text;
}

} // namespace audit
} // namespace secret
