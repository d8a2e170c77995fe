//===- TracerState.h - The tracer's view of programs ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One event loop over all threads that are traced. Children are followed even
// if nobody wants to look into them, until they run another program: a fork
// copies the breakpoints, and without a tracer they would kill it.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_TRACERSTATE_H
#define SECRET_TIDY_RESIDUE_TRACERSTATE_H

#include "Residue/Breakpoints.h"
#include "Residue/Tracer.h"
#include <deque>
#include <map>
#include <memory>

namespace secret {
namespace residue {

/// A call that has not returned yet.
struct PendingCall {
  uint64_t Function;
  uint64_t Return;
  uint64_t StackPointer;
};

struct TracedThread {
  int Process = 0;
  bool Running = false;
  /// Stopped just before it ends, until all of its process are.
  bool AtExit = false;
  std::vector<PendingCall> Calls;
};

struct TracedProcess {
  /// Whether its moments count.
  bool Wanted = false;
  /// It runs the program, not what fork left.
  bool HasProgram = false;
  std::unique_ptr<ProcessMemory> Memory;
  Breakpoints Points;
  /// Where the program begins, once all libraries are loaded.
  uint64_t Entry = 0;
  /// Functions whose returns are moments.
  std::vector<uint64_t> Functions;
  /// Where the stack of each thread was when it began. A thread that is killed
  /// with its process may end before anybody can look.
  std::map<int, uint64_t> Stacks;
};

class Tracer {
public:
  Tracer(const TraceOptions &Options,
         llvm::function_ref<llvm::Error(const Stop &)> Look);
  ~Tracer();

  llvm::Error run();

private:
  // Tracer.cpp: the program's start, the loop, and its end.
  llvm::Error start();
  llvm::Error attach(int Child);
  bool next(int &Thread, int &Status);
  llvm::Error handle(int Thread, int Status);
  llvm::Error handleEvent(int Thread, int Event, int Signal);
  llvm::Error checkMoments();
  void resume(int Thread, int Signal = 0);
  bool wantsSyscalls() const;
  void letGo();

  // TracerThreads.cpp: threads and processes that come and go.
  TracedThread &adopt(int Thread);
  llvm::Error threadGone(int Thread);
  llvm::Error onExit(int Thread);
  llvm::Error onExec(int Process);
  llvm::Error checkAllAtExit(int Process);
  std::vector<int> threadsOf(int Process) const;
  llvm::Error look(int Thread, const Moment &At);

  // TracerMoments.cpp: what may be a moment.
  llvm::Error onSignal(int Thread, int Signal);
  llvm::Error onSyscall(int Thread);
  llvm::Error onTrap(int Thread, bool &Ours);
  llvm::Error onEntry(int Thread);
  void onCall(int Thread, uint64_t Function);
  llvm::Error onReturn(int Thread, uint64_t Address);
  void stepOver(int Thread, uint64_t Address);
  std::string checkpointLabel(int Thread, uint64_t Address);

  const TraceOptions &Options;
  llvm::function_ref<llvm::Error(const Stop &)> Look;
  std::vector<Moment> Moments;
  int Program = 0;
  /// Tells why the program could not be started; -1 when read.
  int StartPipe = -1;
  std::map<int, TracedThread> Threads;
  std::map<int, TracedProcess> Processes;
  /// Stops that came while another thread was waited for.
  std::deque<std::pair<int, int>> Deferred;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_TRACERSTATE_H
