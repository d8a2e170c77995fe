// Loops that begin behind the start, end before it, or skip elements.
// Today neither an index that starts outside of the loop nor the step counts.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void starts_late(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  int i = 16;
  while (i < 32) // EXPECT: secret-partial-zeroization
    p[i++] = 0;
}
void starts_late_in_a_for(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  int i = 16;
  for (; i < 32; i++) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void starts_outside_at_zero(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  int i = 0;
  while (i < 32)
    p[i++] = 0;
}
void not_down_to_zero(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 31; i > 0; i--) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void down_to_zero(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 31; i >= 0; i--)
    p[i] = 0;
}
