//===- HeldInterrupts.cpp - Interrupts wait to be asked for ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeldInterrupts.h"

using namespace secret::audit;

static sigset_t interrupts() {
  sigset_t Set;
  sigemptyset(&Set);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP})
    sigaddset(&Set, Signal);
  return Set;
}

HeldInterrupts::HeldInterrupts() {
  const sigset_t Set = interrupts();
  sigprocmask(SIG_BLOCK, &Set, &Before);
}

HeldInterrupts::~HeldInterrupts() {
  take();
  sigprocmask(SIG_SETMASK, &Before, nullptr);
}

bool HeldInterrupts::take() {
  const sigset_t Set = interrupts();
  const timespec Now = {};
  bool HasCome = false;
  while (sigtimedwait(&Set, nullptr, &Now) > 0)
    HasCome = true;
  return HasCome;
}

void HeldInterrupts::release() {
  const sigset_t Set = interrupts();
  sigprocmask(SIG_UNBLOCK, &Set, nullptr);
}
