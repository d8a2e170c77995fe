// Inline assembly: its inputs, and whether it clobbers memory.
// RUN: %secret-audit --dump-facts %s -- -std=gnu17 | %FileCheck %s
#include "../Inputs/mock.h"

void barriers(void) {
  unsigned char k[4], *p = k;
  fill(k);
  __asm__ volatile("" : : "r"(p) : "memory");
  __asm__ volatile("" : "+r"(p) : : "memory");
  __asm__ volatile("" : : "r"(p));
  __asm__ volatile("" : : : "memory", "cc");
  __asm__ volatile("nop");
}
// CHECK-LABEL: facts of barriers
// CHECK: barrier memory {{%[0-9]+}} at [[#@LINE-7]]
// CHECK: barrier memory {{%[0-9]+}} at [[#@LINE-7]]
// CHECK: barrier {{%[0-9]+}} at [[#@LINE-7]]
// CHECK: barrier memory at [[#@LINE-7]]
// CHECK: barrier at [[#@LINE-7]]

void volatile_accesses(SECRET unsigned char *k) {
  volatile unsigned char *p = k;
  *p = 0;
  (void)p[1];
  *(volatile unsigned char *)k = 1;
}
// CHECK-LABEL: facts of volatile_accesses
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 1 bytes volatile at [[#@LINE-5]]
// CHECK: load {{%[0-9]+}}, 1 bytes volatile at [[#@LINE-5]]
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 1 bytes volatile at [[#@LINE-5]]
