// Which of its own bytes a caller finds copied where is a detail: of many ways,
// two stay apart. Which bytes of a key are secret is none.
// RUN: %secret-audit --dump-states %s -- -std=c99 > %t
// RUN: %FileCheck %s --input-file %t
#include "../Inputs/mock.h"

static void copies(unsigned char *to, const unsigned char *from, int n) {
  if (n == 1)
    to[0] = from[0];
  else if (n == 2)
    to[1] = from[1];
  else if (n == 3)
    to[2] = from[2];
  check();
}
// CHECK-LABEL: states of copies
// CHECK-COUNT-2: {{^}}  B1:
// CHECK-NOT: {{^}}  B1:

// CHECK-LABEL: states of secrets
// CHECK-COUNT-4: {{^}}  B1:
// CHECK-NOT: {{^}}  B1:
static void secrets(int n) {
  unsigned char key[32];
  if (n == 1)
    fill(key);
  else if (n == 2)
    fill(key + 1);
  else if (n == 3)
    fill(key + 2);
  check();
  explicit_bzero(key, sizeof key);
}

// CHECK-LABEL: states of all
void all(int n) {
  unsigned char from[32], to[32];
  fill(from);
  copies(to, from, n);
  secrets(n);
  explicit_bzero(from, sizeof from);
  explicit_bzero(to, sizeof to);
}
