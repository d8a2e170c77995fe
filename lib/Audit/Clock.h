//===- Clock.h - How long something took ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_CLOCK_H
#define SECRET_TIDY_AUDIT_CLOCK_H

#include <chrono>

namespace secret {
namespace audit {

using Clock = std::chrono::steady_clock;

/// The seconds from \p From to \p To.
inline double secondsBetween(Clock::time_point From,
                             Clock::time_point To = Clock::now()) {
  return std::chrono::duration<double>(To - From).count();
}

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_CLOCK_H
