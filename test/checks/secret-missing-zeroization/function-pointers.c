// A wiper that is called through a pointer.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

static void *(*const plain_const)(void *, int, size_t) = memset;
static void *(*const volatile kept)(void *, int, size_t) = memset;
static void (*const wiper)(void *, size_t) = explicit_bzero;
static void (*reader)(const void *);

void volatile_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  kept(k, 0, sizeof(k));
}
void const_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  plain_const(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void wiper_pointer(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  wiper(k, sizeof(k));
}
void no_wiper(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  reader(k);
}

struct table {
  void (*clear)(void *, size_t);
  void (*secure_zero)(void *, size_t);
  void (*done)(void *, size_t);
};
static void clear(void *p, size_t n) { explicit_bzero(p, n); }
static const struct table constant = {.clear = clear};
static struct table variable = {.clear = clear};

void constant_table(void) {
  unsigned char k[32];
  fill(k);
  constant.clear(k, sizeof(k));
}
// Nothing else is stored there.
void variable_table(void) {
  unsigned char k[32];
  fill(k);
  variable.clear(k, sizeof(k));
}
// Anybody may have changed it.
void set(void (*done)(void *, size_t)) { variable.done = done; }
void changed_table(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  variable.done(k, sizeof(k));
}
void field_says_so(const struct table *t) {
  unsigned char k[32];
  fill(k);
  t->secure_zero(k, sizeof(k));
}
void parameter_says_so(void (*wipe)(void *, size_t)) {
  unsigned char k[32];
  fill(k);
  wipe(k, sizeof(k));
}
void parameter_does_not(void (*callback)(void *, size_t)) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  callback(k, sizeof(k));
}

typedef int (*reads_key)(SECRET unsigned char *key);
typedef int (*reads)(unsigned char *data);
struct driver {
  reads_key read[2];
};
void tagged_in_a_type(reads_key f) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  f(k);
}
void not_tagged(reads f) {
  unsigned char k[32];
  f(k);
}
void tagged_in_a_field(const struct driver *d) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  d->read[0](k);
}
void tagged_and_zeroized(const struct driver *d) {
  unsigned char k[32];
  d->read[0](k);
  explicit_bzero(k, sizeof(k));
}
