// Blocks that a callee makes and releases.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

static void *made(size_t n) { return malloc(n); }
// CHECK-LABEL: summary of made{{$}}
// CHECK: returns pointer to new block 0 or null

static unsigned char *made_with_key(void) {
  unsigned char *p = malloc(32);
  if (p)
    fill(p);
  return p;
}
// CHECK-LABEL: summary of made_with_key opaque
// CHECK-NEXT: case
// CHECK-NEXT: returns 0
// CHECK-NEXT: case
// CHECK-NEXT: writes new block 0 [0, 32) secret
// CHECK-NEXT: returns pointer to new block 0{{$}}

static void given_out(unsigned char **out) { *out = malloc(16); }
// CHECK-LABEL: summary of given_out{{$}}
// CHECK: stores parameter 0->[0] at 0: pointer to new block 0 or null

static void drop(void *p) { free(p); }
// CHECK-LABEL: summary of drop{{$}}
// CHECK: releases parameter 0->[0]
// CHECK-NEXT: returns

static void wipe_and_drop(unsigned char *p) {
  explicit_bzero(p, 32);
  free(p);
}
// CHECK-LABEL: summary of wipe_and_drop{{$}}
// CHECK: zeroizes parameter 0->[0] [0, 32) reliably
// CHECK-NEXT: releases parameter 0->[0]

static void drop_through(unsigned char **p) { free(*p); }
// CHECK-LABEL: summary of drop_through{{$}}
// CHECK: releases parameter 0->[0]->[0]

void root(SECRET unsigned char *k) {
  drop(made(4));
  wipe_and_drop(made_with_key());
  given_out(&k);
  drop_through(&k);
}
