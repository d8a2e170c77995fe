//===- Fix.cpp - Turn a proposed repair into edits --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fix.h"
#include "FixDirectives.h"
#include "FixPlace.h"
#include "FixProbe.h"
#include "FixWiper.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace secret {

Fixer::Fixer(const ASTContext &Context, const Preprocessor &PP,
             const ModelIndex &Models)
    : Context(Context), PP(PP), Models(Models) {}

Fixer::~Fixer() = default;

Place Fixer::placeAt(FileID File, size_t Offset) const {
  return Context.getSourceManager()
      .getComposedLoc(File, static_cast<unsigned>(Offset))
      .getRawEncoding();
}

bool Fixer::declares(llvm::StringRef Header, llvm::StringRef Name) {
  auto [Known, New] = Declares.try_emplace({Header.str(), Name.str()}, false);
  if (!New)
    return Known->second;
  const SourceManager &Sources = Context.getSourceManager();
  llvm::StringRef Main = Sources.getBufferData(Sources.getMainFileID());
  std::string Macros = Directives(Main, Context.getLangOpts()).leadingMacros();
  return Known->second = headerDeclares(Header, Name, Macros, Context, PP);
}

Fix Fixer::include(llvm::StringRef Header, const TextRange &At, Applied How) {
  Place File = placeAt(At.File, 0);
  bool IsFirst = Included.insert({File, Header.str()}).second;
  if (!IsFirst && How == Applied::Together)
    return {};
  Directives All(At.Text, Context.getLangOpts());
  size_t Offset = All.includeOffset(At.Begin);
  llvm::StringRef Break = At.Text.contains("\r\n") ? "\r\n" : "\n";
  std::string Line = ("#include <" + Header + ">" + Break).str();
  return {{{placeAt(At.File, Offset), 0, std::move(Line)}}, {}};
}

Fix Fixer::makeCallable(const Wiper &W, const TextRange &At, Applied How) {
  auto Where = SourceLocation::getFromRawEncoding(placeAt(At.File, At.Begin));
  if (findFunction(Context, W.Name, Where) ||
      Context.Idents.get(W.Name).hasMacroDefinition())
    return {};
  if (W.Header.empty())
    return {{},
            "no fix-it: '" + W.Name +
                "' is not declared here, and no model names its header"};
  bool IsIncluded =
      Directives(At.Text, Context.getLangOpts()).includes(W.Header);
  if (!IsIncluded && declares(W.Header, W.Name))
    return include(W.Header, At, How);
  return {{},
          "no fix-it: '" + W.Name + "' is not declared here, and <" + W.Header +
              "> does not declare it under this file's compiler options; set "
              "the option 'secret.Wiper' to a function that is available"};
}

using Placed = std::pair<size_t, std::string>;

static Placed placeStatement(const Repair &R, const TextRange &At,
                             const std::string &Statement) {
  std::optional<Layout> Lines = layoutAt(At);
  if (R.What == Repair::Kind::InsertBefore)
    return Lines ? Placed(Lines->LineBegin,
                          Lines->Indent + Statement + Lines->Break)
                 : Placed(At.Begin, Statement + " ");
  size_t End = At.After == ";" ? At.AfterEnd : At.End;
  return Placed(End, (Lines ? Lines->Break + Lines->Indent : " ") + Statement);
}

/// The edit that puts \p Call where \p R wants it; nothing if that would change
/// what the code around it does.
static std::optional<Placed> placeCall(const Repair &R, const TextRange &At,
                                       const std::string &Call) {
  if (R.What == Repair::Kind::ReplaceCall)
    return isWholeStatement(At) ? std::optional(Placed(At.Begin, Call))
                                : std::nullopt;
  return takesStatementBefore(At)
             ? std::optional(placeStatement(R, At, Call + ";"))
             : std::nullopt;
}

Fix Fixer::spell(const Repair &R, llvm::StringRef Name, Applied How) {
  if (R.What == Repair::Kind::None)
    return {};
  std::optional<TextRange> At = textOf(R.Target, Context);
  if (!At)
    return {};
  unsigned Length = static_cast<unsigned>(At->End - At->Begin);
  if (R.What == Repair::Kind::ReplaceLength)
    return {{{R.Target.Begin, Length, R.LengthText}}, {}};

  std::optional<Wiper> W = findWiper(Name, Models, Context);
  if (!W)
    return {{},
            "no fix-it: no declaration or model tells how '" + Name.str() +
                "', which the option 'secret.Wiper' names, is called"};
  auto Edited = placeCall(R, *At, W->call(R.PointerText, R.LengthText));
  if (!Edited)
    return {};
  Fix Result = makeCallable(*W, *At, How);
  if (!Result.Obstacle.empty())
    return Result;
  bool Replaces = R.What == Repair::Kind::ReplaceCall;
  Result.Edits.push_back({placeAt(At->File, Edited->first),
                          Replaces ? Length : 0, std::move(Edited->second)});
  return Result;
}

} // namespace secret
