// More ways to count: the index moves in the condition, or by += 1.
// Today an index that the condition increments is not known.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void in_the_condition(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  int i = 0;
  do
    p[i] = 0;
  while (++i < 32);
}
void plus_one(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i < 32; i += 1)
    p[i] = 0;
}
void plain_in_the_condition(void) {
  unsigned char k[32];
  fill(k);
  int i = 0;
  do // EXPECT: secret-elidable-zeroization
    k[i] = 0;
  while (++i < 32);
}
