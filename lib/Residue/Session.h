//===- Session.h - One call of secret-residue -------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_SESSION_H
#define SECRET_TIDY_RESIDUE_SESSION_H

#include "Residue/Encoding.h"
#include <string>
#include <vector>

namespace secret {
namespace residue {

struct SessionOptions {
  enum Task { Run, Scan, Doctor } What = Scan;
  /// Of the tool, for reports.
  std::string Version;
  SecretSources Secrets;
  PatternOptions Patterns;
  /// 0: one for each core.
  unsigned Threads = 0;

  /// "table", "json" or "sarif".
  std::string Format = "table";
  /// Empty for standard output.
  std::string Output;
  /// Files in .html or .svg.
  std::vector<std::string> Maps;
  /// "clean", "residue" or nothing.
  std::string Expect;

  /// For Run: the program with its arguments, and when to look.
  std::vector<std::string> Command;
  std::vector<std::string> Moments;
  bool Children = false;
  bool Kill = false;

  /// For Scan: one of them.
  std::string Core;
  std::string Dump;
  int Pid = 0;
};

enum ExitCode : int {
  Clean = 0,
  Residue = 1,
  WrongUsage = 2,
  CouldNotRead = 3
};

/// Does all there is to do, and returns the exit code. Faults get one line on
/// standard error.
int runSession(const SessionOptions &Options);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_SESSION_H
