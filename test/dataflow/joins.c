// States with equal property parts are joined; the others are kept apart.
// RUN: %secret-audit --dump-states %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

void joined(int n) {
  unsigned char k[32];
  int i;
  fill(k);
  if (n)
    i = 1;
  else
    i = 2;
  use(&i);
}
// CHECK-LABEL: states of joined
// CHECK: B1:
// CHECK: k: [0, 32) secret
// CHECK-NOT: B1:
// CHECK: B0:

void kept_apart(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    explicit_bzero(k, 32);
  use(&n);
}
// CHECK-LABEL: states of kept_apart
// CHECK: B1:
// CHECK: k: {{.*}}secret
// CHECK: B1:
// CHECK: k: zeroized[0, 32)
// CHECK-NOT: B1:
// CHECK: B0:

void elidable_and_reliable(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    explicit_bzero(k, 32);
  else
    memset(k, 0, 32);
  n = 0;
}
// CHECK-LABEL: states of elidable_and_reliable
// CHECK: B1:
// CHECK: k: zeroized[0, 32) escaped
// CHECK: B1:
// CHECK: k: zeroized[0, 32) elidable

void needed_later(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, 32);
  if (check())
    return;
}
// The call is opaque, and the address escaped before.
// CHECK-LABEL: states of needed_later
// CHECK: k: zeroized[0, 32) escaped{{$}}
// CHECK-NOT: elidable

void a_loop(int n) {
  unsigned char k[32];
  while (n--) {
    fill(k);
    use(k);
  }
}
// Before the first turn nothing is secret, behind it k is.
// CHECK-LABEL: states of a_loop
// CHECK: k:{{$}}
// CHECK-NEXT: B{{[0-9]+}}:
// CHECK-NEXT: n:
// CHECK-NEXT: k: [0, 32) secret

void parts(SECRET const unsigned char *from) {
  unsigned char k[32];
  memcpy(k + 8, from, 8);
  if (check())
    return;
}
// CHECK-LABEL: states of parts
// CHECK: k: [8, 16) secret

void partial(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 8);
  if (check())
    return;
}
// CHECK-LABEL: states of partial
// CHECK: k: {{.*}}zeroized[0, 8){{.*}} partial

void callers(const unsigned char *p, SECRET const unsigned char *key) {
  unsigned char a[4], b[4];
  memcpy(a, p, 4);
  memcpy(b, key, 4);
  if (check())
    return;
}
// CHECK-LABEL: states of callers
// CHECK: a: [0, 4) if-caller's
// CHECK: b: [0, 4) secret
