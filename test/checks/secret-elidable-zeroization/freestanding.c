// The verdict is about the code, not about today's flags, but for those that
// make memset an ordinary function.
// RUN: %expect %s -- -std=c99
// RUN: %expect %s -- -std=c99 -O0
// RUN: %expect %s -- -std=c99 -O3
// RUN: not %expect %s -- -std=c99 -ffreestanding | %FileCheck %s
// RUN: not %expect %s -- -std=c99 -fno-builtin | %FileCheck %s
// RUN: not %expect %s -- -std=c99 -fno-builtin-memset | %FileCheck %s
// RUN: %expect %s -- -std=c99 -fno-builtin-strlen
// CHECK: {{^[^:]*}}:[[#@LINE+7]]: missing: secret-elidable-zeroization
// CHECK-NOT: {{missing|unexpected}}
#include "../../Inputs/mock.h"

void direct(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
