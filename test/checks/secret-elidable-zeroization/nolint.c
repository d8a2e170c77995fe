// NOLINT in its three forms.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void on_the_line(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // NOLINT(secret-elidable-zeroization)
}
void next_line(void) {
  unsigned char k[32];
  fill(k);
  // NOLINTNEXTLINE(secret-elidable-zeroization)
  memset(k, 0, sizeof(k));
}
// NOLINTBEGIN(secret-elidable-zeroization)
void between(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
}
// NOLINTEND(secret-elidable-zeroization)
void behind_the_end(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void another_check(void) {
  unsigned char k[32];
  fill(k);
  // NOLINTNEXTLINE(secret-missing-zeroization)
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
