// These flags make memset an ordinary function, whose call stays. Clang does not
// call it a builtin then, and neither is the flag seen today.
// RUN: not %expect %s -- -std=c99 -ffreestanding | %FileCheck %s
// RUN: not %expect %s -- -std=c99 -fno-builtin | %FileCheck %s
// RUN: not %expect %s -- -std=c99 -fno-builtin-memset | %FileCheck %s
// CHECK: :[[#@LINE+7]]: missing: secret-elidable-zeroization
// CHECK-NOT: {{missing|unexpected}}
#include "../../Inputs/mock.h"

void direct(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void by_the_builtin(void) {
  unsigned char k[32];
  fill(k);
  __builtin_memset(k, 0, sizeof(k)); // ALLOW: secret-elidable-zeroization
}
