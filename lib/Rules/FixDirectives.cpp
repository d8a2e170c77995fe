//===- FixDirectives.cpp - A file's preprocessor directives -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixDirectives.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret {

static size_t startOfLine(llvm::StringRef Text, size_t Offset) {
  return Text.take_front(Offset).rfind('\n') + 1; // npos + 1 is 0
}

/// Past the newline that ends the line of \p Offset, splices skipped.
static size_t nextLine(llvm::StringRef Text, size_t Offset) {
  for (size_t At = Text.find('\n', Offset); At != llvm::StringRef::npos;
       At = Text.find('\n', At + 1))
    if (!Text.take_front(At).rtrim('\r').ends_with("\\"))
      return At + 1;
  return Text.size();
}

Directives::Directives(llvm::StringRef Text, const LangOptions &LangOpts)
    : Text(Text), FirstCode(Text.size()) {
  Lexer Lex(SourceLocation(), LangOpts, Text.begin(), Text.begin(), Text.end());
  size_t DirectiveEnd = 0;
  Code Seen;
  Token Tok;
  for (bool AtEnd = false; !AtEnd;) {
    AtEnd = Lex.LexFromRawLexer(Tok);
    size_t Begin = Tok.getLocation().getRawEncoding();
    if (Tok.is(tok::eof))
      break;
    if (Begin < DirectiveEnd)
      continue;
    if (Tok.is(tok::hash) && Tok.isAtStartOfLine()) {
      DirectiveEnd = nextLine(Text, Begin);
      add(Begin, DirectiveEnd, Seen);
      continue;
    }
    if (FirstCode == Text.size())
      FirstCode = startOfLine(Text, Begin);
    Seen.Braces += Tok.is(tok::l_brace);
    Seen.Braces -= Tok.is(tok::r_brace) && Seen.Braces;
    Seen.Ended = Tok.isOneOf(tok::semi, tok::r_brace);
  }
}

void Directives::add(size_t Begin, size_t End, const Code &Before) {
  llvm::StringRef Line = Text.slice(Begin, End).rtrim();
  llvm::StringRef Name =
      Line.drop_front().ltrim(" \t").take_while(llvm::isAlpha);
  if (Name == "endif" && Depth)
    --Depth;
  All.push_back({Name, Line, Depth, End, Before.Ended && !Before.Braces});
  if (Name.starts_with("if"))
    ++Depth;
  // `#ifndef X` and `#define X` at the top: its content is not conditional.
  if (All.size() == 2 && isGuard(0)) {
    Depth = 0;
    All[1].Depth = 0;
  }
}

static llvm::StringRef secondWord(llvm::StringRef Line) {
  llvm::StringRef Rest = Line.drop_front().ltrim(" \t");
  return Rest.drop_while(llvm::isAlpha).ltrim(" \t").take_until([](char C) {
    return llvm::isSpace(C);
  });
}

bool Directives::isGuard(size_t Index) const {
  const Directive &Test = All[Index], &Define = All[Index + 1];
  return Test.Name == "ifndef" && Define.Name == "define" &&
         secondWord(Test.Line) == secondWord(Define.Line);
}

bool Directives::includes(llvm::StringRef Header) const {
  return llvm::any_of(All, [&](const Directive &D) {
    if (!D.Name.starts_with("include") && D.Name != "import")
      return false;
    llvm::StringRef What = D.Line.drop_front().ltrim(" \t");
    What = What.drop_front(D.Name.size()).ltrim(" \t");
    return What.size() > 2 && What.drop_front().starts_with(Header) &&
           (What.drop_front(1 + Header.size()).starts_with(">") ||
            What.drop_front(1 + Header.size()).starts_with("\""));
  });
}

size_t Directives::includeOffset(size_t Before) const {
  size_t AfterInclude = 0, AfterMacros = 0;
  bool OnlyMacros = true;
  for (const Directive &D : All) {
    if (D.End > Before)
      break;
    if (D.Name == "include" && D.Depth == 0 && D.BetweenDeclarations)
      AfterInclude = D.End;
    OnlyMacros &= D.End <= FirstCode;
    if (OnlyMacros && D.Depth == 0 && !D.Name.starts_with("if"))
      AfterMacros = D.End;
  }
  if (AfterInclude)
    return AfterInclude;
  return AfterMacros ? AfterMacros : std::min(FirstCode, Before);
}

std::string Directives::leadingMacros() const {
  std::string Lines;
  for (const Directive &D : All) {
    if (D.Name == "include")
      break;
    if (D.Depth == 0 && (D.Name == "define" || D.Name == "undef"))
      Lines += D.Line.str() + "\n";
  }
  return Lines;
}

} // namespace secret
