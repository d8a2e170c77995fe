//===- Job.cpp - The input of one step of an audit ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Job.h"
#include "Files/JsonFile.h"

using namespace llvm;

namespace secret {
namespace audit {

constexpr int64_t JobVersion = 2;

static json::Object toJson(const CompileUnit &Unit) {
  return json::Object{{"file", json::fixUTF8(Unit.File)},
                      {"directory", json::fixUTF8(Unit.Directory)},
                      {"command", toJsonArray(Unit.Command)}};
}

static CompileUnit unitFromJson(const json::Object &O) {
  CompileUnit Unit;
  Unit.File = stringAt(O, "file");
  Unit.Directory = stringAt(O, "directory");
  Unit.Command = fromJsonArray(O.getArray("command"));
  return Unit;
}

Error writeJob(const Job &What, StringRef Path) {
  const JobSettings &S = What.Settings;
  json::Array LinkWith;
  for (const CompileUnit &Unit : S.LinkWith)
    LinkWith.push_back(toJson(Unit));
  return writeJsonFile(Path,
                       json::Object{
                           {"version", JobVersion},
                           {"file", json::fixUTF8(What.Unit.File)},
                           {"directory", json::fixUTF8(What.Unit.Directory)},
                           {"command", toJsonArray(What.Unit.Command)},
                           {"build", toJsonArray(What.Unit.Build)},
                           {"checks", S.Checks},
                           {"models", toJsonArray(S.Models)},
                           {"builtin-models", S.BuiltinModels},
                           {"infer", S.InferFromNames},
                           {"assume-lto", S.AssumeLTO},
                           {"dump-facts", S.DumpFacts},
                           {"dump-states", S.DumpStates},
                           {"dump-summaries", S.DumpSummaries},
                           {"dump-evidence", S.DumpEvidence},
                           {"optimizer", static_cast<int>(S.Optimizer)},
                           {"residual-copies", S.ResidualCopies},
                           {"link-with", std::move(LinkWith)},
                           {"explain-line", S.ExplainLine},
                           {"explain-file", json::fixUTF8(S.ExplainFile)},
                           {"timeout", S.Timeout},
                           {"cross-unit", json::fixUTF8(S.CrossUnit)},
                           {"root", json::fixUTF8(S.Root)},
                           {"cache", json::fixUTF8(What.Cache.Folder)},
                           {"cache-base", What.Cache.Base},
                       });
}

Expected<Job> readJob(StringRef Path) {
  Expected<json::Object> O = readJsonFile(Path, JobVersion);
  if (!O)
    return O.takeError();
  Job Result;
  Result.Unit = unitFromJson(*O);
  Result.Unit.Build = fromJsonArray(O->getArray("build"));
  JobSettings &S = Result.Settings;
  S.Checks = stringAt(*O, "checks");
  S.Models = fromJsonArray(O->getArray("models"));
  S.BuiltinModels = O->getBoolean("builtin-models").value_or(true);
  S.InferFromNames = O->getBoolean("infer").value_or(false);
  S.AssumeLTO = O->getBoolean("assume-lto").value_or(false);
  S.DumpFacts = O->getBoolean("dump-facts").value_or(false);
  S.DumpStates = O->getBoolean("dump-states").value_or(false);
  S.DumpSummaries = O->getBoolean("dump-summaries").value_or(false);
  S.DumpEvidence = O->getBoolean("dump-evidence").value_or(false);
  S.Optimizer =
      static_cast<OptimizerChoice>(O->getInteger("optimizer").value_or(0));
  S.ResidualCopies = O->getBoolean("residual-copies").value_or(false);
  if (const json::Array *LinkWith = O->getArray("link-with"))
    for (const json::Value &Unit : *LinkWith)
      if (const json::Object *Fields = Unit.getAsObject())
        S.LinkWith.push_back(unitFromJson(*Fields));
  S.ExplainLine = O->getInteger("explain-line").value_or(0);
  S.ExplainFile = stringAt(*O, "explain-file");
  S.Timeout = O->getInteger("timeout").value_or(0);
  S.CrossUnit = stringAt(*O, "cross-unit");
  S.Root = stringAt(*O, "root");
  Result.Cache.Folder = stringAt(*O, "cache");
  Result.Cache.Base = stringAt(*O, "cache-base");
  return Result;
}

} // namespace audit
} // namespace secret
