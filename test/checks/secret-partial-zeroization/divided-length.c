// A length that a division of constants gives.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void half(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(k) / 2); // EXPECT: secret-partial-zeroization
}
void all(void) {
  unsigned short k[16];
  fill(k);
  explicit_bzero(k, sizeof(k) / sizeof(k[0]) * 2);
}
