//===- Plan.cpp - What an audit is about ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Files/JsonFile.h"
#include "NinjaRun.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace secret {
namespace audit {

constexpr int64_t PlanVersion = 1;

static std::string planPath(StringRef WorkDir) {
  return (WorkDir + "/plan.json").str();
}

Error writePlanFile(const AuditPlan &Plan, StringRef WorkDir) {
  json::Array Obstacles;
  for (const auto &[File, Why] : Plan.Obstacles)
    Obstacles.push_back(json::Object{{"file", json::fixUTF8(File)},
                                     {"obstacle", json::fixUTF8(Why)}});
  return writeJsonFile(
      planPath(WorkDir),
      json::Object{{"version", PlanVersion},
                   {"root", json::fixUTF8(Plan.Root)},
                   {"checks", Plan.Checks},
                   {"whole", Plan.IsWhole},
                   {"findings", Plan.ReportsFindings},
                   {"linked", Plan.IsLinked},
                   {"link-max-effects", Plan.Linking.MaxEffects},
                   {"link-max-work", Plan.Linking.MaxWork},
                   {"launcher", toJsonArray(Plan.Launch.Words)},
                   {"files-per-step", Plan.Launch.FilesPerStep},
                   {"workers", Plan.Launch.Workers},
                   {"retries", Plan.Launch.Retries},
                   {"retry-wait", Plan.Launch.RetryWait},
                   {"files", toJsonArray(Plan.Files)},
                   {"obstacles", std::move(Obstacles)}});
}

Expected<AuditPlan> readPlanFile(StringRef WorkDir) {
  Expected<json::Object> O =
      readJsonFile(planPath(WorkDir), PlanVersion,
                   "make it with secret-audit plan --work-dir");
  if (!O)
    return O.takeError();
  AuditPlan Plan;
  Plan.Root = stringAt(*O, "root");
  Plan.Checks = stringAt(*O, "checks");
  Plan.IsWhole = O->getBoolean("whole").value_or(false);
  Plan.ReportsFindings = O->getBoolean("findings").value_or(true);
  Plan.IsLinked = O->getBoolean("linked").value_or(false);
  Plan.Linking.MaxEffects = O->getInteger("link-max-effects").value_or(0);
  Plan.Linking.MaxWork = O->getInteger("link-max-work").value_or(0);
  Plan.Launch.Words = fromJsonArray(O->getArray("launcher"));
  Plan.Launch.FilesPerStep = O->getInteger("files-per-step").value_or(1);
  Plan.Launch.Workers = O->getInteger("workers").value_or(1);
  Plan.Launch.Retries = O->getInteger("retries").value_or(0);
  Plan.Launch.RetryWait = O->getInteger("retry-wait").value_or(0);
  Plan.Files = fromJsonArray(O->getArray("files"));
  if (const json::Array *Obstacles = O->getArray("obstacles"))
    for (const json::Value &V : *Obstacles)
      if (const json::Object *Each = V.getAsObject())
        Plan.Obstacles.emplace_back(stringAt(*Each, "file"),
                                    stringAt(*Each, "obstacle"));
  return Plan;
}

std::vector<UnitResult> collectResults(const AuditPlan &Plan, StringRef WorkDir,
                                       StringRef Lost) {
  std::vector<UnitResult> Results;
  auto AddFailure = [&](StringRef File, StringRef Why, UnitResult Known = {}) {
    Known.File = File.str();
    Known.Failure = Why.str();
    Results.push_back(std::move(Known));
  };
  for (const auto &[File, Why] : Plan.Obstacles)
    AddFailure(File, Why);
  for (size_t I = 0; I < Plan.Files.size(); ++I) {
    std::string Path = resultPath(WorkDir, I);
    Expected<UnitResult> Result = readUnitResult(Path, Plan.Root);
    if (Result) {
      Results.push_back(std::move(*Result));
      continue;
    }
    std::string Damage = toString(Result.takeError());
    Expected<UnitResult> First =
        readUnitResult(firstResultPath(WorkDir, I), Plan.Root);
    AddFailure(Plan.Files[I], sys::fs::exists(Path) ? Damage : Lost,
               First ? std::move(*First) : UnitResult());
    consumeError(First.takeError());
  }
  return Results;
}

} // namespace audit
} // namespace secret
