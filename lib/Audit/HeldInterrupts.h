//===- HeldInterrupts.h - Interrupts wait to be asked for -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While steps run, an interrupt ends the work and not this process, which still
// has a report to write.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_HELDINTERRUPTS_H
#define SECRET_TIDY_AUDIT_HELDINTERRUPTS_H

#include <csignal>

namespace secret {
namespace audit {

/// Holds SIGINT, SIGTERM and SIGHUP back while it lives; those that this
/// process was started to ignore, as by nohup, stay ignored. Works only before
/// this process has started any thread; its children are to call release().
class HeldInterrupts {
public:
  HeldInterrupts();
  HeldInterrupts(const HeldInterrupts &) = delete;
  HeldInterrupts &operator=(const HeldInterrupts &) = delete;
  /// Forgets those that nobody has asked for.
  ~HeldInterrupts();

  /// Whether one has come since this was asked last.
  bool take();

  /// Has interrupts end this process again, in a child that has inherited that
  /// they do not.
  static void release();

  /// The signals that were not ignored when this was called first.
  static const sigset_t &signals();

private:
  sigset_t Before;
};

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_HELDINTERRUPTS_H
