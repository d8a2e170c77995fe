// Cleanup chains: a goto inside the scope is no exit, the return is.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int one_label(void) {
  unsigned char k[32];
  int r = -1;
  if (fill(k))
    goto out;
  if (check())
    goto out;
  r = use(k);
out:
  explicit_bzero(k, sizeof(k));
  return r;
}
int label_without(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  int r = -1;
  if (fill(k))
    goto out;
  r = use(k);
out:
  return r;
}
int two_labels(int n) {
  unsigned char k[32];
  int r = -1;
  if (n < 0)
    goto early;
  fill(k);
  if (n == 0)
    goto early;
  r = use(k);
  explicit_bzero(k, sizeof(k));
early:
  return r; // EXPECT: secret-missing-zeroization
}
int two_labels_in_order(int n) {
  unsigned char k[32];
  int r = -1;
  if (n < 0)
    goto early;
  fill(k);
  if (n == 0)
    goto late;
  r = use(k);
late:
  explicit_bzero(k, sizeof(k));
early:
  return r;
}
int by_flag(int n) {
  unsigned char k[32];
  int have = 0, r = -1;
  if (n < 0)
    goto out;
  fill(k);
  have = 1;
  r = use(k);
out:
  if (have)
    explicit_bzero(k, sizeof(k));
  return r;
}
int by_wrong_flag(int n) {
  unsigned char k[32];
  int have = 0, r = -1;
  if (n < 0)
    goto out;
  if (fill(k) == 0)
    have = 1;
  r = use(k);
out:
  if (have)
    explicit_bzero(k, sizeof(k));
  return r; // EXPECT: secret-missing-zeroization
}
int heap_chain(int n) {
  unsigned char *k = NULL;
  int r = -1;
  if (n < 0)
    goto out;
  k = malloc(32);
  if (!k)
    goto out;
  fill(k);
  r = use(k);
out:
  if (k)
    explicit_bzero(k, 32);
  free(k);
  return r;
}
int heap_chain_without(int n) {
  unsigned char *k = NULL;
  int r = -1;
  if (n < 0)
    goto out;
  k = malloc(32);
  if (!k)
    goto out;
  fill(k);
  r = use(k);
out:
  free(k); // EXPECT: secret-missing-zeroization
  return r;
}
void backwards(int n) {
  unsigned char k[32];
again:
  fill(k);
  use(k);
  if (n--)
    goto again;
  explicit_bzero(k, sizeof(k));
}
void backwards_without(int n) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
again:
  fill(k);
  use(k);
  if (n--)
    goto again;
}
