/*===- support.c - The other translation unit of the programs ----*- C -*-===*\
|*
|* Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/

#define _GNU_SOURCE
#define TRUTH_BUILD
#include "truth.h"
#include "secret-tidy/residue.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct truth_program {
  const char *name;
  void (*run)(void);
};
extern const struct truth_program truth_programs[];

const char *secret_path(void) { return getenv("TRUTH_SECRET"); }

void fill(void *into, size_t size) {
  int file = open(secret_path(), O_RDONLY);
  if (file < 0 || read(file, into, size) != (ssize_t)size)
    abort();
  close(file);
}

static volatile unsigned char sum;

void use(const void *from, size_t size) {
  const volatile unsigned char *at = (const volatile unsigned char *)from;
  for (size_t i = 0; i != size; ++i)
    sum = (unsigned char)(sum ^ at[i]);
}

int zero(void) { return 0; }

void wipe_elsewhere(void *at, size_t size) { explicit_bzero(at, size); }

/* Keeps the program's frames away from those of the calls that follow it. */
static void run_deep(void (*run)(void)) {
  volatile char room[16384];
  room[0] = 0;
  run();
  room[1] = 0;
}

int main(int argc, char **argv) {
  for (const struct truth_program *p = truth_programs; p->name; ++p)
    if (argc == 2 && strcmp(p->name, argv[1]) == 0) {
      run_deep(p->run);
      secret_residue_checkpoint("done");
      return 0;
    }
  fputs("no such program\n", stderr);
  return 2;
}
