//===- Formats.h - The formats of a report ----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_FORMATS_H
#define SECRET_TIDY_OUTPUT_FORMATS_H

#include "Sources.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {
namespace output {

enum class Format : uint8_t {
  Text,        ///< as a compiler prints warnings
  Json,        ///< see docs/report.schema.json
  Sarif,       ///< SARIF 2.1.0
  CodeQuality, ///< GitLab's
  GitHub,      ///< commands of a GitHub workflow, which annotate lines
  Html,
};

struct OutputFile {
  Format Kind = Format::Text;
  std::string Path; ///< `-` is standard output
};

/// Reads `FORMAT:FILE`. Fails with one line that names the formats.
llvm::Expected<OutputFile> parseOutput(llvm::StringRef Text);

/// Writes \p R in any format but Text, which is the audit's own.
void writeReport(llvm::raw_ostream &OS, Format Kind, const Report &R,
                 Sources &Texts);

void writeJson(llvm::raw_ostream &OS, const Report &R);
void writeSarif(llvm::raw_ostream &OS, const Report &R, Sources &Texts);
void writeCodeQuality(llvm::raw_ostream &OS, const Report &R);
void writeGitHub(llvm::raw_ostream &OS, const Report &R);
void writeHtml(llvm::raw_ostream &OS, const Report &R, Sources &Texts);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_FORMATS_H
