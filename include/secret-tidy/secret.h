/*===- secret.h - Tags for what must not outlive its use ----------*- C -*-===*\
|*
|* Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * For C99 and C++11 and later. Clang keeps the tags, with or without the
 * plugin; for other compilers they expand to nothing, so the code builds
 * everywhere. They change nothing in what a program does.
 *
 *   SECRET          a variable, parameter, field, record, enum or alias that
 *                   holds a secret, or a function that returns one:
 *                       SECRET unsigned char key[32];
 *                       int derive(SECRET const char *passphrase);
 *                       struct SECRET session { ... };
 *                       typedef SECRET struct session session_t;
 *   SECRET_PUBLIC   on a variable, parameter, field or function: what is
 *                   written there or returned is public, whatever it was
 *                   computed from (ciphertext, digests, public keys)
 *   SECRET_ZEROIZES on a function: it reliably zeroizes what its first pointer
 *                   argument points to
 *   SECRET_INTERNS  on a function: it copies its pointer arguments into storage
 *                   that is shared by all equal values
 *
 * Put a tag in front of a declaration, or right after the keyword `struct`,
 * `class`, `union` or `enum` of a definition, or right after `using NAME`. In a
 * K&R-style definition a parameter's tag stands after its name.
 */
#ifndef SECRET_TIDY_SECRET_H
#define SECRET_TIDY_SECRET_H

#if defined(__clang__)
#define SECRET __attribute__((annotate("secret")))
#define SECRET_PUBLIC __attribute__((annotate("public")))
#define SECRET_ZEROIZES __attribute__((annotate("zeroizes")))
#define SECRET_INTERNS __attribute__((annotate("interns")))
#else
#define SECRET
#define SECRET_PUBLIC
#define SECRET_ZEROIZES
#define SECRET_INTERNS
#endif

#endif /* SECRET_TIDY_SECRET_H */
