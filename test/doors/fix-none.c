// Where an edit would change what the code does, or would be in a macro, there is
// none.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=gnu17 > %t
// RUN: %FileCheck %s --input-file=%t
// RUN: not grep '^ *| *explicit_bzero(' %t
#include <string.h>

#define WIPE(p) memset(p, 0, sizeof(p))
void fill(__attribute__((annotate("secret"))) unsigned char *k);
void use(const unsigned char *k);

void in_macro(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  WIPE(k);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
}

void value_used(void **out) {
  unsigned char k[32];
  fill(k);
  use(k);
  *out = memset(k, 0, sizeof(k)) ? 0 : out;
  // CHECK: :[[@LINE-1]]:10: warning: {{.*}} [secret-elidable-zeroization]
}
