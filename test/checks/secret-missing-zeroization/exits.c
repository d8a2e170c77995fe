// Locals and by-value parameters: where the report stands, and where none is due.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct SECRET key {
  unsigned char bytes[32];
};
void fatal(void) __attribute__((noreturn));

int no_path_zeroizes(int n) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  if (n)
    return 1;
  return use(k);
}
int some_path_zeroizes(int n) {
  unsigned char k[32];
  fill(k);
  if (n == 1)
    return 1; // EXPECT: secret-missing-zeroization
  if (n == 2)
    return 2; // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
  return 0;
}
static void maybe_wipe(unsigned char *k, int n) {
  if (n)
    explicit_bzero(k, 32);
}
void helper_zeroizes_sometimes(int n) {
  unsigned char k[32];
  fill(k);
  maybe_wipe(k, n);
} // EXPECT: secret-missing-zeroization
void helper_zeroizes(void) {
  unsigned char k[32];
  fill(k);
  maybe_wipe(k, 1);
}
void by_value(struct key k) { // EXPECT: secret-missing-zeroization
  use(&k);
}
void by_value_zeroized(struct key k) {
  use(&k);
  explicit_bzero(&k, sizeof(k));
}
int by_value_some_path(struct key k, int n) {
  if (n)
    return use(&k); // EXPECT: secret-missing-zeroization
  explicit_bzero(&k, sizeof(k));
  return 0;
}
void tagged_scalar(void) {
  SECRET unsigned pin = check(); // EXPECT: secret-missing-zeroization
  use(&pin);
}
void untagged_scalar(const unsigned char *p) {
  unsigned char k[32];
  fill(k);
  unsigned sum = k[0] + k[1];
  use(&sum);
  explicit_bzero(k, sizeof(k));
}
void ends_in_exit(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    exit(1);
  if (use(k))
    fatal();
  explicit_bzero(k, sizeof(k));
}
void never_comes_back(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  __builtin_trap();
}
void arrives_again(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(k));
  fill(k);
} // EXPECT: secret-missing-zeroization
void copied(void) {
  unsigned char k[32], copy[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  memcpy(copy, k, sizeof(copy));
  use(copy);
  explicit_bzero(k, sizeof(k));
}
void copied_and_zeroized(void) {
  unsigned char k[32], copy[32];
  fill(k);
  memcpy(copy, k, sizeof(copy));
  use(copy);
  explicit_bzero(k, sizeof(k));
  explicit_bzero(copy, sizeof(copy));
}
void copied_by_element(void) {
  unsigned char k[32], copy[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  for (int i = 0; i < 32; i++)
    copy[i] = k[i] ^ 0x36;
  use(copy);
  explicit_bzero(k, sizeof(k));
}
int lengths_are_public(void) {
  char k[32];
  size_t n[8];
  fill(k);
  n[0] = strlen(k);
  use(n);
  explicit_bzero(k, sizeof(k));
  return n[0] > 3;
}
