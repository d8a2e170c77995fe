// What visible callees do counts; recursion reaches a fixed point.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

static void deep3(unsigned char *k) { fill(k); }
static void deep2(unsigned char *k) { deep3(k); }
static void deep1(unsigned char *k) { deep2(k); }
static void wipe2(void *p, size_t n) { explicit_bzero(p, n); }
static void wipe1(void *p, size_t n) { wipe2(p, n); }
static void copy(unsigned char *to, const unsigned char *from) {
  for (int i = 0; i < 32; i++)
    to[i] = from[i];
}
static void look(const unsigned char *k) { use(k); }
static void fill_some(unsigned char *k, int n) {
  if (n == 0)
    return;
  fill(k);
  fill_some(k, n - 1);
}
static void wipe_all(unsigned char *k, int n) {
  if (n == 0) {
    explicit_bzero(k, 32);
    return;
  }
  wipe_all(k, n - 1);
}
static void drop(unsigned char *p) { free(p); }

void filled_deep_down(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  deep1(k);
  use(k);
}
void wiped_deep_down(void) {
  unsigned char k[32];
  deep1(k);
  use(k);
  wipe1(k, sizeof(k));
}
void copied_by_callee(void) {
  unsigned char k[32], other[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  copy(other, k);
  use(other);
  wipe1(k, sizeof(k));
}
void nothing_copied(const unsigned char *p) {
  unsigned char other[32];
  copy(other, p);
  use(other);
}
void only_read(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  look(k);
}
void filled_by_recursion(int n) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill_some(k, n);
}
void wiped_by_recursion(int n) {
  unsigned char k[32];
  fill(k);
  wipe_all(k, n);
}
void released_by_callee(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  drop(p); // EXPECT: secret-missing-zeroization
}
void zeroized_before_callee_releases(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  explicit_bzero(p, 32);
  drop(p);
}
