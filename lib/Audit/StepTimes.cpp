//===- StepTimes.cpp - Where the time of a run went -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepTimes.h"
#include "Files/JsonFile.h"
#include "NinjaRun.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// The first row in which nothing runs when a step starts.
size_t rowFor(const StepTime &Step, std::vector<unsigned> &BusyUntil) {
  auto Free =
      find_if(BusyUntil, [&](unsigned End) { return End <= Step.Start; });
  size_t Row = Free - BusyUntil.begin();
  if (Row == BusyUntil.size())
    BusyUntil.push_back(0);
  BusyUntil[Row] = Step.End;
  return Row;
}

} // namespace

std::vector<StepTime> takeStepTimes(StringRef WorkDir) {
  std::vector<StepTime> Steps;
  const std::string Log = (WorkDir + "/.ninja_log").str();
  auto Buffer = MemoryBuffer::getFile(Log);
  if (!Buffer)
    return Steps;
  SmallVector<StringRef> Lines;
  (*Buffer)->getBuffer().split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines) {
    // start, end, time of the output, output, hash
    SmallVector<StringRef, 5> Fields;
    Line.split(Fields, '\t');
    StepTime Step;
    if (Fields.size() != 5 || Fields[0].getAsInteger(10, Step.Start) ||
        Fields[1].getAsInteger(10, Step.End))
      continue;
    Step.Output = Fields[3].str();
    Steps.push_back(std::move(Step));
  }
  sys::fs::remove(Log);
  return Steps;
}

unsigned indexOf(const StepTime &Step) {
  unsigned Index = 0;
  StringRef Name = sys::path::stem(Step.Output);
  return Name.getAsInteger(10, Index) ? ~0u : Index;
}

void printStepTimes(const std::vector<StepTime> &Steps,
                    const std::vector<std::string> &Names, raw_ostream &OS) {
  std::vector<size_t> Order(Steps.size());
  for (size_t I = 0; I < Order.size(); ++I)
    Order[I] = I;
  auto Duration = [&](size_t I) { return Steps[I].End - Steps[I].Start; };
  llvm::sort(Order, [&](size_t A, size_t B) {
    return std::make_pair(Duration(B), A) < std::make_pair(Duration(A), B);
  });
  for (size_t I : Order)
    OS << format("%8.2f s ", Duration(I) / 1000.0)
       << resultPath("", indexOf(Steps[I])) << ": " << Names[I] << '\n';
}

Error writeTimeTrace(StringRef Path, const std::vector<StepTime> &Steps,
                     const std::vector<std::string> &Names) {
  json::Array Events;
  std::vector<unsigned> BusyUntil;
  for (const auto &[Step, Name] : zip(Steps, Names)) {
    // Microseconds.
    Events.push_back(json::Object{
        {"ph", "X"},
        {"name", json::fixUTF8(Name)},
        {"cat", "secret-audit"},
        {"ts", int64_t(Step.Start) * 1000},
        {"dur", int64_t(Step.End - Step.Start) * 1000},
        {"pid", 1},
        {"tid", rowFor(Step, BusyUntil)},
        {"args", json::Object{{"step", resultPath("", indexOf(Step))}}}});
  }
  return writeJsonFile(Path, json::Object{{"traceEvents", std::move(Events)}});
}

} // namespace audit
} // namespace secret
