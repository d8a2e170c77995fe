// The level decides: -O0 keeps everything, at -O1 instruction selection drops
// what is stored to dying stack slots, -Oz keeps loops.
// RUN: %secret-audit --quiet --dump-evidence %s -- -O0 | %FileCheck %s --check-prefix=O0
// RUN: %secret-audit --quiet --dump-evidence %s -- -O1 | %FileCheck %s --check-prefix=O1
// RUN: %secret-audit --quiet --dump-evidence %s -- -Oz | %FileCheck %s --check-prefix=OZ
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 | %FileCheck %s --check-prefix=O2
// RUN: %secret-audit --quiet --dump-evidence --optimizer=all %s -- -O3 | %FileCheck %s --check-prefix=ALL
#include <stdlib.h>
#include <string.h>
typedef unsigned char u8;
void fill(u8 *p, size_t n);

void local(void) {
  __attribute__((secret)) u8 k[32];
  fill(k, 32);
  memset(k, 0, 32);
  // O0: at levels.c:[[#@LINE-1]]:3: kept at -O0
  // O1: at levels.c:[[#@LINE-2]]:3: removed by instruction selection at -O1
  // OZ: at levels.c:[[#@LINE-3]]:3: removed by DSEPass at -Oz
}

void loop(void) {
  __attribute__((secret)) u8 k[32];
  fill(k, 32);
  for (int i = 0; i < 32; i++)
    k[i] = 0;
  // O0: at levels.c:[[#@LINE-2]]:3: kept at -O0
  // O1: at levels.c:[[#@LINE-3]]:3: removed by instruction selection at -O1
  // OZ: at levels.c:[[#@LINE-4]]:3: kept at -Oz
}

void block(void) {
  __attribute__((secret)) u8 *k = malloc(32);
  if (!k)
    return;
  fill(k, 32);
  memset(k, 0, 32);
  // O0: at levels.c:[[#@LINE-1]]:3: kept at -O0
  // O1: at levels.c:[[#@LINE-2]]:3: kept at -O1
  // OZ: at levels.c:[[#@LINE-3]]:3: removed by DSEPass at -Oz
  free(k);
}

// ALL: at levels.c:{{.*}} at -O3
// ALL: at levels.c:{{.*}} at -O1
// ALL: at levels.c:{{.*}} at -O2
// ALL: at levels.c:{{.*}} at -O3
// ALL: at levels.c:{{.*}} at -Os
// ALL: at levels.c:{{.*}} at -Oz

// The macro stores another zero, at the same place: nothing of the memset is
// left all the same.
#define WIPE_STATE(p, n, s) memset(p, 0, n), (s)->busy = 0
struct state {
  int busy;
  u8 *at;
};
void more_in_macro(struct state *s) {
  __attribute__((secret)) u8 k[32];
  fill(k, 32);
  WIPE_STATE(k, sizeof k, s);
  // O0: at levels.c:[[#@LINE-1]]:3: kept at -O0
  // O1: at levels.c:[[#@LINE-2]]:3: kept at -O1
  // O2: at levels.c:[[#@LINE-3]]:3: removed by DSEPass at -O2
}
// The other one goes, and the memset stays.
void other_in_macro(void) {
  __attribute__((secret)) u8 k[32];
  struct state s;
  fill(k, 32);
  fill((u8 *)&s, sizeof s);
  WIPE_STATE(k, sizeof k, &s);
  fill(k, 0);
  // O1: at levels.c:[[#@LINE-2]]:3: kept at -O1
  // O2: at levels.c:[[#@LINE-3]]:3: kept at -O2
}
