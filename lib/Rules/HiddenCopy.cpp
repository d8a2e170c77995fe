//===- HiddenCopy.cpp - secret-hidden-copy --------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A library or language feature leaves a copy of a secret behind.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"
#include <set>

using namespace secret;

static std::string advice(const HiddenCopy &Copy) {
  switch (Copy.By) {
  case CopyMaker::Reallocation:
    return "allocate a new block, copy, zeroize the old one and free it";
  case CopyMaker::Argument:
    return "pass a pointer";
  case CopyMaker::Return:
    return "fill an object of the caller through a pointer";
  case CopyMaker::StreamBuffer:
    return Copy.Reason.empty() ? "use read, or call setvbuf with _IONBF first"
                               : Copy.Reason;
  case CopyMaker::Library:
    return "read into memory of your own";
  case CopyMaker::Growth:
    return "reserve room for all of it before it holds a secret";
  case CopyMaker::Environment:
  case CopyMaker::CommandLine:
    return "take it from a file, a pipe or the user";
  case CopyMaker::Closure:
    return "capture a reference or a pointer";
  case CopyMaker::Scratch:
    return "zeroize it before the function ends, or use a local";
  }
  return "";
}

static std::string message(const RuleInput &In, const HiddenCopy &Copy) {
  std::string Name = nameOf(In, Copy.Region);
  switch (Copy.By) {
  case CopyMaker::Reallocation:
    return "'" + Copy.Name + "' may move " + Name +
           ", which holds a secret, and leave a copy in the old block";
  case CopyMaker::Argument:
    return "passing " + Name + " by value copies the secret in it to '" +
           Copy.Name + "'";
  case CopyMaker::Return:
    return "returning " + Name + " by value copies the secret in it";
  case CopyMaker::StreamBuffer:
    return "'" + Copy.Name +
           "' leaves a copy of the secret in the stream's buffer";
  case CopyMaker::Library:
  case CopyMaker::Growth:
    return "'" + Copy.Name + "' keeps copies of the secret" +
           (Copy.Reason.empty() ? "" : ": " + Copy.Reason);
  case CopyMaker::Environment:
    return "the secret comes from the environment, which keeps a copy and "
           "hands it on to every process that is started";
  case CopyMaker::CommandLine:
    return "the secret comes from the command line, which keeps a copy that "
           "every user of the machine can read";
  case CopyMaker::Closure:
    return "capturing " + Name + " by value makes a copy in the closure";
  case CopyMaker::Scratch:
    return "a secret is copied to the static '" + Copy.Name +
           "' and stays there when the function ends";
  }
  return "";
}

void secret::findHiddenCopy(const RuleInput &In, std::vector<Finding> &Out) {
  std::set<Place> Reported;
  for (const auto &[Key, Copy] : In.Result.Seen.HiddenCopies) {
    if (!(Copy.Labels & Taint::Secret))
      continue;
    Finding F =
        makeFinding(In, RuleId::HiddenCopy, Copy.At, Copy.Region, Copy.Story);
    F.Message = message(In, Copy) + "; " + advice(Copy);
    Reported.insert(Copy.At.Begin);
    Out.push_back(std::move(F));
  }
  // The call that makes a copy may make the next one inside.
  std::vector<Finding> Inner;
  addCalleeFindings(In, RuleId::HiddenCopy, Inner);
  for (Finding &F : Inner)
    if (!Reported.count(F.At.Begin))
      Out.push_back(std::move(F));
}
