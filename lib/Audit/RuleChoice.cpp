//===- RuleChoice.cpp - Which checks a run has ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuleChoice.h"
#include "Rules/Finding.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

Error failure(const Twine &Text) {
  std::string Names;
  ListSeparator Separator;
  raw_string_ostream OS(Names);
  for (const RuleInfo &Rule : allRules())
    OS << Separator << Rule.Name;
  return createStringError(inconvertibleErrorCode(),
                           Text + "; the checks are " + OS.str());
}

} // namespace

Expected<std::string> chooseRules(StringRef Globs) {
  SmallVector<StringRef, 4> Items;
  Globs.split(Items, ',', -1, /*KeepEmpty=*/false);
  bool StartsFull = Items.empty() || Items.front().trim().starts_with("-");
  SmallVector<bool, 16> Chosen(allRules().size(), StartsFull);
  for (StringRef Item : Items) {
    StringRef Text = Item.trim();
    bool Add = !Text.consume_front("-");
    Expected<GlobPattern> Glob = GlobPattern::create(Text);
    if (!Glob)
      return failure("'" + Text +
                     "' is not a glob: " + toString(Glob.takeError()));
    bool Any = false;
    for (size_t I = 0; I < Chosen.size(); ++I)
      if (Glob->match(allRules()[I].Name)) {
        Chosen[I] = Add;
        Any = true;
      }
    if (!Any)
      return failure("unknown check '" + Text + "'");
  }
  std::string Result = "-*";
  for (size_t I = 0; I < Chosen.size(); ++I)
    if (Chosen[I])
      Result += ("," + allRules()[I].Name).str();
  if (Result == "-*")
    return failure("'" + Globs + "' leaves no check");
  return Result;
}

std::set<std::string> chosenRules(StringRef Checks) {
  SmallVector<StringRef, 16> Names;
  Checks.split(Names, ',');
  std::set<std::string> Rules;
  for (StringRef Name : Names)
    if (!Name.starts_with("-"))
      Rules.insert(Name.str());
  return Rules;
}

} // namespace audit
} // namespace secret
