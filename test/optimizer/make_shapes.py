#!/usr/bin/env python3
# ===- make_shapes.py - Functions that zeroize, in every combination ------===//
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===---------------------------------------------------------------------===//
"""Print a C file: each storage, zeroized in each way, before each end."""

HEAD = """\
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "zeroize.h"
struct record { u8 b[32]; };
void fill(u8 *p, size_t n);
void opaque(void);
static const u8 zeros[32];
static inline void wipe(void *p, size_t n) { memset(p, 0, n); }
static inline void careful(void *p, size_t n) { if (p) memset(p, 0, n); }
__attribute__((noinline)) static void far_wipe(void *p, size_t n) { memset(p, 0, n); }
void explicit_bzero(void *p, size_t n);
"""

# name -> declaration; what is k[0]; what ends it
STORAGE = {
    "array": ("S u8 k[32];", ""),
    "record": ("S struct record r; u8 *k = r.b;", ""),
    "vla": ("S u8 k[n]; if (n != 32) return;", ""),
    "heap": ("S u8 *k = malloc(32); if (!k) return;", "free(k);"),
}

ZEROIZE = {
    "memset": "memset(k, 0, 32);",
    "bzero": "bzero(k, 32);",
    "copy": "memcpy(k, zeros, 32);",
    "loop": "for (int i = 0; i < 32; i++) k[i] = 0;",
    "cast": "memset((void *)(volatile void *)k, 0, 32);",
    "wrapper": "wipe(k, 32);",
    "careful": "careful(k, 32);",
    "far": "far_wipe(k, 32);",
    "volatile_loop": "for (volatile u8 *p = k; p < k + 32; p++) *p = 0;",
    "explicit": "explicit_bzero(k, 32);",
}

AFTER = {
    "end": "",
    "call": "opaque();",
    "barrier": '__asm__ volatile("" : : "r"(k) : "memory");',
    "operand": '__asm__ volatile("" : : "r"(k));',
    "clobber": '__asm__ volatile("" : : : "memory");',
}


def main():
    print(HEAD)
    for storage, (declare, end) in STORAGE.items():
        for how, code in ZEROIZE.items():
            for after, needs in AFTER.items():
                print(f"void t_{storage}_{how}_{after}(int n) {{ {declare} "
                      f"fill(k, 32); ZEROIZE({code}) {needs} {end} }}")


main()
