// A fault in a callee: at the outermost call, or in the callee if its own
// parameter is tagged.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct SECRET key {
  unsigned char bytes[32];
};

static void copies(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
}
static void copies_deep(const unsigned char *s) { copies(s); }
static void copies_tagged(SECRET const unsigned char *s) {
  unsigned char copy[32]; // EXPECT: secret-missing-zeroization
  memcpy(copy, s, 32);
  use(copy);
}
static void copies_typed(const struct key *k) {
  struct key copy = *k; // EXPECT: secret-missing-zeroization
  use(&copy);
}
static void copies_and_wipes(const unsigned char *s) {
  unsigned char copy[32];
  memcpy(copy, s, 32);
  use(copy);
  explicit_bzero(copy, sizeof(copy));
}

void outermost(SECRET const unsigned char *key) {
  copies(key); // EXPECT: secret-missing-zeroization
}
void outermost_of_two(SECRET const unsigned char *key) {
  copies_deep(key); // EXPECT: secret-missing-zeroization
}
void callee_is_tagged(SECRET const unsigned char *key) { copies_tagged(key); }
void callee_has_a_tagged_type(const struct key *k) { copies_typed(k); }
void callee_zeroizes(SECRET const unsigned char *key) {
  copies_and_wipes(key);
}
void public_bytes(const unsigned char *p) { copies_deep(p); }

struct key returned_by_value(void) {
  struct key k;
  fill(k.bytes);
  return k; // ALLOW: secret-hidden-copy
}
unsigned char *returned_block(void) {
  unsigned char *p = malloc(32);
  if (p)
    fill(p);
  return p;
}
