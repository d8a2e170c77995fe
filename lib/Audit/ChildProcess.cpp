//===- ChildProcess.cpp - Run a program and hear of its end ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChildProcess.h"
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// Blocks what is waited for, so that none is missed and no handler is needed.
class BlockedSignals {
public:
  BlockedSignals() {
    sigemptyset(&Awaited);
    for (int Signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP})
      sigaddset(&Awaited, Signal);
    sigprocmask(SIG_BLOCK, &Awaited, &Before);
  }
  ~BlockedSignals() { restore(); }

  void restore() const { sigprocmask(SIG_SETMASK, &Before, nullptr); }

  /// \returns the signal that came; 0 for none, when a call was broken off.
  int next() const {
    int Signal = 0;
    return sigwait(&Awaited, &Signal) ? 0 : Signal;
  }

private:
  sigset_t Awaited, Before;
};

[[noreturn]] void become(ArrayRef<std::string> Words, int Log, pid_t Parent) {
  std::vector<char *> Args;
  for (const std::string &Word : Words)
    Args.push_back(const_cast<char *>(Word.c_str()));
  Args.push_back(nullptr);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
  int Nothing = open("/dev/null", O_RDONLY);
  bool IsReady = getppid() == Parent && Nothing >= 0 &&
                 dup2(Nothing, STDIN_FILENO) >= 0 &&
                 dup2(Log, STDOUT_FILENO) >= 0 && dup2(Log, STDERR_FILENO) >= 0;
  if (IsReady)
    execvp(Args[0], Args.data());
  std::string Why = Words.front() + ": " + strerror(errno) + "\n";
  if (write(Log, Why.data(), Why.size()) < 0)
    _exit(126);
  _exit(127);
}

/// Interrupts are passed on as an end: a launcher that asks whether an
/// interrupt was meant would leave the step running.
ChildEnd await(pid_t Child, const BlockedSignals &Signals) {
  ChildEnd End;
  int Status = 0;
  while (waitpid(Child, &Status, WNOHANG) == 0) {
    int Signal = Signals.next();
    if (Signal == 0 || Signal == SIGCHLD)
      continue;
    End.Interrupted = true;
    kill(Child, SIGTERM);
  }
  End.Status =
      WIFSIGNALED(Status) ? 128 + WTERMSIG(Status) : WEXITSTATUS(Status);
  return End;
}

} // namespace

Expected<ChildEnd> runChild(ArrayRef<std::string> Words, StringRef Log) {
  int File =
      open(Log.str().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (File < 0)
    return createStringError(std::error_code(errno, std::generic_category()),
                             "cannot write '" + Log + "': " + strerror(errno));
  BlockedSignals Signals;
  pid_t Self = getpid();
  pid_t Child = fork();
  if (Child == 0) {
    Signals.restore();
    become(Words, File, Self);
  }
  int Problem = errno;
  close(File);
  if (Child < 0)
    return createStringError(std::error_code(Problem, std::generic_category()),
                             Twine("cannot start another process: ") +
                                 strerror(Problem));
  return await(Child, Signals);
}

} // namespace audit
} // namespace secret
