// The verdict is about the code, not about today's flags.
// RUN: %expect %s -- -std=c99 -O0
// RUN: %expect %s -- -std=c99 -O3
// RUN: %expect %s -- -std=c99 -fno-builtin-strlen
#include "../../Inputs/mock.h"

void direct(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
