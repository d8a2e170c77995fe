// Initializers: what is not constant is stored, the rest is zeroed or constant.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

struct session {
  int id;
  SECRET unsigned char key[8];
};

void designated(SECRET const unsigned char *p) {
  struct session s = {.key = {[3] = p[1]}, .id = 7};
  use(&s);
}
// CHECK-LABEL: facts of designated
// CHECK: local 's' 12 bytes secret[4, 12)
// CHECK: [[BYTE:%[0-9]+]] = load {{%[0-9]+}}, 1 bytes
// CHECK: declare 's'
// CHECK: zeroize [[S:%[0-9]+]] initial
// CHECK-NEXT: [[KEY3:%[0-9]+]] = [[S]] + 7, 1 bytes
// CHECK-NEXT: store [[KEY3]] = [[BYTE]], 1 bytes initial
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 4 bytes initial

void zero(void) {
  struct session s = {0};
  fill(s.key);
}
// CHECK-LABEL: facts of zero
// CHECK: zeroize {{%[0-9]+}} initial
// CHECK-NOT: store
// CHECK: call fill

void copy(const struct session *from) {
  struct session s = *from;
  use(&s);
}
// CHECK-LABEL: facts of copy
// CHECK: [[FROM:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: declare 's'
// CHECK: copy {{%[0-9]+}} = *[[FROM]], 12 bytes initial

void array(SECRET const unsigned char *p) {
  unsigned char k[2] = {p[0], 1};
  use(k);
}
// CHECK-LABEL: facts of array
// CHECK: zeroize [[K:%[0-9]+]] initial
// CHECK-NEXT: [[FIRST:%[0-9]+]] = [[K]] + 0, 1 bytes
// CHECK-NEXT: store [[FIRST]] = {{%[0-9]+}}, 1 bytes initial
// CHECK-NOT: store

void image(void) {
  SECRET const char *p = "hunter2";
  SECRET const char *none = "";
  use(p);
}
// CHECK-LABEL: facts of image
// CHECK: literal 'a string literal' 7 bytes
// CHECK: image 'p' at [[#@LINE-6]]:26
// CHECK-NOT: image 'none'
// CHECK: call use
