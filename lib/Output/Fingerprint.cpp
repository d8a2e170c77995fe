//===- Fingerprint.cpp - What makes a finding the same one later ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fingerprint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace secret::output;

/// The first name in quotes. The rest of a message changes with the compiler
/// that was asked.
static std::string objectOf(StringRef Message) {
  StringRef Rest = Message.split('\'').second;
  return Rest.contains('\'') ? Rest.split('\'').first.str() : "";
}

static std::string withoutBlanks(StringRef Line) {
  std::string Result;
  copy_if(Line, std::back_inserter(Result), [](char C) { return !isSpace(C); });
  return Result;
}

/// No line number: the finding may move, and so may its function.
static std::string identityOf(const Finding &F, StringRef Line) {
  return join(ArrayRef<std::string>{F.Rule, F.Where.File, F.Function, F.Object,
                                    withoutBlanks(Line)},
              StringRef("\0", 1));
}

static std::string spellHash(uint64_t Hash, unsigned Number) {
  std::string Text = utohexstr(Hash, /*LowerCase=*/true, /*Width=*/16);
  return Number > 1 ? Text + "-" + utostr(Number) : Text;
}

void secret::output::setFingerprints(std::vector<Finding> &Findings,
                                     Sources &Texts) {
  StringMap<unsigned> Seen;
  for (Finding &F : Findings) {
    SourceText *Text = Texts.find(F.Where.File);
    unsigned Line = F.Where.At.Line;
    F.Object = objectOf(F.Message);
    if (Text) {
      F.Function = Text->functionAt(Line);
      F.LineHash = Text->hashOf(Line).str();
    }
    std::string Identity = identityOf(F, Text ? Text->line(Line) : "");
    F.Fingerprint = spellHash(xxh3_64bits(Identity), ++Seen[Identity]);
  }
}
