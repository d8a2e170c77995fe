// A cleanup function is called at each end of its variable's scope.
// RUN: %secret-audit --dump-facts %s -- -std=gnu17 | %FileCheck %s
#include "../Inputs/mock.h"

static void wipe(unsigned char (*p)[4]) { explicit_bzero(p, 4); }

void scope(int n) {
  __attribute__((cleanup(wipe))) unsigned char k[4];
  if (n)
    return;
  fill(k);
}
// CHECK-LABEL: facts of scope
// CHECK: return {{.*}} at [[#@LINE-4]]
// CHECK-NEXT: [[K:%[0-9]+]] = &'k'
// CHECK-NEXT: call wipe([[K]]) body at [[#@LINE-8]]
// CHECK-NEXT: end 'k' at [[#@LINE-7]]:5
// CHECK: call fill
// CHECK-NEXT: [[K:%[0-9]+]] = &'k'
// CHECK-NEXT: call wipe([[K]]) body at [[#@LINE-12]]
// CHECK-NEXT: end 'k' at [[#@LINE-9]]:1
