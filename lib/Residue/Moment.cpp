//===- Moment.cpp - When to look ------------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Moment.h"
#include "llvm/ADT/StringSwitch.h"
#include <csignal>
#include <cstring>
#include <sys/syscall.h>

using namespace llvm;
using namespace secret::residue;

namespace {

struct NamedNumber {
  const char *Name;
  long Number;
};

// Made at build time of the system's header.
constexpr NamedNumber Syscalls[] = {
#include "Syscalls.inc"
};

} // namespace

bool Moment::reached() {
  if (Done || ++Seen != Occasion)
    return false;
  Done = true;
  return true;
}

/// The number of SIGNAME or NAME; 0 if there is none.
static long signalNumber(StringRef Name) {
  Name.consume_front("SIG");
  for (int Number = 1; Number < NSIG; ++Number)
    if (const char *Known = sigabbrev_np(Number))
      if (Name == Known)
        return Number;
  return 0;
}

static long syscallNumber(StringRef Name) {
  for (const NamedNumber &S : Syscalls)
    if (Name == S.Name)
      return S.Number;
  return -1;
}

/// Takes `:N` off the end of \p Name. The colons of C++ names are doubled.
static unsigned takeOccasion(StringRef &Name) {
  size_t Colon = Name.rfind(':');
  unsigned Occasion = 0;
  if (Colon == StringRef::npos || (Colon && Name[Colon - 1] == ':') ||
      Name.substr(Colon + 1).getAsInteger(10, Occasion) || !Occasion)
    return 1;
  Name = Name.take_front(Colon);
  return Occasion;
}

static Error resolve(Moment &M) {
  if (M.Name.empty())
    return createStringError("--at " + M.Text +
                             " wants a name behind the colon");
  if (M.What == Moment::Signal) {
    M.Number = signalNumber(M.Name);
    if (!M.Number)
      return createStringError("--at " + M.Text + ": no signal is called '" +
                               M.Name + "'; expected a name such as ABRT");
  }
  if (M.What == Moment::Syscall) {
    M.Number = syscallNumber(M.Name);
    if (M.Number < 0)
      return createStringError("--at " + M.Text +
                               ": no system call is called '" + M.Name +
                               "' here");
  }
  return Error::success();
}

Expected<Moment> secret::residue::parseMoment(StringRef Text) {
  Moment M;
  M.Text = Text.str();
  if (Text == "exit")
    return M;
  auto [Kind, Name] = Text.split(':');
  int What = StringSwitch<int>(Kind)
                 .Case("return", Moment::Return)
                 .Case("signal", Moment::Signal)
                 .Case("syscall", Moment::Syscall)
                 .Case("checkpoint", Moment::Checkpoint)
                 .Default(-1);
  if (What < 0)
    return createStringError("unknown moment '" + Text +
                             "'; expected exit, return:FUNCTION, signal:NAME, "
                             "syscall:NAME or checkpoint:LABEL");
  M.What = Moment::Kind(What);
  M.Occasion = takeOccasion(Name);
  M.Name = Name.str();
  if (Error E = resolve(M))
    return std::move(E);
  return M;
}
