// Faults that exist only if the caller's bytes are secret.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

const char *g_intern_string(const char *);

static void missing(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
}
// CHECK-LABEL: summary of missing
// CHECK: fault secret-missing-zeroization if parameter 0->[0] [0, 32) is secret

static void elidable(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
  memset(copy, 0, 32);
}
// CHECK-LABEL: summary of elidable
// CHECK-NEXT: case
// CHECK: fault secret-elidable-zeroization if parameter 0->[0] [0, 32) is secret

static void partial(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
  explicit_bzero(copy, 8);
}
// CHECK-LABEL: summary of partial
// CHECK: fault secret-partial-zeroization if parameter 0->[0] [0, 32) is secret

static void intern(const char *s) { g_intern_string(s); }
// CHECK-LABEL: summary of intern
// CHECK: fault secret-immutable-copy if parameter 0->[0]

static void clean(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
  explicit_bzero(copy, 32);
}
// CHECK-LABEL: summary of clean
// CHECK-NOT: fault

void root(SECRET unsigned char *k) {
  missing(k);
  elidable(k);
  partial(k);
  intern((char *)k);
  clean(k);
}
// CHECK-LABEL: summary of root
