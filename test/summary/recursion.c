// Recursion reaches a fixed point, alone and through another function.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

static void wipe(unsigned char *k, int n) {
  if (n == 0) {
    explicit_bzero(k, 32);
    return;
  }
  wipe(k, n - 1);
}
// CHECK-LABEL: summary of wipe{{$}}
// CHECK-COUNT-2: zeroizes parameter 0->[0] [0, 32) reliably

static void odd(unsigned char *k, int n);
static void even(unsigned char *k, int n) {
  fill(k);
  odd(k, n - 1);
}
// CHECK-LABEL: summary of even opaque
// CHECK: writes parameter 0->[0] [0, end) secret

static void odd(unsigned char *k, int n) {
  if (n)
    even(k, n);
}
// CHECK-LABEL: summary of odd opaque
// CHECK: if parameter 1 is 0
// CHECK-NEXT: returns
// CHECK: if parameter 1 is not 0
// CHECK-NEXT: writes parameter 0->[0] [0, end) secret

static int endless(unsigned char *k) { return endless(k) + 1; }
// CHECK-LABEL: summary of endless{{.*}} never-returns
// CHECK-NOT: case

void root(SECRET unsigned char *k, int n) {
  wipe(k, n);
  odd(k, n);
  endless(k);
}
