//===- Formats.cpp - The formats of a report ------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace secret::output;

namespace {

struct FormatName {
  StringRef Name;
  Format Kind;
};

constexpr FormatName Names[] = {
    {"text", Format::Text},     {"json", Format::Json},
    {"sarif", Format::Sarif},   {"codequality", Format::CodeQuality},
    {"github", Format::GitHub}, {"html", Format::Html},
};

} // namespace

Expected<OutputFile> secret::output::parseOutput(StringRef Text) {
  auto [Name, Path] = Text.split(':');
  for (const FormatName &Known : Names)
    if (Known.Name == Name && !Path.empty())
      return OutputFile{Known.Kind, Path.str()};
  return createStringError(
      "--output wants FORMAT:FILE, not '" + Text +
      "'; the formats are text, json, sarif, codequality, github and html, "
      "and the file - is standard output");
}

void secret::output::writeReport(raw_ostream &OS, Format Kind, const Report &R,
                                 Sources &Texts) {
  switch (Kind) {
  case Format::Text:
    break;
  case Format::Json:
    return writeJson(OS, R);
  case Format::Sarif:
    return writeSarif(OS, R, Texts);
  case Format::CodeQuality:
    return writeCodeQuality(OS, R);
  case Format::GitHub:
    return writeGitHub(OS, R);
  case Format::Html:
    return writeHtml(OS, R, Texts);
  }
  llvm_unreachable("the audit writes text");
}

Counts secret::output::countFindings(const Report &R) {
  Counts C;
  for (const Finding &F : R.Findings)
    ++(F.Suppressed                     ? C.Suppressed
       : F.State == FindingState::Known ? C.Known
                                        : C.Reported);
  return C;
}
