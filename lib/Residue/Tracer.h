//===- Tracer.h - Stops programs at the chosen moment -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_TRACER_H
#define SECRET_TIDY_RESIDUE_TRACER_H

#include "Residue/Moment.h"
#include "Residue/Target.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace secret {
namespace residue {

struct TraceOptions {
  std::vector<std::string> Command;
  /// None: at exit.
  std::vector<Moment> Moments;
  /// Look into child processes, too.
  bool Children = false;
  /// Kill the program after the last moment, else let it go on.
  bool Kill = false;
};

/// A process that stands still, all its threads stopped.
struct Stop {
  int Pid = 0;
  /// The one that reached the moment comes first.
  std::vector<int> Threads;
  /// Threads that were there before, and where their stacks began.
  std::vector<ThreadState> Ended;
  std::string Moment;
};

/// Starts the program and calls \p Look at each moment. Fails with one line if
/// it cannot start or be traced, if \p Look fails, or if a moment never came.
llvm::Error traceProgram(const TraceOptions &Options,
                         llvm::function_ref<llvm::Error(const Stop &)> Look);

/// Keeps all threads of a running process stopped as long as it lives.
class StoppedProcess {
public:
  /// Fails with one line that says which setting forbids it.
  static llvm::Expected<StoppedProcess> stop(int Pid);
  StoppedProcess(StoppedProcess &&Other) noexcept;
  ~StoppedProcess();

  llvm::ArrayRef<int> threads() const { return Threads; }

private:
  StoppedProcess() = default;

  std::vector<int> Threads;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_TRACER_H
