//===- Sarif.cpp - Writes SARIF 2.1.0 -------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Sarif.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace secret::report;

static json::Object text(StringRef Text) {
  return json::Object{{"text", json::fixUTF8(Text)}};
}

std::string secret::report::toUri(StringRef Path) {
  std::string Uri = Path.starts_with("/") ? "file://" : "";
  for (char C : Path) {
    if (isAlnum(C) || StringRef("-._~/+@=,").contains(C))
      Uri += C;
    else
      Uri += "%" + toHex(StringRef(&C, 1));
  }
  return Uri;
}

std::string secret::report::escapeLinks(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '[' || C == ']' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result;
}

static json::Object toJson(const SarifRule &Rule) {
  json::Object Help = text(Rule.Help);
  if (!Rule.HelpMarkdown.empty())
    Help["markdown"] = Rule.HelpMarkdown;
  json::Array Tags;
  for (const std::string &Tag : Rule.Tags)
    Tags.push_back(Tag);
  json::Object Properties{{"tags", std::move(Tags)},
                          {"precision", Rule.Precision}};
  if (!Rule.SecuritySeverity.empty())
    Properties["security-severity"] = Rule.SecuritySeverity;
  json::Object O{{"id", Rule.Id},
                 {"name", Rule.Id},
                 {"shortDescription", text(Rule.ShortDescription)},
                 {"fullDescription", text(Rule.FullDescription)},
                 {"help", std::move(Help)},
                 {"defaultConfiguration", json::Object{{"level", Rule.Level}}},
                 {"properties", std::move(Properties)}};
  if (!Rule.HelpUri.empty())
    O["helpUri"] = Rule.HelpUri;
  return O;
}

static json::Object toJson(const SarifRegion &Region) {
  json::Object O{{"startLine", Region.Line}};
  if (Region.Column)
    O["startColumn"] = Region.Column;
  if (Region.EndLine)
    O["endLine"] = Region.EndLine;
  if (Region.EndColumn)
    O["endColumn"] = Region.EndColumn;
  return O;
}

static json::Object artifact(StringRef Path) {
  return json::Object{{"uri", toUri(Path)}};
}

static json::Object toJson(const SarifLocation &L) {
  json::Object Physical, O;
  if (!L.Path.empty())
    Physical["artifactLocation"] = artifact(L.Path);
  if (!L.Path.empty() && L.Region.Line) {
    json::Object Region = toJson(L.Region);
    if (!L.Snippet.empty())
      Region["snippet"] = text(L.Snippet);
    Physical["region"] = std::move(Region);
  }
  // A JSON number is safe up to 2^53; addresses of programs are below.
  if (L.Address && *L.Address <= uint64_t(1) << 53)
    Physical["address"] = json::Object{{"absoluteAddress", *L.Address},
                                       {"length", L.AddressLength}};
  if (!Physical.empty())
    O["physicalLocation"] = std::move(Physical);
  if (!L.LogicalName.empty())
    O["logicalLocations"] = json::Array{
        json::Object{{"name", L.LogicalName}, {"kind", L.LogicalKind}}};
  if (!L.Message.empty())
    O["message"] = text(L.Message);
  return O;
}

static json::Array toRelated(ArrayRef<SarifLocation> Locations) {
  json::Array A;
  int64_t Id = 0;
  for (const SarifLocation &L : Locations) {
    json::Object O = toJson(L);
    O["id"] = ++Id;
    A.push_back(std::move(O));
  }
  return A;
}

static json::Array toFlow(ArrayRef<SarifLocation> Steps) {
  json::Array Locations;
  int64_t Order = 0;
  for (const SarifLocation &L : Steps)
    Locations.push_back(json::Object{{"location", toJson(L)},
                                     {"executionOrder", ++Order},
                                     {"importance", "essential"}});
  return json::Array{json::Object{
      {"threadFlows",
       json::Array{json::Object{{"locations", std::move(Locations)}}}}}};
}

/// The edits of each file go together.
static json::Object toJson(const SarifFix &Fix) {
  json::Array Changes;
  for (auto Begin = Fix.Edits.begin(); Begin != Fix.Edits.end();) {
    StringRef Path = Begin->Where.Path;
    json::Array Replacements;
    for (; Begin != Fix.Edits.end() && Begin->Where.Path == Path; ++Begin)
      Replacements.push_back(
          json::Object{{"deletedRegion", toJson(Begin->Where.Region)},
                       {"insertedContent", text(Begin->Text)}});
    Changes.push_back(json::Object{{"artifactLocation", artifact(Path)},
                                   {"replacements", std::move(Replacements)}});
  }
  return json::Object{{"description", text(Fix.Description)},
                      {"artifactChanges", std::move(Changes)}};
}

static json::Object toJson(const SarifSuppression &S) {
  json::Object O{{"kind", S.Kind}, {"status", "accepted"}};
  if (!S.Justification.empty())
    O["justification"] = json::fixUTF8(S.Justification);
  return O;
}

static void addDetails(const SarifResult &R, json::Object &O) {
  if (!R.Level.empty())
    O["level"] = R.Level;
  if (!R.Related.empty())
    O["relatedLocations"] = toRelated(R.Related);
  if (!R.Flow.empty())
    O["codeFlows"] = toFlow(R.Flow);
  if (R.Fix)
    O["fixes"] = json::Array{toJson(*R.Fix)};
  if (!R.BaselineState.empty())
    O["baselineState"] = R.BaselineState;
  if (R.Suppression)
    O["suppressions"] = json::Array{toJson(*R.Suppression)};
  if (!R.Properties.empty())
    O["properties"] = json::Object(R.Properties);
}

static json::Object toJson(const SarifResult &R, const SarifRun &Run) {
  auto Rule = llvm::find_if(
      Run.Rules, [&](const SarifRule &Rule) { return Rule.Id == R.RuleId; });
  json::Object O{{"ruleId", R.RuleId},
                 {"ruleIndex", Rule - Run.Rules.begin()},
                 {"message", text(R.Message)},
                 {"locations", json::Array{toJson(R.Location)}}};
  addDetails(R, O);
  json::Object Fingerprints;
  for (const auto &[Name, Value] : R.Fingerprints)
    Fingerprints[Name] = Value;
  if (!Fingerprints.empty())
    O["partialFingerprints"] = std::move(Fingerprints);
  return O;
}

static json::Array toJson(ArrayRef<SarifNotification> All, bool Configuration) {
  json::Array A;
  for (const SarifNotification &N : All) {
    if (N.IsConfiguration != Configuration)
      continue;
    json::Object O{{"level", N.Level}, {"message", text(N.Message)}};
    if (!N.Path.empty())
      O["locations"] = json::Array{
          json::Object{{"physicalLocation",
                        json::Object{{"artifactLocation", artifact(N.Path)}}}}};
    A.push_back(std::move(O));
  }
  return A;
}

static json::Object invocation(const SarifRun &Run) {
  json::Object O{{"executionSuccessful", Run.Successful},
                 {"toolExecutionNotifications",
                  toJson(Run.Notifications, /*Configuration=*/false)}};
  json::Array Configuration = toJson(Run.Notifications, true);
  if (!Configuration.empty())
    O["toolConfigurationNotifications"] = std::move(Configuration);
  if (Run.ExitCode)
    O["exitCode"] = *Run.ExitCode;
  return O;
}

json::Value secret::report::toSarif(const SarifRun &Run) {
  json::Array Rules, Results;
  for (const SarifRule &Rule : Run.Rules)
    Rules.push_back(toJson(Rule));
  for (const SarifResult &Result : Run.Results)
    Results.push_back(toJson(Result, Run));
  json::Object Driver{{"name", Run.ToolName},
                      {"version", Run.ToolVersion},
                      {"rules", std::move(Rules)}};
  if (!Run.InformationUri.empty())
    Driver["informationUri"] = Run.InformationUri;
  json::Object O{{"tool", json::Object{{"driver", std::move(Driver)}}},
                 {"columnKind", "unicodeCodePoints"},
                 {"invocations", json::Array{invocation(Run)}},
                 {"results", std::move(Results)}};
  if (!Run.AutomationId.empty())
    O["automationDetails"] = json::Object{{"id", Run.AutomationId}};
  if (!Run.Properties.empty())
    O["properties"] = json::Object(Run.Properties);
  return json::Object{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", json::Array{std::move(O)}}};
}

void secret::report::writeSarif(raw_ostream &OS, const SarifRun &Run) {
  OS << formatv("{0:2}\n", toSarif(Run));
}
