// The message names the object and what to do; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-missing-zeroization' --config={} %s -- -std=c99 \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include "../../Inputs/mock.h"

static int get(unsigned char *k) { return fill(k); }

// No path zeroizes: at the declaration, with all exits.
void at_the_declaration(int n) {
  unsigned char k[32];
  get(k);
  if (n)
    return;
  use(k);
}
// CHECK: notes.c:[[#@LINE-6]]:17: warning: 'k' holds a secret, and no path zeroizes it before its life ends; call 'explicit_bzero(k, sizeof(k))' on every path first [secret-missing-zeroization]
// CHECK: notes.c:6:43: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-7]]:3: note: 'get' brings the secret here
// CHECK: notes.c:[[#@LINE-6]]:5: note: its life ends here, with the secret in it
// CHECK: notes.c:[[#@LINE-5]]:1: note: its life ends here, with the secret in it

// Some path zeroizes: at the exit that does not.
int at_the_exit(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    return 1;
  explicit_bzero(k, sizeof(k));
  return 0;
}
// CHECK: notes.c:[[#@LINE-4]]:5: warning: 'k' holds a secret that is not zeroized on this way out; call 'explicit_bzero(k, sizeof(k))' on every path first [secret-missing-zeroization]
// CHECK: notes.c:[[#@LINE-7]]:3: note: 'fill' writes a secret here
// CHECK: notes.c:[[#@LINE-5]]:3: note: another path zeroizes it here

// The steps of a copy, from the tag on.
void copied(const unsigned char *from) {
  SECRET unsigned char k[32];
  memcpy(k, from, sizeof(k));
  unsigned char copy[32];
  memcpy(copy, k, sizeof(copy));
  explicit_bzero(k, sizeof(k));
}
// CHECK: notes.c:[[#@LINE-4]]:17: warning: 'copy' holds a secret, and no path zeroizes it before its life ends; call 'explicit_bzero(copy, sizeof(copy))' on every path first
// CHECK: notes.c:[[#@LINE-7]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-7]]:3: note: the secret arrives in 'k' here
// CHECK: notes.c:[[#@LINE-6]]:3: note: copied to 'copy' here
// CHECK: notes.c:[[#@LINE-5]]:1: note: its life ends here, with the secret in it

void at_the_release(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  free(p);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: the block holds a secret and is released by 'free' without zeroization; zeroize it with 'explicit_bzero' first
// CHECK: notes.c:[[#@LINE-4]]:3: note: 'fill' writes a secret here

void at_the_loss(const unsigned char *from) {
  SECRET unsigned char *p = malloc(32);
  if (!p)
    return;
  memcpy(p, from, 32);
  p = NULL;
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: the last pointer to {{.*}} is overwritten while it holds a secret; zeroize it with 'explicit_bzero' first
// CHECK: notes.c:[[#@LINE-7]]:{{[0-9]+}}: note: 'p' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: the secret arrives in {{.*}} here
