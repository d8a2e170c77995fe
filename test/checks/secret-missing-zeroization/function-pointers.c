// A wiper that is called through a pointer.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

static void *(*const plain_const)(void *, int, size_t) = memset;
static void *(*const volatile kept)(void *, int, size_t) = memset;
static void (*const wiper)(void *, size_t) = explicit_bzero;
static void (*reader)(const void *);

void volatile_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  kept(k, 0, sizeof(k));
}
void const_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  plain_const(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void wiper_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  wiper(k, sizeof(k));
}
void no_wiper(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  reader(k);
}
