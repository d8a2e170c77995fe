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

// The pointer itself is volatile: what it points to decides.
void volatile_pointer(void) {
  unsigned char k[32];
  fill(k);
  unsigned char *volatile p = k;
  for (size_t i = 0; i < sizeof(k); ++i) // EXPECT: secret-elidable-zeroization
    p[i] = 0;
}
void volatile_pointer_to_volatile(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *volatile p = k;
  for (size_t i = 0; i < sizeof(k); ++i)
    p[i] = 0;
}
static void fallback(void *const at, const size_t n) {
  volatile unsigned char *volatile p = (volatile unsigned char *volatile)at;
  size_t i = 0;
  while (i < n)
    p[i++] = 0U;
}
void through_fallback(void) {
  unsigned char k[32];
  fill(k);
  fallback(k, sizeof(k));
}
