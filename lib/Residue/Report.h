//===- Report.h - What was found, as plain data -----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The result of a run, and the ways to write it. Nothing in here holds a byte
// of a secret.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_REPORT_H
#define SECRET_TIDY_RESIDUE_REPORT_H

#include "Residue/Place.h"
#include "Residue/Search.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {
namespace residue {

struct Finding {
  Match Found;
  Place Where;
};

/// A mapping, for maps of memory.
struct MappedArea {
  Span Where;
  PlaceKind Kind = PlaceKind::Anonymous;
  std::string File;
  bool Present = true;
};

/// One look into one program.
struct ScanReport {
  /// "core.123", "process 12".
  std::string Target;
  /// "exit", "return:login", or nothing.
  std::string Moment;
  /// By address; registers first.
  std::vector<Finding> Findings;
  std::vector<MappedArea> Areas;
  uint64_t BytesSearched = 0;
  /// What a truncated core should have.
  uint64_t MissingBytes = 0;
  std::vector<Span> Unread;
  std::vector<std::string> Warnings;
};

struct SecretInfo {
  std::string Label;
  size_t Size = 0;
  uint64_t Fingerprint = 0;
};

struct Report {
  std::vector<SecretInfo> Secrets;
  std::vector<ScanReport> Scans;

  bool clean() const;
};

/// Searches a target and says what is where. \p Threads is at least 1.
ScanReport scanTarget(const Target &Of, const Searcher &For, unsigned Threads);

void writeTable(llvm::raw_ostream &OS, const Report &R);
void writeJson(llvm::raw_ostream &OS, const Report &R);
void writeSarif(llvm::raw_ostream &OS, const Report &R,
                llvm::StringRef Version);
/// Draws regions to scale; SVG alone, or within a page.
void writeSvgMap(llvm::raw_ostream &OS, const Report &R);
void writeHtmlMap(llvm::raw_ostream &OS, const Report &R);

/// Phrases that several writers use.
std::string describeForm(const Match &M);
std::string describeExtent(const Match &M, const SecretInfo &Of);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_REPORT_H
