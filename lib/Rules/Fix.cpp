//===- Fix.cpp - Turn a proposed repair into edits --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fix.h"
#include "FixDestructor.h"
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
              "> does not declare it under this file's compiler options; " +
              W.Remedy};
}

using Placed = std::pair<size_t, std::string>;

/// \p Statement before the one at \p At, or before the brace there.
static Placed placeBefore(const TextRange &At, const std::string &Statement) {
  std::optional<Layout> Lines = layoutAt(At);
  return Lines ? Placed(Lines->LineBegin,
                        Lines->Indent + Statement + Lines->Break)
               : Placed(At.Begin, Statement + " ");
}

static Placed placeAfter(const TextRange &At, const std::string &Statement) {
  std::optional<Layout> Lines = layoutAt(At);
  return Placed(At.End,
                (Lines ? Lines->Break + Lines->Indent : " ") + Statement);
}

void Fixer::insert(Fix &Result, const TextRange &At, size_t Offset,
                   std::string Text) const {
  Result.Edits.push_back({placeAt(At.File, Offset), 0, std::move(Text)});
}

Fix Fixer::replaceLength(const Repair &R) {
  std::optional<TextRange> At = textOf(R.Target, Context);
  if (!At)
    return {};
  unsigned Length = static_cast<unsigned>(At->End - At->Begin);
  return {{{R.Target.Begin, Length, R.Wipe.Length}}, {}};
}

std::optional<Wiper> Fixer::wiper(llvm::StringRef Name, Fix &Result) const {
  std::optional<Wiper> W = findWiper(Name, Models, Context);
  if (!W)
    Result.Obstacle = "no fix-it: no declaration or model tells how '" +
                      Name.str() +
                      "', which the option 'secret.Wiper' names, is called";
  return W;
}

/// Where a call replaces another one, or comes before a statement; unless that
/// would change what the code around it does.
Fix Fixer::callWiper(const Repair &R, llvm::StringRef Name, Applied How) {
  std::optional<TextRange> At = textOf(R.Target, Context);
  if (!At)
    return {};
  Fix Result;
  std::optional<Wiper> W = wiper(Name, Result);
  bool Replaces = R.What == Repair::Kind::ReplaceCall;
  if (!W || !(Replaces ? isWholeStatement(*At) : takesStatementBefore(*At)))
    return Result;
  Result = makeCallable(*W, *At, How);
  if (!Result.Obstacle.empty())
    return Result;
  std::string Call = W->call(R.Wipe.Pointer, R.Wipe.Length);
  if (Replaces) {
    unsigned Length = static_cast<unsigned>(At->End - At->Begin);
    Result.Edits.push_back({R.Target.Begin, Length, std::move(Call)});
    return Result;
  }
  auto [Offset, Text] = placeBefore(*At, Call + ";");
  insert(Result, *At, Offset, std::move(Text));
  return Result;
}

Fix Fixer::insertGuard(const Repair &R, Applied How) {
  std::optional<TextRange> At = textOf(R.Target, Context);
  if (!At || !takesStatementBefore(*At) || !Context.getLangOpts().CPlusPlus11)
    return {};
  const Wiper Guard = exitGuard();
  Fix Result = makeCallable(Guard, *At, How);
  std::string Name = R.Wipe.Pointer + "_guard";
  if (!Result.Obstacle.empty() || !takesName(*At, Name, Context.getLangOpts()))
    return Result;
  auto [Offset, Text] = placeAfter(
      *At, "auto " + Name + " = " + Guard.call(R.Wipe.Pointer, "") + ";");
  insert(Result, *At, Offset, std::move(Text));
  return Result;
}

/// The lines of a destructor, or of what is added to one.
static std::string destructorText(const DestructorPlan &Plan, const Wiper &W,
                                  const std::optional<Layout> &Lines) {
  std::string Break = Lines ? Lines->Break + Lines->Indent : " ";
  bool IsLong = Lines && !Plan.Head.empty() && Plan.Wipes.size() > 1;
  std::string Text;
  for (const WipeText &Each : Plan.Wipes) {
    if (!Text.empty() || IsLong)
      Text += Break + (IsLong ? "  " : "");
    Text += W.call(Each.Pointer, Each.Length) + ";";
  }
  if (Plan.Head.empty())
    return Text;
  return Plan.Head + (IsLong ? " {" : " { ") + Text +
         (IsLong ? Break + "}" : " }");
}

Fix Fixer::addDestructor(const Repair &R, llvm::StringRef Name, Applied How) {
  std::optional<DestructorPlan> Plan = planDestructor(R.Fields, Context);
  std::optional<TextRange> At = textOf(Plan ? Plan->Brace : Span(), Context);
  Fix Result;
  std::optional<Wiper> W = wiper(Name, Result);
  if (!Plan || !At || !W || !takesStatementBefore(*At))
    return Result;
  if (!Classes.insert(Plan->Brace.Begin).second && How == Applied::Together)
    return Result;
  Result = makeCallable(*W, *At, How);
  if (!Result.Obstacle.empty())
    return Result;
  std::optional<Layout> Lines = layoutAt(*At);
  auto [Offset, Text] = placeBefore(*At, destructorText(*Plan, *W, Lines));
  if (Plan->NeedsPublic) {
    llvm::StringRef Outer = At->Text.slice(Offset, At->Begin);
    Text = Lines ? (Outer + "public:" + Lines->Break + Text).str()
                 : "public: " + Text;
  }
  if (At->Text.take_front(Offset).ends_with("{")) // `~A() {}`
    Text.insert(0, " ");
  insert(Result, *At, Offset, std::move(Text));
  return Result;
}

Fix Fixer::spell(const Repair &R, llvm::StringRef Wiper, Applied How) {
  switch (R.What) {
  case Repair::Kind::None:
    return {};
  case Repair::Kind::ReplaceLength:
    return replaceLength(R);
  case Repair::Kind::ReplaceCall:
  case Repair::Kind::InsertBefore:
    return callWiper(R, Wiper, How);
  case Repair::Kind::InsertGuard:
    return insertGuard(R, How);
  case Repair::Kind::Destructor:
    return addDestructor(R, Wiper, How);
  }
  return {};
}

} // namespace secret
