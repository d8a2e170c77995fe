//===- Progress.cpp - The progress line of a terminal ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"
#include "UnitResult.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// Back to the first column, and clear to the end of the line.
constexpr const char *Rewind = "\r\033[K";

void printMinutes(raw_ostream &OS, double Seconds) {
  unsigned Whole = static_cast<unsigned>(Seconds + 0.5);
  OS << format("%u:%02u", Whole / 60, Whole % 60);
}

} // namespace

Progress::Progress(bool Wanted)
    : Start(Clock::now()),
      Shown(Wanted && sys::Process::StandardErrIsDisplayed()) {}

Progress::~Progress() {
  if (Shown)
    errs() << Rewind;
}

void Progress::addResult(StringRef ResultPath, StringRef Root) {
  if (!Shown)
    return;
  Expected<UnitResult> Result = readUnitResult(ResultPath, Root);
  if (!Result) {
    // The report will say it.
    consumeError(Result.takeError());
    return;
  }
  for (const auto &D : Result->Findings)
    Findings.emplace(D.Message.FilePath, D.Message.FileOffset,
                     D.DiagnosticName);
}

void Progress::update(unsigned Done, unsigned Total) {
  if (!Shown || !Done)
    return;
  double Elapsed = secondsSoFar();
  errs() << Rewind << '[' << Done << '/' << Total << "] " << Findings.size()
         << (Findings.size() == 1 ? " finding, " : " findings, ");
  printMinutes(errs(), Elapsed);
  errs() << " elapsed, about ";
  printMinutes(errs(), Elapsed / Done * (Total - Done));
  errs() << " left";
}

double Progress::secondsSoFar() const { return secondsBetween(Start); }

} // namespace audit
} // namespace secret
