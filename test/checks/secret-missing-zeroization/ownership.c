// Ownership that leaves ends this function's duty.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct list {
  struct list *next;
  unsigned char *key;
};
static unsigned char *kept;
static unsigned char table[4][32];

static unsigned char *made(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return NULL;
  fill(p);
  return p;
}
void kept_in_a_global(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  kept = p;
}
void kept_in_a_field(struct list *l) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  l->key = p;
}
void given_out(unsigned char **out) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  *out = p;
}
void got_from_a_callee(void) {
  unsigned char *p = made();
  if (!p)
    return;
  use(p);
  free(p); // EXPECT: secret-missing-zeroization
}
void got_and_zeroized(void) {
  unsigned char *p = made();
  if (!p)
    return;
  use(p);
  explicit_bzero(p, 32);
  free(p);
}
void callers_memory(unsigned char *out) {
  fill(out);
  use(out);
}
void by_pointer(SECRET const unsigned char *key) { use(key); }
void static_storage(int i) {
  fill(table[i & 3]);
  use(table[i & 3]);
}
