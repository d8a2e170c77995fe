//===- SarifReport.cpp - The report for code hosts ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where the debug information names the variable, the result stands at its
// declaration, beside what the checks found there.
//
//===----------------------------------------------------------------------===//

#include "Report/Sarif.h"
#include "Residue/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace secret::residue;
using namespace secret::report;

static SarifRule makeRule() {
  SarifRule R;
  R.Id = "secret-residue";
  R.ShortDescription = "A secret is left in memory";
  R.FullDescription = "The memory of the program holds a secret, or a part of "
                      "one, at a moment when it should not any more.";
  R.Help = "Zeroize the object reliably after its last use, and do not let "
           "copies arise that nobody can zeroize.";
  R.Tags = {"security", "external/cwe/cwe-226", "external/cwe/cwe-244"};
  R.Precision = "very-high";
  R.SecuritySeverity = "5.5";
  return R;
}

/// Relative to the current folder, if it is below.
static std::string relative(StringRef Path) {
  SmallString<128> Here;
  sys::fs::current_path(Here);
  Path.consume_front((Here + "/").str());
  return Path.str();
}

static SarifLocation locate(const Finding &F, const ScanReport &S) {
  SarifLocation L;
  if (F.Where.SourceLine) {
    L.Path = relative(F.Where.SourceFile);
    L.Region.Line = F.Where.SourceLine;
  } else if (!F.Where.File.empty() && F.Where.File[0] == '/') {
    L.Path = relative(F.Where.File);
  } else if (!StringRef(S.Target).starts_with("process ")) {
    L.Path = relative(S.Target);
  }
  if (F.Where.Kind != PlaceKind::Register) {
    L.Address = F.Found.Address;
    L.AddressLength = F.Found.Size;
  }
  L.LogicalKind = F.Where.Symbol.empty() ? "memory" : "variable";
  L.LogicalName =
      F.Where.Symbol.empty() ? placeName(F.Where.Kind).str() : F.Where.Symbol;
  return L;
}

/// Equal in the next run, where addresses and numbers of threads differ.
static std::string identityOf(const Finding &F, const ScanReport &S,
                              const Report &R) {
  const Place &P = F.Where;
  return join(ArrayRef<std::string>{R.Secrets[F.Found.SecretIndex].Label,
                                    S.Moment, describeForm(F.Found),
                                    placeName(P.Kind).str(), P.Symbol,
                                    P.Section,
                                    sys::path::filename(P.File).str()},
              "|");
}

static SarifResult makeResult(const Finding &F, const ScanReport &S,
                              const Report &R, StringMap<unsigned> &Seen) {
  const SecretInfo &Secret = R.Secrets[F.Found.SecretIndex];
  SarifResult Result;
  Result.RuleId = "secret-residue";
  Result.Message = "the secret '" + Secret.Label + "' (" +
                   describeExtent(F.Found, Secret) + ", " +
                   describeForm(F.Found) + ") is left in " +
                   F.Where.describe(/*Numbers=*/false);
  if (!S.Moment.empty())
    Result.Message += " at " + S.Moment;
  Result.Location = locate(F, S);
  std::string Identity = identityOf(F, S, R);
  unsigned Number = ++Seen[Identity];
  Result.Fingerprints.emplace_back(
      "secretResidue/v1",
      formatv("{0:x-16}:{1}", xxh3_64bits(Identity), Number).str());
  return Result;
}

void secret::residue::writeSarif(raw_ostream &OS, const Report &R,
                                 StringRef Version) {
  SarifRun Run;
  Run.ToolName = "secret-residue";
  Run.ToolVersion = Version.str();
  Run.Rules.push_back(makeRule());
  StringMap<unsigned> Seen;
  for (const ScanReport &S : R.Scans) {
    for (const Finding &F : S.Findings)
      Run.Results.push_back(makeResult(F, S, R, Seen));
    for (const std::string &Warning : S.Warnings) {
      SarifNotification N;
      N.Message = Warning;
      Run.Notifications.push_back(std::move(N));
    }
  }
  report::writeSarif(OS, Run);
}
