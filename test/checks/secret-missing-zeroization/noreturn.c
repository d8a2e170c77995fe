// A path that ends in a call that never returns ends there, also in a callee.
// Today the path goes on at the function's exit.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void abort(void) __attribute__((noreturn));
struct SECRET key {
  unsigned char bytes[32];
};

static void die(void) { exit(1); }
static void die_somehow(int n) {
  if (n)
    exit(1);
  abort();
}
static void die_for(int n) {
  if (n)
    exit(1);
}

void in_a_callee(int n) {
  unsigned char k[32];
  fill(k);
  if (n) {
    die();
    return;
  }
  explicit_bzero(k, sizeof(k));
}
void in_a_callee_on_all_paths(int n) {
  unsigned char k[32];
  fill(k);
  if (n) {
    die_somehow(n);
    return;
  }
  explicit_bzero(k, sizeof(k));
}
void in_a_callee_for_some_arguments(int n) {
  unsigned char k[32];
  fill(k);
  die_for(n);
  if (n)
    return;
  explicit_bzero(k, sizeof(k));
}
void in_a_callee_perhaps(int n) {
  unsigned char k[32];
  fill(k);
  die_for(0);
  if (n)
    return; // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
}
void parameter(struct key k, int n) {
  if (n)
    exit(1);
  explicit_bzero(&k, sizeof(k));
}
void block(SECRET const unsigned char *key, int n) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  memcpy(p, key, 32);
  if (n)
    exit(1);
  explicit_bzero(p, 32);
  free(p);
}
