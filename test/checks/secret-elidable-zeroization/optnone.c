// What no optimization reaches: functions that are not optimized, and writes to
// volatile records.
// RUN: %expect %s -- -std=gnu17
#include "../../Inputs/mock.h"

struct key {
  unsigned char bytes[32];
};

__attribute__((optnone, noinline)) void unoptimized(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
}
void optimized(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}

static void wipe(unsigned char *p) { memset(p, 0, 32); }
__attribute__((optnone, noinline)) void calls_a_wiper(void) {
  unsigned char k[32];
  fill(k);
  wipe(k);
}
void calls_it_optimized(void) {
  unsigned char k[32];
  fill(k);
  wipe(k); // EXPECT: secret-elidable-zeroization
}
__attribute__((optnone, noinline)) static void unoptimized_wipe(unsigned char *p) {
  for (int i = 0; i < 32; i++)
    p[i] = 0;
}
void calls_an_unoptimized_wiper(void) {
  unsigned char k[32];
  fill(k);
  unoptimized_wipe(k);
}

#pragma clang optimize off
void between_pragmas(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
}
#pragma clang optimize on
void behind_them(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}

void by_a_pointer_to_volatile(void) {
  struct key k;
  fill(k.bytes);
  *(volatile struct key *)&k = (struct key){0};
}
void by_a_pointer(void) {
  struct key k;
  fill(k.bytes);
  *(struct key *)&k = (struct key){0}; // EXPECT: secret-elidable-zeroization
}
void volatile_itself(void) {
  volatile struct key k;
  fill((unsigned char *)k.bytes);
  k = (struct key){0};
}
