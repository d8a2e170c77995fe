// Loops that stop short.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void half(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i < 16; i++) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void all(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i < 32; i++)
    p[i] = 0;
}
void from_one(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 1; i < 32; i++) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void bytes_for_words(void) {
  unsigned long k[4];
  fill(k);
  volatile unsigned char *p = (volatile unsigned char *)k;
  for (int i = 0; i < 4; i++) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void words(void) {
  unsigned long k[4];
  fill(k);
  volatile unsigned long *p = k;
  for (int i = 0; i < 4; i++)
    p[i] = 0;
}
void last_excluded(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i < 32 - 1; i++) // EXPECT: secret-partial-zeroization
    p[i] = 0;
}
void last_included(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (int i = 0; i <= 31; i++)
    p[i] = 0;
}
void counted_short(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  int n = 8;
  while (n--) // EXPECT: secret-partial-zeroization
    *p++ = 0;
}
void elidable_too(void) {
  unsigned char k[32];
  fill(k);
  for (int i = 0; i < 8; i++) // EXPECT: secret-partial-zeroization
    k[i] = 0;
}
void one_byte(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  k[0] = 0;
}
