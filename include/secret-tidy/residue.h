/*===- residue.h - Moments for secret-residue to look ------------*- C -*-===*\
|*
|* Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * For C99 and C++11 and later, on Linux; elsewhere it does nothing.
 *
 *   secret_residue_checkpoint("after login");
 *
 * marks a moment that `secret-residue run --at "checkpoint:after login"` stops
 * at. It is one system call that fails (prctl with an option that does not
 * exist), so it costs next to nothing without a tracer, and works in stripped
 * and static programs. The label should be a literal of at most 255 bytes. The
 * value of errno is kept.
 */
#ifndef SECRET_TIDY_RESIDUE_H
#define SECRET_TIDY_RESIDUE_H

/* "SRes" */
#define SECRET_RESIDUE_CHECKPOINT_OPTION 0x73655253

#if defined(__linux__)
#include <errno.h>
#include <sys/prctl.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

static inline void secret_residue_checkpoint(const char *label) {
#if defined(__linux__)
  int before = errno;
  (void)prctl(SECRET_RESIDUE_CHECKPOINT_OPTION, label, 0, 0, 0);
  errno = before;
#else
  (void)label;
#endif
}

#ifdef __cplusplus
}
#endif

#endif /* SECRET_TIDY_RESIDUE_H */
