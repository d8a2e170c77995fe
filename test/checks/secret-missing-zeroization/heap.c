// A heap block: at its release, at the loss of its last pointer, at the exit.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct holder {
  unsigned char *block;
};

void released(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  use(p);
  free(p); // EXPECT: secret-missing-zeroization
}
void zeroized(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  use(p);
  explicit_bzero(p, 32);
  free(p);
}
void released_twice(int n) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  if (n) {
    free(p); // EXPECT: secret-missing-zeroization
    return;
  }
  use(p);
  free(p); // EXPECT: secret-missing-zeroization
}
void released_before_arrival(int n) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  if (n) {
    free(p);
    return;
  }
  fill(p);
  explicit_bzero(p, 32);
  free(p);
}
void last_pointer_overwritten(SECRET const unsigned char *key) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  memcpy(p, key, 32);
  p = NULL; // EXPECT: secret-missing-zeroization
  use(p);
}
void unknown_function_may_keep_it(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  p = NULL; // ALLOW: secret-missing-zeroization
  use(p);
}
void other_pointer_left(void) {
  unsigned char *p = malloc(32), *q = p;
  if (!p)
    return;
  fill(p);
  p = NULL;
  explicit_bzero(q, 32);
  free(q);
}
void leaked(SECRET const unsigned char *key) {
  unsigned char *p = malloc(32); // EXPECT: secret-missing-zeroization
  if (!p)
    return;
  memcpy(p, key, 32);
}
void null_after_failure(void) {
  unsigned char *p = malloc(32);
  if (p == NULL)
    return;
  fill(p);
  explicit_bzero(p, 32);
  free(p);
}
void null_known(int n) {
  unsigned char *p = NULL;
  if (n) {
    p = malloc(32);
    if (!p)
      return;
    fill(p);
  }
  if (p) {
    explicit_bzero(p, 32);
    free(p);
  }
}
void through_a_record(void) {
  struct holder h = {malloc(32)};
  if (!h.block)
    return;
  fill(h.block);
  use(h.block);
  free(h.block); // EXPECT: secret-missing-zeroization
}
void record_zeroized(void) {
  struct holder h = {malloc(32)};
  if (!h.block)
    return;
  fill(h.block);
  use(h.block);
  explicit_bzero(h.block, 32);
  free(h.block);
}
void not_a_zeroization(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  p[0] = 0;
  free(p); // EXPECT: secret-missing-zeroization
}

// What fills a block does not take it over; another unknown function may.
void lost_after_fill(void) {
  unsigned char *p = malloc(32); // EXPECT: secret-missing-zeroization
  if (!p)
    return;
  fill(p);
  use(p);
}
void keep(void *p);
void taken_over(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  keep(p);
}
void filled_and_taken_over(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  fill(p); // it holds a secret already: this may be its new owner
}
