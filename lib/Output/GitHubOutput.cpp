//===- GitHubOutput.cpp - Annotations of a GitHub workflow ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace secret::output;

/// What would end a message, or a property of a command, is written as %XX.
static std::string escape(StringRef Text, StringRef Special) {
  std::string Result;
  for (char C : Text)
    if (Special.contains(C))
      Result += "%" + toHex(StringRef(&C, 1));
    else
      Result += C;
  return Result;
}

static std::string message(StringRef Text) { return escape(Text, "%\r\n"); }
static std::string property(StringRef Text) { return escape(Text, "%\r\n:,"); }

static void printFinding(raw_ostream &OS, const Finding &F) {
  const Region &At = F.Where.At;
  OS << "::warning file=" << property(F.Where.File) << ",line=" << At.Line
     << ",endLine=" << At.EndLine;
  // Columns make sense within a line only.
  if (At.Line == At.EndLine)
    OS << ",col=" << At.Column << ",endColumn=" << At.EndColumn;
  OS << ",title=" << property(F.Rule) << "::" << message(F.Message);
  for (const Step &S : F.Steps)
    OS << "%0A" << message(S.Where.File) << ':' << S.Where.At.Line << ": "
       << message(S.Text);
  OS << '\n';
}

void secret::output::writeGitHub(raw_ostream &OS, const Report &R) {
  for (const Finding &F : R.Findings)
    if (F.isReported())
      printFinding(OS, F);
  for (const FileFailure &F : R.Failures)
    OS << "::error file=" << property(F.File)
       << ",title=secret-audit::not analysed completely: " << message(F.Reason)
       << '\n';
  for (const std::string &Line : R.Misconfigured)
    OS << "::error title=secret-audit::" << message(Line) << '\n';
  if (R.Partial)
    OS << "::warning title=secret-audit::the audit was interrupted; this "
          "report is partial\n";
}
