// A loop that skips elements is no zeroization of all. Today its step is not seen.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void every_second_byte(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i < 32; i += 2)
    p[i] = 0;
}
