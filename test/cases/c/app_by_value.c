// Keys in structs that are passed, returned and copied.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);

typedef struct [[secret]] {
  uint8_t b[32];
} aes_key;

struct config {
  int port;
  char host[64];
};

int key_get(aes_key *k);
int key_run(aes_key k);
int key_run_ptr(const aes_key *k);
int config_run(struct config c);

int run(void) {
  aes_key k;
  key_get(&k);
  int rc = key_run(k); // EXPECT: secret-hidden-copy
  explicit_bzero(&k, sizeof k);
  return rc;
}

int run_ptr(void) {
  aes_key k;
  key_get(&k);
  int rc = key_run_ptr(&k);
  explicit_bzero(&k, sizeof k);
  return rc;
}

int run_config(struct config c) { return config_run(c); }

aes_key make(void) {
  aes_key k;
  key_get(&k);
  return k; // EXPECT: secret-hidden-copy
}

static int take(aes_key k) {
  int rc = key_run_ptr(&k);
  explicit_bzero(&k, sizeof k);
  return rc;
}

static int take_loose(aes_key k) { // EXPECT: secret-missing-zeroization
  return key_run_ptr(&k);
}

int pass(const aes_key *k) {
  return take_loose(*k); // EXPECT: secret-hidden-copy
}

int pass_wiped(const aes_key *k) {
  return take(*k); // ALLOW: secret-hidden-copy
}

int assign(const aes_key *from) {
  aes_key a = *from; // EXPECT: secret-missing-zeroization
  aes_key b;
  b = a;
  int rc = key_run_ptr(&b);
  explicit_bzero(&b, sizeof b);
  return rc;
}
