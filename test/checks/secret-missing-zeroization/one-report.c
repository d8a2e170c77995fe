// One fault gives one report: an elidable or partial zeroization is the only one
// on its path, and a copy into unsuitable storage is not reported again.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int elidable_path(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    return 1; // EXPECT: secret-missing-zeroization
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  return 0;
}
void partial_path(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16); // EXPECT: secret-partial-zeroization
}
void both(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, 16); // EXPECT: secret-partial-zeroization
}
