// A loop that stops one element before the end leaves that one.
// RUN: %expect %s -- -std=c99 -w
#include "../../Inputs/mock.h"

void one_short(void) {
  SECRET unsigned char key[64];
  volatile unsigned char *p = key;
  fill(key);
  for (size_t i = 0; i + 1 < sizeof(key); ++i) p[i] = 0; // EXPECT: secret-partial-zeroization
}

void all(void) {
  SECRET unsigned char key[64];
  volatile unsigned char *p = key;
  fill(key);
  for (size_t i = 0; i + 1 <= sizeof(key); ++i) p[i] = 0;
}

void last_index(void) {
  SECRET unsigned char key[64];
  volatile unsigned char *p = key;
  fill(key);
  for (size_t i = 0; i <= sizeof(key) - 1; ++i) p[i] = 0;
}
