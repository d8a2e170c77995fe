// __attribute__((cleanup)): as good as its function's body.
// RUN: %expect %s -- -std=gnu17
#include "../../Inputs/mock.h"

struct key {
  unsigned char bytes[32];
};
static void wipe(struct key *k) { explicit_bzero(k, sizeof(*k)); }
static void clear(struct key *k) { memset(k, 0, sizeof(*k)); }
static void look(struct key *k) { use(k); }
static void wipe_pointer(unsigned char **p) {
  if (*p)
    explicit_bzero(*p, 32);
  free(*p);
}
static void free_pointer(unsigned char **p) { free(*p); }

int reliable(int n) {
  __attribute__((cleanup(wipe))) struct key k;
  if (n)
    return 1;
  fill(k.bytes);
  return use(&k);
}
int elidable(void) {
  __attribute__((cleanup(clear))) struct key k; // EXPECT: secret-elidable-zeroization
  fill(k.bytes);
  return use(&k);
}
int not_a_wipe(void) {
  __attribute__((cleanup(look))) struct key k; // EXPECT: secret-missing-zeroization
  fill(k.bytes);
  return 0;
}
int block(int n) {
  __attribute__((cleanup(wipe_pointer))) unsigned char *p = malloc(32);
  if (!p)
    return -1;
  fill(p);
  return use(p);
}
