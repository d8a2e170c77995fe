//===- Diagnose.cpp - Findings as diagnostics of the compiler -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Diagnose.h"
#include "Rules/Hint.h"

using namespace clang;

namespace secret {

/// The texts hold names from the source: never use one as the format.
static DiagnosticBuilder say(DiagnosticsEngine &To,
                             DiagnosticsEngine::Level Level, Place At,
                             llvm::StringRef Text) {
  return To.Report(location(At), To.getCustomDiagID(Level, "%0")) << Text;
}

void announce(DiagnosticsEngine &To, const UnitFindings &Found) {
  for (const std::string &Error : Found.ModelErrors)
    say(To, DiagnosticsEngine::Error, 0, Error);
  for (const Note &Remark : Found.Remarks)
    say(To, DiagnosticsEngine::Warning, Remark.At.Begin, Remark.Text);
}

/// Clang's switches over warnings leave those of plugins alone.
static DiagnosticsEngine::Level warningLevel(const DiagnosticsEngine &To) {
  return To.getWarningsAsErrors() ? DiagnosticsEngine::Error
                                  : DiagnosticsEngine::Warning;
}

void warn(DiagnosticsEngine &To, const Finding &F, const Fix &Mend) {
  if (To.getIgnoreAllWarnings())
    return;
  const std::string Rule = " [" + ruleInfo(F.Rule).Name.str() + "]";
  {
    DiagnosticBuilder Warning =
        say(To, warningLevel(To), F.At.Begin, F.Message + Rule);
    if (F.At.End)
      Warning << SourceRange(location(F.At.Begin), location(F.At.End));
    for (const Edit &E : Mend.Edits)
      Warning << hint(E);
  }
  for (const Note &N : F.Notes)
    say(To, DiagnosticsEngine::Note, N.At.Begin, N.Text);
  if (!Mend.Obstacle.empty())
    say(To, DiagnosticsEngine::Note, F.At.Begin, Mend.Obstacle);
}

} // namespace secret
