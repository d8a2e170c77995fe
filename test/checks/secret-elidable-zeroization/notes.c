// The message says who zeroizes and what to use; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-elidable-zeroization' \
// RUN:   --config='{CheckOptions: {secret.Optimizer: off}}' %s -- -std=c99 \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include "../../Inputs/mock.h"

static void wipe(void *p, size_t n) { memset(p, 0, n); }

void direct(const unsigned char *from) {
  SECRET unsigned char k[32];
  memcpy(k, from, sizeof(k));
  memset(k, 0, sizeof(k));
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: the zeroization of 'k' by 'memset' may be removed by the optimizer, since nothing needs the content before its life ends; use 'explicit_bzero' [secret-elidable-zeroization]
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: the secret arrives in 'k' here
// CHECK: notes.c:[[#@LINE-4]]:1: note: its life ends here

void by_a_wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k));
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: the zeroization of 'k' by 'wipe' may be removed
// CHECK: notes.c:[[#@LINE-4]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:7:39: note: 'wipe' zeroizes with memset here
// CHECK: notes.c:[[#@LINE-4]]:1: note: its life ends here

void by_a_loop(void) {
  unsigned char k[32];
  fill(k);
  for (size_t i = 0; i < sizeof(k); i++)
    k[i] = 0;
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: the zeroization of 'k' by {{.*}}loop may be removed
// CHECK: notes.c:[[#@LINE-5]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-3]]:1: note: its life ends here

void of_a_block(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  memset(p, 0, 32);
  free(p);
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: the zeroization of the block by 'memset' may be removed
// CHECK: notes.c:[[#@LINE-5]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-4]]:3: note: its life ends here
