//===- HeldInterrupts.cpp - Interrupts wait to be asked for ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeldInterrupts.h"

using namespace secret::audit;

/// Blocks those that are ignored for good: LLVM gives them handlers that end
/// the process, in this one and in its children.
static sigset_t findSignals() {
  sigset_t Set, Ignored;
  sigemptyset(&Set);
  sigemptyset(&Ignored);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction Now;
    bool IsIgnored =
        sigaction(Signal, nullptr, &Now) == 0 && Now.sa_handler == SIG_IGN;
    sigaddset(IsIgnored ? &Ignored : &Set, Signal);
  }
  sigprocmask(SIG_BLOCK, &Ignored, nullptr);
  return Set;
}

const sigset_t &HeldInterrupts::signals() {
  static const sigset_t Set = findSignals();
  return Set;
}

HeldInterrupts::HeldInterrupts() {
  sigprocmask(SIG_BLOCK, &signals(), &Before);
}

HeldInterrupts::~HeldInterrupts() {
  take();
  sigprocmask(SIG_SETMASK, &Before, nullptr);
}

bool HeldInterrupts::take() {
  const timespec Now = {};
  bool HasCome = false;
  while (sigtimedwait(&signals(), nullptr, &Now) > 0)
    HasCome = true;
  return HasCome;
}

void HeldInterrupts::release() {
  sigprocmask(SIG_UNBLOCK, &signals(), nullptr);
}
