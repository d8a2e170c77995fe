//===- JsonReport.cpp - The report for programs ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace secret::residue;

/// JSON has no hexadecimal numbers, and its numbers may be read as doubles.
static std::string hex(uint64_t Value) { return "0x" + utohexstr(Value, true); }

static json::Object toJson(const Place &P) {
  json::Object O{{"kind", placeName(P.Kind)}, {"description", P.describe()}};
  if (P.Kind == PlaceKind::Stack || P.Kind == PlaceKind::Register)
    O["thread"] = P.Thread;
  if (P.Kind == PlaceKind::Stack)
    O["belowStackPointer"] = P.DeadFrame;
  if (P.ThreadHasEnded)
    O["threadHasEnded"] = true;
  if (!P.Symbol.empty())
    O["symbol"] = P.Symbol;
  if (!P.Section.empty())
    O["section"] = P.Section;
  if (!P.File.empty())
    O["file"] = P.File;
  if (P.Object.size())
    O["object"] = json::Object{{"address", hex(P.Object.Begin)},
                               {"size", P.Object.size()}};
  if (P.SourceLine)
    O["declaration"] =
        json::Object{{"file", P.SourceFile}, {"line", P.SourceLine}};
  return O;
}

static json::Object toJson(const Finding &F, const Report &R) {
  const Match &M = F.Found;
  json::Object O{{"secret", R.Secrets[M.SecretIndex].Label},
                 {"encoding", encodingName(M.Form)},
                 {"whole", M.Whole},
                 {"from", M.Range.From},
                 {"to", M.Range.To},
                 {"size", M.Size},
                 {"place", toJson(F.Where)}};
  if (F.Where.Kind != PlaceKind::Register)
    O["address"] = hex(M.Address);
  if (M.Form == Encoding::Xor)
    O["key"] = M.XorKey;
  return O;
}

static json::Object toJson(const ScanReport &S, const Report &R) {
  json::Array Findings, Unread, Warnings;
  for (const Finding &F : S.Findings)
    Findings.push_back(toJson(F, R));
  for (Span U : S.Unread)
    Unread.push_back(
        json::Object{{"address", hex(U.Begin)}, {"size", U.size()}});
  for (const std::string &W : S.Warnings)
    Warnings.push_back(W);
  json::Object O{{"target", S.Target},
                 {"bytesSearched", S.BytesSearched},
                 {"findings", std::move(Findings)},
                 {"unread", std::move(Unread)},
                 {"warnings", std::move(Warnings)}};
  if (!S.Moment.empty())
    O["moment"] = S.Moment;
  return O;
}

void secret::residue::writeJson(raw_ostream &OS, const Report &R) {
  json::Array Secrets, Scans;
  for (const SecretInfo &S : R.Secrets)
    Secrets.push_back(json::Object{
        {"label", S.Label},
        {"size", S.Size},
        {"fingerprint", formatv("{0:x-16}", S.Fingerprint).str()}});
  for (const ScanReport &S : R.Scans)
    Scans.push_back(toJson(S, R));
  json::Object Root{{"version", 1},
                    {"clean", R.clean()},
                    {"secrets", std::move(Secrets)},
                    {"scans", std::move(Scans)}};
  OS << formatv("{0:2}\n", json::Value(std::move(Root)));
}
