// A wrapper with a visible body is judged at its call; one in another unit
// counts as reliable unless AssumeLTO is on.
// RUN: %expect %s -- -std=c99
// RUN: %expect %s --config='{CheckOptions: {secret.Wiper: OPENSSL_cleanse}}' -- -std=c99
#include "../../Inputs/mock.h"

void other_units_wipe(void *, size_t);

static void wipe(void *p, size_t n) { memset(p, 0, n); }
static void wipe_volatile(void *p, size_t n) {
  volatile unsigned char *v = p;
  while (n--)
    *v++ = 0;
}
static void wipe_deep(void *p, size_t n) { wipe(p, n); }
struct ctx {
  SECRET unsigned char key[32];
  int state;
};
static void ctx_done(struct ctx *c) {
  memset(c, 0, sizeof(*c));
}

void wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void deep_wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe_deep(k, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void volatile_wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe_volatile(k, sizeof(k));
}
void needed_afterwards(void) {
  unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k));
  use(k);
}
void unknown_wrapper(void) {
  unsigned char k[32];
  fill(k);
  other_units_wipe(k, sizeof(k));
}
void record_wrapper(void) {
  struct ctx c;
  fill(c.key);
  ctx_done(&c); // EXPECT: secret-elidable-zeroization
}
void record_wrapper_on_callers(struct ctx *c) {
  fill(c->key);
  ctx_done(c);
}

// A memory clobber without the pointer keeps what escaped before, no more.
static void wipe_and_clobber(void *p, size_t n) {
  memset(p, 0, n);
  __asm__ volatile("" : : : "memory");
}
static void clobber(void) { __asm__ volatile("" : : : "memory"); }
void clobber_in_wrapper(SECRET const unsigned char *key) {
  unsigned char k[32];
  memcpy(k, key, sizeof(k));
  wipe_and_clobber(k, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void escaped_before_wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe_and_clobber(k, sizeof(k));
}
void clobber_in_callee(SECRET const unsigned char *key) {
  unsigned char k[32];
  memcpy(k, key, sizeof(k));
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  clobber();
}
void escaped_before_callee(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  clobber();
}
