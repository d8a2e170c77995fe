//===- FixPlace.cpp - What stands around a place in a file ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixPlace.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace secret {

/// Finds the tokens around the range. A file is lexed from its start, since a
/// place alone does not tell whether it is inside a comment.
static void findNeighbours(TextRange &R, const LangOptions &LangOpts) {
  Lexer Lex(SourceLocation(), LangOpts, R.Text.begin(), R.Text.begin(),
            R.Text.end());
  bool InDirective = false;
  Token Tok;
  for (bool AtEnd = false; !AtEnd;) {
    AtEnd = Lex.LexFromRawLexer(Tok);
    if (Tok.is(tok::eof))
      return;
    if (Tok.isAtStartOfLine())
      InDirective = Tok.is(tok::hash);
    size_t Begin = Tok.getLocation().getRawEncoding();
    if (InDirective)
      continue;
    llvm::StringRef Spelled = R.Text.substr(Begin, Tok.getLength());
    if (Begin < R.Begin)
      R.Before = Spelled;
    if (Begin < R.End)
      continue;
    R.After = Spelled;
    R.AfterEnd = Begin + Spelled.size();
    return;
  }
}

std::optional<TextRange> textOf(Span S, const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  auto Begin = SourceLocation::getFromRawEncoding(S.Begin);
  auto End = SourceLocation::getFromRawEncoding(S.End);
  if (Begin.isInvalid() || End.isInvalid() || Begin.isMacroID() ||
      End.isMacroID() || Sources.isInSystemHeader(Begin))
    return std::nullopt;
  TextRange R;
  auto [File, BeginOffset] = Sources.getDecomposedLoc(Begin);
  auto [EndFile, EndOffset] = Sources.getDecomposedLoc(End);
  std::optional<llvm::StringRef> Text = Sources.getBufferDataOrNone(File);
  if (File != EndFile || EndOffset < BeginOffset || !Text)
    return std::nullopt;
  R.File = File;
  R.Text = *Text;
  R.Begin = BeginOffset;
  R.End = EndOffset +
          Lexer::MeasureTokenLength(End, Sources, Context.getLangOpts());
  findNeighbours(R, Context.getLangOpts());
  return R;
}

bool takesStatementBefore(const TextRange &R) {
  static constexpr llvm::StringLiteral Ends[] = {"{", "}", ";", ":"};
  return llvm::is_contained(Ends, R.Before);
}

bool isWholeStatement(const TextRange &R) {
  // `)` ends a cast to void or the condition of an `if`.
  static constexpr llvm::StringLiteral Starts[] = {")", "else", "do"};
  return R.After == ";" &&
         (takesStatementBefore(R) || llvm::is_contained(Starts, R.Before));
}

bool takesName(const TextRange &R, llvm::StringRef Name,
               const LangOptions &LangOpts) {
  Lexer Lex(SourceLocation(), LangOpts, R.Text.begin(), R.Text.begin(),
            R.Text.end());
  llvm::SmallVector<bool, 8> Uses{false}; // of each block that is open
  size_t Depth = 0;                       // of R's block, once it is reached
  Token Tok;
  for (bool AtEnd = false; !AtEnd;) {
    AtEnd = Lex.LexFromRawLexer(Tok);
    if (!Depth && Tok.getLocation().getRawEncoding() >= R.Begin)
      Depth = Uses.size();
    if (Tok.is(tok::l_brace))
      Uses.push_back(false);
    if (Tok.is(tok::raw_identifier) && Tok.getRawIdentifier() == Name)
      Uses[Depth ? Depth - 1 : Uses.size() - 1] = true;
    if (Tok.isNot(tok::r_brace) || Uses.size() == 1)
      continue;
    if (Uses.size() == Depth)
      return !Uses.back();
    Uses.pop_back();
  }
  return false;
}

static llvm::StringRef lineStart(llvm::StringRef Text, size_t Offset) {
  size_t Begin = Text.take_front(Offset).rfind('\n') + 1; // npos + 1 is 0
  return Text.slice(Begin, Offset);
}

static llvm::StringRef indentation(llvm::StringRef Line) {
  return Line.take_while([](char C) { return C == ' ' || C == '\t'; });
}

/// What is inside a block stands deeper than its closing brace: as deep as the
/// line before.
static llvm::StringRef indentationInside(const TextRange &R,
                                         llvm::StringRef Brace) {
  llvm::StringRef Above =
      R.Text.take_front(R.Begin - Brace.size()).rtrim().rsplit('\n').second;
  llvm::StringRef Inside = indentation(Above);
  return Inside.size() > Brace.size() ? Inside : llvm::StringRef();
}

std::optional<Layout> layoutAt(const TextRange &R) {
  llvm::StringRef Head = lineStart(R.Text, R.Begin);
  if (indentation(Head).size() != Head.size())
    return std::nullopt;
  llvm::StringRef Indent = Head;
  if (R.Text.substr(R.Begin, 1) == "}")
    if (auto Inside = indentationInside(R, Head); !Inside.empty())
      Indent = Inside;
  return Layout{R.Begin - Head.size(), Indent.str(),
                R.Text.contains("\r\n") ? "\r\n" : "\n"};
}

} // namespace secret
