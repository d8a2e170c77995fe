//===- Findings.cpp - From results to a report ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings.h"
#include "Output/Fingerprint.h"
#include "Paths.h"
#include "SuppressionReason.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;
using clang::tooling::FileByteRange;
using clang::tooling::Replacement;

namespace secret {
namespace audit {
namespace {

class Converter {
public:
  explicit Converter(output::Sources &Texts) : Texts(Texts) {}

  output::Finding convert(const Diagnostic &D, const EvidenceTable &Evidence);

private:
  output::Place place(StringRef File, unsigned Offset, unsigned Length);
  output::Place place(const DiagnosticMessage &M);
  std::vector<output::Edit> edits(const DiagnosticMessage &M);

  output::Sources &Texts;
  std::string Directory;
};

output::Place Converter::place(StringRef File, unsigned Offset,
                               unsigned Length) {
  output::Place P;
  if (File.empty())
    return P;
  P.File = relativePath(absolutePath(File, Directory), Texts.root());
  if (output::SourceText *Text = Texts.find(P.File))
    P.At = Text->region(Offset, Length);
  return P;
}

/// The range that begins where the message stands, or the word there.
output::Place Converter::place(const DiagnosticMessage &M) {
  unsigned Length = 0;
  for (const FileByteRange &R : M.Ranges)
    if (R.FilePath == M.FilePath && R.FileOffset == M.FileOffset)
      Length = std::max(Length, R.Length);
  return place(M.FilePath, M.FileOffset, Length);
}

std::vector<output::Edit> Converter::edits(const DiagnosticMessage &M) {
  std::vector<output::Edit> Result;
  for (const auto &Entry : M.Fix)
    for (const Replacement &R : Entry.second) {
      output::Edit E{place(Entry.first(), R.getOffset(), R.getLength()),
                     R.getReplacementText().str()};
      // Nothing is what an insertion replaces, not the word there.
      if (!R.getLength() && E.Where.At.Line) {
        E.Where.At.Length = 0;
        E.Where.At.EndLine = E.Where.At.Line;
        E.Where.At.EndColumn = E.Where.At.Column;
      }
      Result.push_back(std::move(E));
    }
  stable_sort(Result, [](const output::Edit &A, const output::Edit &B) {
    return std::tie(A.Where.File, A.Where.At.Offset) <
           std::tie(B.Where.File, B.Where.At.Offset);
  });
  return Result;
}

output::Finding Converter::convert(const Diagnostic &D,
                                   const EvidenceTable &Evidence) {
  Directory = D.BuildDirectory.empty() ? Texts.root().str() : D.BuildDirectory;
  output::Finding F;
  F.Rule = D.DiagnosticName;
  F.Message = D.Message.Message;
  F.Where = place(D.Message);
  for (const DiagnosticMessage &Note : D.Notes)
    F.Steps.push_back({place(Note), Note.Message});
  F.Fix = edits(D.Message);
  if (const auto *All = evidenceOn(D, Evidence))
    F.Seen = *All;
  return F;
}

} // namespace

output::Report makeReport(const AuditReport &From, output::Sources &Texts) {
  Converter Convert(Texts);
  output::Report R;
  for (const Diagnostic &D : From.Findings)
    R.Findings.push_back(Convert.convert(D, From.Evidence));
  for (const Diagnostic &D : From.Suppressed) {
    output::Finding F = Convert.convert(D, {});
    F.Suppressed = true;
    if (output::SourceText *Text = Texts.find(F.Where.File))
      F.Reason = suppressionReason(*Text, F.Where.At.Line);
    R.Findings.push_back(std::move(F));
  }
  output::setFingerprints(R.Findings, Texts);
  for (const FileFailure &F : From.Failures)
    R.Failures.push_back({relativePath(F.File, Texts.root()), F.Reason});
  R.Misconfigured.assign(From.Misconfigured.begin(), From.Misconfigured.end());
  R.NumFiles = From.NumFiles;
  R.NumFailedFiles = From.NumFailedFiles;
  return R;
}

} // namespace audit
} // namespace secret
