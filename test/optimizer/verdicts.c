// What the optimizer does to each shape at -O2.
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 | %FileCheck %s
#include <stdlib.h>
#include <string.h>
#include <strings.h>
typedef unsigned char u8;
#define SECRET __attribute__((secret))
void fill(u8 *p, size_t n);
void sink(const u8 *p);
void opaque(void);
int get(void);

void local(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass at -O2, clang {{[0-9.]+}}, {{.*}}
  // CHECK-NEXT: {{^}}  removed by DSEPass in local{{$}}
}

void seen(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: kept at
  opaque();
}

void loop(void) {
  SECRET u8 k[32];
  fill(k, 32);
  for (int i = 0; i < 32; i++)
    k[i] = 0;
  // CHECK: at verdicts.c:[[#@LINE-2]]:3: removed by DSEPass
}

void loop_seen(void) {
  SECRET u8 k[32];
  fill(k, 32);
  for (int i = 0; i < 32; i++)
    k[i] = 0;
  // CHECK: at verdicts.c:[[#@LINE-2]]:3: kept
  sink(k);
}

void block(void) {
  SECRET u8 *k = malloc(32);
  if (!k)
    return;
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
  free(k);
}

// Half of the bytes go when instructions are selected.
void touched(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: shortened by instruction selection loses [16, 32)
  (void)*(volatile u8 *)k;
}

int scalar(void) {
  SECRET int k = get();
  int r = k * 3;
  k = 0;
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: promoted by SROAPass
  return r;
}

static void wipe(void *p, size_t n) { memset(p, 0, n); }
void wrapper(void) {
  SECRET u8 k[32];
  fill(k, 32);
  wipe(k, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
  // CHECK-NEXT: removed by DSEPass in wrapper
}

__attribute__((noinline)) static void far_wipe(void *p, size_t n) {
  memset(p, 0, n);
}
void far_wrapper(void) {
  SECRET u8 k[32];
  fill(k, 32);
  far_wipe(k, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
}

void through_volatile(void) {
  SECRET u8 k[32];
  fill(k, 32);
  volatile u8 *p = k;
  for (int i = 0; i < 32; i++)
    p[i] = 0;
  // CHECK: at verdicts.c:[[#@LINE-2]]:3: kept
}

void barrier(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: kept
  __asm__ volatile("" : : "r"(k) : "memory");
}

struct record {
  u8 b[32];
};
void assignment(void) {
  SECRET struct record k;
  fill(k.b, 32);
  k = (struct record){0};
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
}

// Two places, each with its own fate.
void branches(int c) {
  SECRET u8 k[32];
  fill(k, 32);
  if (c) {
    memset(k, 0, 32);
    // CHECK: at verdicts.c:[[#@LINE-1]]:5: kept
    sink(k);
    return;
  }
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
}

void twice(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: merged by
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: kept
  opaque();
}

#define WIPE(p) memset(p, 0, sizeof(p))
void macro(void) {
  SECRET u8 k[32];
  fill(k, 32);
  WIPE(k);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: removed by DSEPass
}

static void unused(void) {
  SECRET u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // CHECK: at verdicts.c:[[#@LINE-1]]:3: not emitted (no code is made for it)
}
