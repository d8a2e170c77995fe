//===- DryRun.cpp - What an audit would cost to schedule ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DryRun.h"
#include "NinjaRun.h"
#include "Report.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

struct PlanSize {
  uint64_t Files = 0, Bytes = 0;
};

/// Before a step has run, all files but those from the cache are of the plan.
PlanSize sizeOf(StringRef WorkDir) {
  PlanSize Size;
  std::error_code EC;
  for (sys::fs::recursive_directory_iterator I(WorkDir, EC), E; !EC && I != E;
       I.increment(EC)) {
    StringRef Name = sys::path::filename(I->path());
    if (I.level() == 0 && (Name == "results" || Name == "facts")) {
      I.no_push();
      continue;
    }
    ErrorOr<sys::fs::basic_file_status> Status = I->status();
    if (!Status || Status->type() != sys::fs::file_type::regular_file)
      continue;
    ++Size.Files;
    Size.Bytes += Status->getSize();
  }
  return Size;
}

} // namespace

Error dryRun(StringRef WorkDir, Clock::time_point Started) {
  Clock::time_point Planned = Clock::now();
  size_t Jobs = 0;
  Expected<NinjaOutcome> Outcome = runNinja(
      WorkDir, /*Workers=*/1,
      [&](ArrayRef<size_t> Indexes) { Jobs += Indexes.size(); },
      NinjaMode::DryRun);
  if (!Outcome)
    return Outcome.takeError();
  if (!Outcome->Complaint.empty())
    return createStringError(Outcome->Complaint);
  Clock::time_point Scheduled = Clock::now();
  PlanSize Size = sizeOf(WorkDir);
  outs() << Jobs << " files in " << Outcome->Steps
         << " steps; plan: " << Size.Files << " files, " << Size.Bytes
         << " bytes, " << format("%.2f", secondsBetween(Started, Planned))
         << " s; scheduling: "
         << format("%.2f", secondsBetween(Planned, Scheduled)) << " s\n";
  return finishOutput();
}

} // namespace audit
} // namespace secret
