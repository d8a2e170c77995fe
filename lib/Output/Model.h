//===- Model.h - What a report says, as plain data --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every format is written from this. Nothing here depends on the order of the
// steps, the time or the machine.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_MODEL_H
#define SECRET_TIDY_OUTPUT_MODEL_H

#include "Optimizer/Evidence.h"
#include <string>
#include <vector>

namespace secret {
namespace output {

/// A range in a file. Lines and columns count from 1, columns in code points;
/// the end is behind the last character. Line 0: the place is not known.
struct Region {
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  unsigned Offset = 0; ///< in bytes
  unsigned Length = 0;
};

struct Place {
  /// Relative to the root if it is below; empty if there is no file.
  std::string File;
  Region At;
};

/// One step of the story of a finding.
struct Step {
  Place Where;
  std::string Text;
};

/// A piece of a proposed repair: what is at the place becomes the text.
struct Edit {
  Place Where;
  std::string Text;
};

enum class FindingState : uint8_t {
  Plain, ///< there is nothing to compare with
  New,
  Known, ///< the baseline has it
};

struct Finding {
  std::string Rule;
  std::string Message;
  Place Where;
  std::vector<Step> Steps;
  std::vector<Edit> Fix;
  std::vector<Evidence> Seen; ///< by the optimizer
  std::string Object;         ///< the first name in the message; may be empty
  std::string Function;       ///< that the place looks to be in; may be empty
  /// Equal in later runs, as long as the finding's own line stays.
  std::string Fingerprint;
  std::string LineHash; ///< as GitHub computes it for a line
  FindingState State = FindingState::Plain;
  bool Suppressed = false; ///< by a comment
  std::string Reason;      ///< what the comment says behind NOLINT

  /// It is a finding that somebody should look at.
  bool isReported() const {
    return !Suppressed && State != FindingState::Known;
  }
};

/// What a baseline knows of a finding.
struct BaselineEntry {
  std::string Fingerprint;
  std::string Rule;
  std::string File;
  std::string Function;
  std::string Message;
};

struct FileFailure {
  std::string File;
  std::string Reason;
};

struct Report {
  std::string Version;           ///< of the program
  std::vector<Finding> Findings; ///< by file, place, rule and message
  bool HasBaseline = false;
  std::vector<BaselineEntry> Fixed; ///< in the baseline, and gone
  std::vector<FileFailure> Failures;
  std::vector<std::string> Misconfigured;
  unsigned NumFiles = 0;
  unsigned NumFailedFiles = 0;
  /// The run was interrupted: more may be found.
  bool Partial = false;
  int ExitCode = 0;
};

/// How many findings of a report are what.
struct Counts {
  unsigned Reported = 0;
  unsigned Known = 0;
  unsigned Suppressed = 0;
};

Counts countFindings(const Report &R);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_MODEL_H
