/*===- truth.h - What the programs of the truth suite share ------*- C -*-===*\
|*
|* Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef TRUTH_H
#define TRUTH_H

#include <stddef.h>

#ifdef TRUTH_BUILD
/* Built as a compiler without the tags would: they must change nothing. */
#define SECRET
#else
#include "secret-tidy/secret.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The first `size` bytes of the secret, at most 64, arrive at `into`. No copy
   stays anywhere else. */
void fill(void *into, size_t size);
/* A file of the secret, for programs that read it themselves. */
const char *secret_path(void);
/* Looks at every byte, and keeps none. */
void use(const void *from, size_t size);
/* Always 0, which no compiler knows. */
int zero(void);
/* Zeroizes, in another translation unit. */
#ifdef TRUTH_BUILD
void wipe_elsewhere(void *at, size_t size);
#else
SECRET_ZEROIZES void wipe_elsewhere(void *at, size_t size);
#endif

#ifdef __cplusplus
}
#endif

#endif /* TRUTH_H */
