//===- ChildProcess.cpp - Run a program and hear of its end ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChildProcess.h"
#include "HeldInterrupts.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

Error failed(const Twine &What) {
  return createStringError(std::error_code(errno, std::generic_category()),
                           What + ": " + strerror(errno));
}

/// Blocks what is waited for, so that none is missed and no handler is needed.
class BlockedSignals {
public:
  BlockedSignals() {
    Awaited = HeldInterrupts::signals();
    sigaddset(&Awaited, SIGCHLD);
    sigprocmask(SIG_BLOCK, &Awaited, &Before);
  }
  ~BlockedSignals() { restore(); }

  void restore() const { sigprocmask(SIG_SETMASK, &Before, nullptr); }

  /// \returns the signal that came; 0 for none, when a call was broken off.
  int next() const {
    int Signal = 0;
    return sigwait(&Awaited, &Signal) ? 0 : Signal;
  }

  /// A file from which they can be read; the caller closes it.
  int open() const { return signalfd(-1, &Awaited, SFD_CLOEXEC); }

private:
  sigset_t Awaited, Before;
};

/// Closed at the end.
class File {
public:
  explicit File(int Number) : Number(Number) {}
  File(File &&Other) : Number(std::exchange(Other.Number, -1)) {}
  File(const File &) = delete;
  File &operator=(const File &) = delete;
  ~File() {
    if (Number >= 0)
      close(Number);
  }
  int get() const { return Number; }

private:
  int Number;
};

/// What is signalled to the group of this process, as by a terminal, comes to
/// one with a group of its own only through this process.
enum class Group { Same, Own };

/// In the new process: \returns whether all that it says goes to \p Output.
bool isReady(int Output, pid_t Parent) {
  endWithParent();
  int Nothing = open("/dev/null", O_RDONLY);
  return getppid() == Parent && Nothing >= 0 &&
         dup2(Nothing, STDIN_FILENO) >= 0 && dup2(Output, STDOUT_FILENO) >= 0 &&
         dup2(Output, STDERR_FILENO) >= 0;
}

/// \returns the status of a process that could not become \p Words.
int become(ArrayRef<std::string> Words) {
  std::vector<char *> Args;
  for (const std::string &Word : Words)
    Args.push_back(const_cast<char *>(Word.c_str()));
  Args.push_back(nullptr);
  execvp(Args[0], Args.data());
  errs() << Words.front() << ": " << strerror(errno) << '\n';
  return 127;
}

/// Has a new process run \p Body. \returns it.
Expected<pid_t> start(const BlockedSignals &Signals, int Output, Group In,
                      function_ref<int()> Body) {
  outs().flush();
  pid_t Self = getpid();
  pid_t Child = fork();
  if (Child < 0)
    return failed("cannot start another process");
  // Both do it, so that none can be too early.
  if (In == Group::Own)
    setpgid(Child, Child);
  if (Child)
    return Child;
  Signals.restore();
  HeldInterrupts::release();
  int Status = isReady(Output, Self) ? Body() : 126;
  outs().flush();
  // Nothing of the parent's is to be tidied up here.
  _exit(Status);
}

unsigned shellStatus(int Status) {
  return WIFSIGNALED(Status) ? 128 + WTERMSIG(Status) : WEXITSTATUS(Status);
}

/// Interrupts are passed on as an end: a launcher that asks whether an
/// interrupt was meant would leave the step running.
void passOn(int Signal, pid_t Child, ChildEnd &End) {
  if (Signal == 0 || Signal == SIGCHLD)
    return;
  End.Interrupted = true;
  kill(Child, SIGTERM);
}

ChildEnd await(pid_t Child, const BlockedSignals &Signals) {
  ChildEnd End;
  int Status = 0;
  while (waitpid(Child, &Status, WNOHANG) == 0)
    passOn(Signals.next(), Child, End);
  End.Status = shellStatus(Status);
  return End;
}

/// Gives whole lines of \p Text to \p OnLine, and leaves the rest.
void takeLines(std::string &Text, function_ref<void(StringRef)> OnLine) {
  StringRef Rest = Text;
  for (size_t End; (End = Rest.find('\n')) != StringRef::npos;
       Rest = Rest.drop_front(End + 1))
    OnLine(Rest.take_front(End).rtrim());
  Text = Rest.str();
}

/// Until the child has closed \p Output.
ChildEnd readAll(pid_t Child, const File &Output, const File &Awaited,
                 function_ref<void(StringRef)> OnLine) {
  ChildEnd End;
  std::string Text;
  while (true) {
    pollfd Files[] = {{Output.get(), POLLIN, 0}, {Awaited.get(), POLLIN, 0}};
    if (poll(Files, 2, -1) < 0)
      continue;
    signalfd_siginfo Info;
    if (Files[1].revents && read(Awaited.get(), &Info, sizeof Info) > 0)
      passOn(static_cast<int>(Info.ssi_signo), Child, End);
    if (!Files[0].revents)
      continue;
    char Buffer[4096];
    ssize_t Size = read(Output.get(), Buffer, sizeof Buffer);
    if (Size == 0)
      break;
    Text.append(Buffer, std::max<ssize_t>(Size, 0));
    takeLines(Text, OnLine);
  }
  if (!Text.empty())
    OnLine(Text);
  return End;
}

Expected<ChildEnd> runLogged(function_ref<int()> Body, StringRef Log) {
  File Output(
      open(Log.str().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (Output.get() < 0)
    return failed("cannot write '" + Log + "'");
  BlockedSignals Signals;
  Expected<pid_t> Child = start(Signals, Output.get(), Group::Same, Body);
  if (!Child)
    return Child.takeError();
  return await(*Child, Signals);
}

} // namespace

void endWithParent() { prctl(PR_SET_PDEATHSIG, SIGTERM); }

Expected<ChildEnd> runChild(ArrayRef<std::string> Words, StringRef Log) {
  return runLogged([&] { return become(Words); }, Log);
}

Expected<ChildEnd> runCopy(function_ref<int()> Body, StringRef Log) {
  return runLogged(Body, Log);
}

Expected<ChildEnd> runChild(ArrayRef<std::string> Words,
                            function_ref<void(StringRef)> OnLine) {
  int Ends[2];
  if (pipe2(Ends, O_CLOEXEC))
    return failed("cannot make a pipe");
  File Output(Ends[0]);
  std::optional<File> Input(Ends[1]);
  BlockedSignals Signals;
  File Awaited(Signals.open());
  if (Awaited.get() < 0)
    return failed("cannot wait for signals");
  Expected<pid_t> Child =
      start(Signals, Input->get(), Group::Own, [&] { return become(Words); });
  if (!Child)
    return Child.takeError();
  Input.reset();
  ChildEnd End = readAll(*Child, Output, Awaited, OnLine);
  int Status = 0;
  while (waitpid(*Child, &Status, 0) < 0 && errno == EINTR)
    ;
  End.Status = shellStatus(Status);
  return End;
}

} // namespace audit
} // namespace secret
