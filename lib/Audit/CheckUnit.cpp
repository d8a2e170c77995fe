//===- CheckUnit.cpp - Analyse one unit with clang-tidy's library ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckUnit.h"
#include "AskCopies.h"
#include "AskUnit.h"
#include "Summary/UnitSlice.h"
#include "TidyOptions.h"
#include "TidyRun.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace clang::tidy;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;

namespace secret {
namespace audit {
namespace {

/// `FILE:LINE:COL: ` of an offset in a file; empty without a file.
std::string positionText(const DiagnosticMessage &M) {
  if (M.FilePath.empty())
    return "";
  auto Buffer = MemoryBuffer::getFile(M.FilePath);
  if (!Buffer)
    return M.FilePath + ": ";
  StringRef Before = (*Buffer)->getBuffer().take_front(M.FileOffset);
  size_t LineStart = Before.rfind('\n') + 1; // npos + 1 is 0
  return (M.FilePath + ":" + Twine(Before.count('\n') + 1) + ":" +
          Twine(Before.size() - LineStart + 1) + ": ")
      .str();
}

/// Findings, complaints about options and models, and the compiler's first
/// error all arrive in one list.
void addError(ClangTidyError E, UnitResult &Result) {
  constexpr StringLiteral ConfigurationName = "clang-tidy-config";
  if (E.DiagnosticName == ConfigurationName)
    Result.Misconfigured.push_back(E.Message.Message);
  else if (E.DiagLevel != Diagnostic::Error)
    Result.Findings.push_back(std::move(E));
  else if (Result.Failure.empty())
    Result.Failure = positionText(E.Message) + "error: " + E.Message.Message;
}

/// Facts that could not be stored are a failure of this file, not a fault of
/// the configuration: without them other files are not judged as they should
/// be.
void checkFacts(const Job &What, UnitResult &Result) {
  if (What.Settings.CrossUnit.empty())
    return;
  Expected<UnitSlice> Slice = readSlice(What.Settings.CrossUnit);
  if (!Slice)
    return consumeError(Slice.takeError());
  if (Slice->Facts.empty() || sys::fs::exists(Slice->Facts))
    return;
  for (std::string &Line : Result.Misconfigured)
    if (StringRef(Line).contains(Slice->Facts) && Result.Failure.empty())
      Result.Failure = Line;
  erase_if(Result.Misconfigured,
           [&](const std::string &Line) { return Line == Result.Failure; });
}

} // namespace

UnitResult checkUnit(const Job &What, FilesPtr Files) {
  UnitResult Result;
  Result.File = What.Unit.File;
  ClangTidyContext Context(
      makeTidyOptions(What.Settings, Result.Misconfigured, Files));
  TidyFindings Found = runTidy(Context, What.Unit, Files);
  for (ClangTidyError &E : Found.Errors)
    addError(std::move(E), Result);
  Result.Suppressed = std::move(Found.Suppressed);
  checkFacts(What, Result);
  addEvidence(What, Result, Files);
  addResidualCopies(What, Result, std::move(Files));
  return Result;
}

} // namespace audit
} // namespace secret
