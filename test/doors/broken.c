// Code that does not compile: what is sound is analysed nevertheless.
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=gnu17 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t
// CHECK: broken.c:[[@LINE+5]]:17: warning: {{.*}} [secret-missing-zeroization]

void fill(__attribute__((annotate("secret"))) unsigned char *k);

int sound(void) {
  unsigned char k[32];
  fill(k);
  return 0;
}

int unsound(void) {
  unsigned char k[32];
  missing_type t = 0;
  fill(k);
  return undeclared(t
}

struct incomplete field;
int also_unsound(struct incomplete *p) {
  [[]] unsigned char k[p->size];
  fill(k);
  memset(k, 0, sizeof(k));
}
