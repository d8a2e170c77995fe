//===- StepTimes.h - Where the time of a run went ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_STEPTIMES_H
#define SECRET_TIDY_AUDIT_STEPTIMES_H

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace secret {
namespace audit {

/// One step that ninja ran; milliseconds since ninja started.
struct StepTime {
  unsigned Start = 0;
  unsigned End = 0;
  std::string Output; ///< relative to the work folder
};

/// What ninja noted in a work folder; empty if it noted nothing. It is taken
/// from there, so that the notes of another run do not mix with these.
std::vector<StepTime> takeStepTimes(llvm::StringRef WorkDir);

/// The number in the name of an output, such as 12 for steps/12; the
/// largest one if there is none.
unsigned indexOf(const StepTime &Step);

/// `1.25 s results/12.json: src/key.c`, one line for each step, the slowest
/// first.
void printStepTimes(const std::vector<StepTime> &Steps,
                    const std::vector<std::string> &Names,
                    llvm::raw_ostream &OS);

/// Writes the steps in the format of Chromium's and Perfetto's viewers, with a
/// row for each worker. \p Names are those of the steps. Fails with one line.
llvm::Error writeTimeTrace(llvm::StringRef Path,
                           const std::vector<StepTime> &Steps,
                           const std::vector<std::string> &Names);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_STEPTIMES_H
