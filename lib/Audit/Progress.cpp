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
    : Start(Clock::now()), Begun(Start),
      Shown(Wanted && sys::Process::StandardErrIsDisplayed()) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (Shown)
    errs() << Rewind;
}

void Progress::begin(size_t Files) {
  Done = 0;
  Total = Files;
  Begun = Clock::now();
}

void Progress::add(StringRef ResultPath, StringRef Root) {
  ++Done;
  if (!Shown)
    return;
  Expected<UnitResult> Result = readUnitResult(ResultPath, Root);
  if (!Result) {
    // The report will say it.
    consumeError(Result.takeError());
    return;
  }
  FindingSet &Found = Findings[ResultPath.str()];
  Found.clear();
  for (const auto &D : Result->Findings)
    Found.emplace(D.Message.FilePath, D.Message.FileOffset, D.DiagnosticName);
}

size_t Progress::countFindings() const {
  FindingSet All;
  for (const auto &[Path, Found] : Findings)
    All.insert(Found.begin(), Found.end());
  return All.size();
}

void Progress::update() {
  if (!Shown || !Done)
    return;
  size_t Count = countFindings();
  errs() << Rewind << '[' << Done << '/' << Total << "] " << Count
         << (Count == 1 ? " finding, " : " findings, ");
  printMinutes(errs(), secondsSoFar());
  errs() << " elapsed, about ";
  printMinutes(errs(), secondsBetween(Begun) / Done * (Total - Done));
  errs() << " left";
}

double Progress::secondsSoFar() const { return secondsBetween(Start); }

} // namespace audit
} // namespace secret
