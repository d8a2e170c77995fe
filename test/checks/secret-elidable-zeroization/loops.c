// Zeroing loops of each shape, with a plain pointer and with a volatile one.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void upward(void) {
  unsigned char k[32];
  fill(k);
  for (size_t i = 0; i < sizeof(k); i++) // EXPECT: secret-elidable-zeroization
    k[i] = 0;
}
void downward(void) {
  unsigned char k[32];
  fill(k);
  for (size_t i = sizeof(k); i-- > 0;) // EXPECT: secret-elidable-zeroization
    k[i] = 0;
}
void counted(void) {
  unsigned char k[32], *p = k;
  size_t n = sizeof(k);
  fill(k);
  while (n--) // EXPECT: secret-elidable-zeroization
    *p++ = 0;
}
void to_the_end(void) {
  unsigned char k[32], *p = k, *end = k + sizeof(k);
  fill(k);
  while (p < end) // EXPECT: secret-elidable-zeroization
    *p++ = 0;
}
void moving_in_the_for(void) {
  unsigned char k[32];
  fill(k);
  for (unsigned char *p = k; p < k + sizeof(k); p++) // EXPECT: secret-elidable-zeroization
    *p = 0;
}
void words(void) {
  unsigned long k[4];
  fill(k);
  for (int i = 0; i < 4; ++i) // EXPECT: secret-elidable-zeroization
    k[i] = 0;
}
void last_index(void) {
  unsigned char k[32];
  fill(k);
  for (int i = 0; i <= 31; i++) // EXPECT: secret-elidable-zeroization
    k[i] = 0;
}
void volatile_upward(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  for (size_t i = 0; i < sizeof(k); i++)
    p[i] = 0;
}
void volatile_counted(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  size_t n = sizeof(k);
  while (n--)
    *p++ = 0;
}
void volatile_do(void) {
  unsigned char k[32];
  fill(k);
  volatile unsigned char *p = k;
  size_t n = sizeof(k);
  do
    *p++ = 0;
  while (--n);
}
void volatile_by_cast(void) {
  unsigned char k[32];
  fill(k);
  for (size_t i = 0; i < sizeof(k); i++)
    ((volatile unsigned char *)k)[i] = 0;
}
void volatile_to_the_end(void) {
  unsigned char k[32];
  fill(k);
  for (volatile unsigned char *p = k; p != k + sizeof(k); ++p)
    *p = 0;
}
void zeroized_in_each_turn(int n) {
  unsigned char k[32];
  while (n--) {
    fill(k);
    use(k);
    memset(k, 0, sizeof(k)); // the next turn's call may read it
  }
}
void zeroized_after_the_turns(int n) {
  unsigned char k[32];
  while (n--) {
    fill(k);
    use(k);
  }
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void inside_each_turn(int n) {
  while (n--) {
    unsigned char k[32];
    fill(k);
    use(k);
    memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  }
}
