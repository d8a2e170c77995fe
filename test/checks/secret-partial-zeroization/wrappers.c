// The length that a wrapper is given decides.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

static void wipe(void *p, size_t n) {
  volatile unsigned char *v = p;
  while (n--)
    *v++ = 0;
}
static void wipe16(void *p) { explicit_bzero(p, 16); }
static void wipe_string(char *s) { explicit_bzero(s, strlen(s)); }
static void wipe_and_free(char *s) {
  if (!s)
    return;
  explicit_bzero(s, strlen(s));
  free(s);
}

void all(void) {
  unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k));
}
void half(void) {
  unsigned char k[32];
  fill(k);
  wipe(k, 16); // EXPECT: secret-partial-zeroization
}
void pointer_size(void) {
  unsigned char *k = malloc(32);
  if (!k)
    return;
  fill(k);
  wipe(k, sizeof(k)); // EXPECT: secret-partial-zeroization
  free(k);
}
void fixed_length(void) {
  unsigned char k[32];
  fill(k);
  wipe16(k); // EXPECT: secret-partial-zeroization
}
void fixed_length_fits(void) {
  unsigned char k[16];
  fill(k);
  wipe16(k);
}
