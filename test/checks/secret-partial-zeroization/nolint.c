// NOLINT in its three forms.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void on_the_line(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16); // NOLINT(secret-partial-zeroization)
}
void next_line(void) {
  unsigned char k[32];
  fill(k);
  // NOLINTNEXTLINE(secret-partial-zeroization)
  explicit_bzero(k, 16);
}
// NOLINTBEGIN(secret-partial-zeroization)
void between(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16);
}
// NOLINTEND(secret-partial-zeroization)
void behind_the_end(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16); // EXPECT: secret-partial-zeroization
}
void another_check(void) {
  unsigned char k[32];
  fill(k);
  // NOLINTNEXTLINE(secret-missing-zeroization)
  explicit_bzero(k, 16); // EXPECT: secret-partial-zeroization
}
