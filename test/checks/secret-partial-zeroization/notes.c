// The message says what is left and why; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-partial-zeroization' --config={} %s -- -std=c99 \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include "../../Inputs/mock.h"

static void wipe16(void *p) { explicit_bzero(p, 16); }

void smaller(const unsigned char *from) {
  SECRET unsigned char k[32];
  memcpy(k, from, sizeof(k));
  explicit_bzero(k, 16);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization leaves a part of 'k': it covers 16 bytes only{{.*}} [secret-partial-zeroization]
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: the secret arrives in 'k' here
// CHECK: notes.c:[[#@LINE-4]]:1: note: its life ends here, with secret bytes in it

void pointer_size(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  explicit_bzero(p, sizeof(p));
  free(p);
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: this zeroization leaves a part of the block: the length is the size of a pointer
// CHECK: notes.c:[[#@LINE-5]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-4]]:3: note: its life ends here, with secret bytes in it

void swapped(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 32, 0);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization leaves a part of 'k': the length is 0 (are the arguments swapped?)
// CHECK: notes.c:[[#@LINE-4]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-3]]:1: note: its life ends here, with secret bytes in it

void string(void) {
  char k[32];
  fill(k);
  explicit_bzero(k, strlen(k));
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization leaves a part of 'k': strlen stops at the first NUL, but the whole buffer may hold secret bytes
// CHECK: notes.c:[[#@LINE-4]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-3]]:1: note: its life ends here, with secret bytes in it

void pointer_itself(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  explicit_bzero(&p, 8);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization leaves a part of {{.*}}: it overwrites the pointer, not what it points to
// CHECK: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-3]]:1: note: its life ends here, with secret bytes in it

void by_a_callee(void) {
  unsigned char k[32];
  fill(k);
  wipe16(k);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization leaves a part of 'k': it covers 16 bytes only
// CHECK: notes.c:[[#@LINE-4]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:6:31: note: 'wipe16' zeroizes with explicit_bzero here
// CHECK: notes.c:[[#@LINE-4]]:1: note: its life ends here, with secret bytes in it
