//===- TableReport.cpp - The report for people ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace secret::residue;

std::string secret::residue::describeForm(const Match &M) {
  std::string Text = encodingName(M.Form).str();
  if (M.Form == Encoding::Xor)
    Text += " 0x" + utohexstr(M.XorKey, true);
  return Text;
}

std::string secret::residue::describeExtent(const Match &M,
                                            const SecretInfo &Of) {
  if (M.Whole)
    return "whole";
  return "bytes " + utostr(M.Range.From) + "-" + utostr(M.Range.To - 1) +
         " of " + utostr(Of.Size);
}

static std::string row(const Finding &F, const Report &R) {
  const SecretInfo &Secret = R.Secrets[F.Found.SecretIndex];
  std::string Text;
  raw_string_ostream OS(Text);
  std::string Address = F.Where.Kind == PlaceKind::Register
                            ? "-"
                            : "0x" + utohexstr(F.Found.Address, true);
  OS << "  " << left_justify(Secret.Label, 14) << "  "
     << left_justify(Address, 14) << "  "
     << left_justify(describeForm(F.Found), 10) << "  "
     << left_justify(describeExtent(F.Found, Secret), 18) << "  "
     << F.Where.describe() << '\n';
  return Text;
}

/// The longest part of a secret that is not there whole.
static void writeLongest(raw_ostream &OS, const ScanReport &S,
                         const Report &R) {
  for (uint32_t I = 0; I != R.Secrets.size(); ++I) {
    const Match *Longest = nullptr;
    bool Whole = false;
    for (const Finding &F : S.Findings) {
      if (F.Found.SecretIndex != I)
        continue;
      Whole |= F.Found.Whole;
      if (!Longest || F.Found.Range.size() > Longest->Range.size())
        Longest = &F.Found;
    }
    if (Longest && !Whole)
      OS << "  longest part of " << R.Secrets[I].Label << ": "
         << describeExtent(*Longest, R.Secrets[I]) << '\n';
  }
}

static void writeScan(raw_ostream &OS, const ScanReport &S, const Report &R) {
  OS << S.Target;
  if (!S.Moment.empty())
    OS << " at " << S.Moment;
  OS << ": ";
  if (S.Findings.empty())
    OS << "clean";
  else
    OS << S.Findings.size() << (S.Findings.size() == 1 ? " place" : " places");
  OS << " (" << S.BytesSearched << " bytes searched)\n";
  if (!S.Findings.empty())
    OS << "  secret          address         encoding    extent              "
          "place\n";
  for (const Finding &F : S.Findings)
    OS << row(F, R);
  writeLongest(OS, S, R);
  for (const std::string &Warning : S.Warnings)
    OS << "  warning: " << Warning << '\n';
}

void secret::residue::writeTable(raw_ostream &OS, const Report &R) {
  OS << "secrets:\n";
  for (const SecretInfo &S : R.Secrets)
    OS << "  " << S.Label << ": " << S.Size << " bytes, fingerprint "
       << format_hex_no_prefix(S.Fingerprint, 16) << '\n';
  for (const ScanReport &S : R.Scans)
    writeScan(OS, S, R);
}
