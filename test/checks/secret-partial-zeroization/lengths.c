// Lengths that cover less than the secret.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

char *fgets(char *, int, void *);
struct pair {
  unsigned char a[16];
};

void smaller_constant(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16); // EXPECT: secret-partial-zeroization
}
void exact_constant(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 32);
}
void size_of_pointer(unsigned char *out) {
  unsigned char *k = malloc(32);
  if (!k)
    return;
  fill(k);
  explicit_bzero(k, sizeof(k)); // EXPECT: secret-partial-zeroization
  free(k);
}
void size_of_array_parameter(SECRET unsigned char k[32]) {
  use(k);
  explicit_bzero(k, sizeof(k)); // ALLOW: secret-partial-zeroization
}
void size_of_pointee(void) {
  struct pair *k = malloc(sizeof(*k));
  if (!k)
    return;
  fill(k->a);
  explicit_bzero(k, sizeof(*k));
  free(k);
}
void size_of_another(void) {
  unsigned char k[32], other[8];
  fill(k);
  explicit_bzero(k, sizeof(other)); // EXPECT: secret-partial-zeroization
}
void size_of_larger(void) {
  unsigned char k[32], other[32];
  fill(k);
  explicit_bzero(k, sizeof(other));
}
void string_length(void) {
  char k[32];
  fill(k);
  explicit_bzero(k, strlen(k)); // EXPECT: secret-partial-zeroization
}
void string_length_of_block(void) {
  char *k = malloc(64);
  if (!k)
    return;
  fill(k);
  explicit_bzero(k, strlen(k)); // EXPECT: secret-partial-zeroization
  free(k);
}
void string_length_unknown_block(SECRET char *k) {
  explicit_bzero(k, strlen(k));
}
void string_functions_only(void *in) {
  SECRET char k[32];
  if (!fgets(k, sizeof(k), in)) // EXPECT: secret-hidden-copy
    return;
  explicit_bzero(k, strlen(k)); // ALLOW: secret-partial-zeroization
}
void swapped(void) {
  unsigned char k[32];
  fill(k);
  memset(k, sizeof(k), 0); // EXPECT: secret-partial-zeroization
}
void in_order(void) {
  static unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
}
void address_of_pointer(void) {
  unsigned char *k = malloc(32);
  if (!k)
    return;
  fill(k);
  explicit_bzero(&k, sizeof(k)); // EXPECT: secret-partial-zeroization
}
void block_of_known_length(size_t n) {
  unsigned char *k = malloc(n);
  if (!k)
    return;
  fill(k);
  explicit_bzero(k, n);
  free(k);
}
void block_of_larger_length(size_t n) {
  unsigned char *k = malloc(n + 16);
  if (!k)
    return;
  fill(k);
  explicit_bzero(k, n); // EXPECT: secret-partial-zeroization
  free(k);
}
void elements_for_bytes(void) {
  unsigned long k[4];
  fill(k);
  explicit_bzero(k, 4); // EXPECT: secret-partial-zeroization
}
void elements_times_size(void) {
  unsigned long k[4];
  fill(k);
  explicit_bzero(k, 4 * sizeof(k[0]));
}
void vla(size_t n) {
  unsigned char k[n];
  fill(k);
  explicit_bzero(k, sizeof(k));
}
void unknown_length(size_t n) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, n);
}
