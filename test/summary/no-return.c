// A callee that does not return has no case.
// The CFG leads such a call to the exit, and so do the facts today.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

static void die(void) { exit(1); }
// CHECK-LABEL: summary of die{{.*}} never-returns
// CHECK-NOT: case

static void die_for(int n) {
  if (n)
    exit(1);
}
// CHECK-LABEL: summary of die_for
// CHECK-NEXT: case
// CHECK-NEXT: if parameter 0 is 0
// CHECK-NEXT: returns
// CHECK-NOT: case

static void endless(void) {
  for (;;)
    check();
}
// CHECK-LABEL: summary of endless{{.*}} never-returns
// CHECK-NOT: case

void root(SECRET unsigned char *k) {
  use(k);
  if (check())
    die();
  die_for(check());
  endless();
}
// CHECK-LABEL: summary of root
