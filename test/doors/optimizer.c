// The optimizer's evidence in the messages of the check.
// RUN: %clang-tidy --quiet --checks='-*,secret-*' --config={} %s -- -std=gnu17 2>&1 | %FileCheck %s --implicit-check-not=warning:
// RUN: %clang-tidy --quiet --checks='-*,secret-*' --config={} %s -- -std=gnu17 -O1 2>&1 | %FileCheck %s --check-prefix=O1
// RUN: %clang-tidy --quiet --checks='-*,secret-*' --config='{CheckOptions: {secret.Optimizer: off}}' %s -- -std=gnu17 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=OFF
// OFF: warning: {{.*}} may be removed
// OFF-NOT: {{is removed|clang [0-9]}}
#include <string.h>
void fill(unsigned char *k);
void opaque(void);

void removed(void) {
  __attribute__((secret)) unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  // CHECK: :[[#@LINE-1]]:3: warning: the zeroization of 'k' by 'memset' is removed by DSEPass at -O2 (clang {{[0-9]+\.[0-9]+}}, {{.*}}), since nothing needs the content before its life ends; use 'explicit_bzero' [secret-elidable-zeroization]
  // O1: :[[#@LINE-2]]:3: warning: {{.*}} is removed by instruction selection at -O1 (clang
}

void shortened(void) {
  __attribute__((secret)) unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  // CHECK: :[[#@LINE-1]]:3: warning: {{.*}} is shortened by instruction selection at -O2 (clang {{.*}}): bytes 16 to 31 remain
  (void)*(volatile unsigned char *)k;
}

// GCC removes this one: evidence does not silence the rules.
void kept(void) {
  __attribute__((secret)) unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  // CHECK: :[[#@LINE-1]]:3: warning: the zeroization of 'k' by 'memset' may be removed by the optimizer
  // CHECK: :[[#@LINE-2]]:3: note: clang {{[0-9]+\.[0-9]+}} for {{.*}} keeps it at -O2
  __asm__ volatile("" : : "r"(k));
}

void needed(void) {
  __attribute__((secret)) unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  opaque();
}

// The tag is wrong: whoever believes it has no zeroization.
__attribute__((annotate("zeroizes"))) static void wipe(void *p, size_t n) {
  memset(p, 0, n);
}
void contradicted(void) {
  __attribute__((secret)) unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k));
  // CHECK: :[[#@LINE-1]]:3: warning: the zeroization of 'k' is removed by DSEPass at -O2 {{.*}}, though it counts as reliable: a model, a tag or these rules are wrong; use 'explicit_bzero' [secret-elidable-zeroization]
}
