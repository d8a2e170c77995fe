//===- Scan.cpp - Searches one target -------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Registers.h"
#include "Residue/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace secret::residue;

bool Report::clean() const {
  return all_of(Scans, [](const ScanReport &S) { return S.Findings.empty(); });
}

static void scanRegisters(const Target &Of, const Searcher &For,
                          ScanReport &Report) {
  for (const RegisterSet &Set : Of.Registers) {
    BufferMemory Bytes({Set.Bytes, Set.Size});
    Span All{firstRegisterByte(Set), Set.Size};
    for (Match &M : For.search(Bytes, All, 1).Matches) {
      Place P;
      P.Kind = PlaceKind::Register;
      P.Thread = Set.Thread;
      P.Symbol = registerName(Of.Arch, Set, M.Address);
      Report.Findings.push_back({M, P});
    }
  }
}

static void addAreas(const Target &Of, const Classifier &Places,
                     ScanReport &Report) {
  for (const Mapping &M : Of.Mappings)
    Report.Areas.push_back(
        {M.Where, Places.kindOf(M), M.File, M.Present.size() != 0});
}

ScanReport secret::residue::scanTarget(const Target &Of, const Searcher &For,
                                       unsigned Threads) {
  ScanReport Report;
  Report.Target = Of.Name;
  Report.Warnings = Of.Warnings;
  Report.MissingBytes = Of.MissingBytes;
  std::vector<Span> Spans = Of.spans();
  for (Span S : Spans)
    Report.BytesSearched += S.size();
  SearchResult Result = For.search(*Of.Memory, Spans, Threads);
  scanRegisters(Of, For, Report);
  Classifier Places(Of);
  for (const Match &M : Result.Matches)
    Report.Findings.push_back({M, Places.classify(M.Address)});
  addAreas(Of, Places, Report);
  Report.Unread = std::move(Result.Unread);
  uint64_t Unread = 0;
  for (Span S : Report.Unread)
    Unread += S.size();
  if (Unread)
    Report.Warnings.push_back(utostr(Unread) + " bytes of " + Of.Name +
                              " could not be read");
  if (Result.Overflow)
    Report.Warnings.push_back("more than " + utostr(Searcher::MaxMatches) +
                              " places: the rest is not listed");
  return Report;
}
