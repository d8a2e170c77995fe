// NOLINT in its three forms, for this check, all checks and another one.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void on_the_line(void) {
  unsigned char k[32]; // NOLINT(secret-missing-zeroization): a test vector
  fill(k);
}
void all_checks(void) {
  unsigned char k[32]; // NOLINT
  fill(k);
}
void by_glob(void) {
  unsigned char k[32]; // NOLINT(secret-*)
  fill(k);
}
void next_line(void) {
  // NOLINTNEXTLINE(secret-missing-zeroization)
  unsigned char k[32];
  fill(k);
}
// NOLINTBEGIN(secret-missing-zeroization)
void between(void) {
  unsigned char k[32];
  fill(k);
}
int between_exit(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    return 1;
  explicit_bzero(k, sizeof(k));
  return 0;
}
// NOLINTEND(secret-missing-zeroization)
void behind_the_end(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
}
void another_check(void) {
  unsigned char k[32]; // NOLINT(secret-elidable-zeroization) // EXPECT: secret-missing-zeroization
  fill(k);
}
void another_line(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k); // NOLINT
}
int one_exit_of_two(int n) {
  unsigned char k[32];
  fill(k);
  if (n == 1)
    return 1; // NOLINT(secret-missing-zeroization)
  if (n == 2)
    return 2; // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
  return 0;
}
