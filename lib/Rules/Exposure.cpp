//===- Exposure.cpp - secret-exposure -------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A secret leaves the protected memory of the process.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"
#include <set>

using namespace secret;

static const char *outputName(SinkKind Kind) {
  switch (Kind) {
  case SinkKind::Terminal:
    return "a standard stream";
  case SinkKind::Log:
    return "a log";
  case SinkKind::Environment:
    return "the environment, which every process that is started inherits";
  case SinkKind::CommandLine:
    return "a command line";
  case SinkKind::Exception:
    return "the message of an exception";
  default:
    return "a file";
  }
}

void secret::findExposure(const RuleInput &In, std::vector<Finding> &Out) {
  std::set<std::pair<Place, SinkKind>> Reported;
  for (const auto &[Key, Use] : In.Result.Seen.Sinks) {
    if (!(Use.Labels & Taint::Secret) || !isExposure(Use.Kind) ||
        Use.Stream != NoPosition)
      continue;
    if (!Reported.insert({Use.At.Begin, Use.Kind}).second)
      continue; // two secrets in one call
    Finding F =
        makeFinding(In, RuleId::Exposure, Use.At, Use.Region, Use.Story);
    F.Message = "'" + Use.Name + "' writes " +
                (Use.Region ? nameOf(In, Use.Region) + ", which holds a secret,"
                            : "a secret") +
                " to " + outputName(Use.Kind);
    if (!Use.Reason.empty())
      F.Message += "; " + Use.Reason;
    Out.push_back(std::move(F));
  }
  addCalleeFindings(In, RuleId::Exposure, Out);
}
