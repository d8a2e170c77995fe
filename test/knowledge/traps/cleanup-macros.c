// Cleanup macros: systemd, NetworkManager and s2n-tls free or erase at the end
// of the scope.
// RUN: %expect %s
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int fill(void *p, size_t n);

// systemd
static inline void *erase_and_free(void *p) {
  if (!p)
    return NULL;
  explicit_bzero(p, 32);
  free(p);
  return NULL;
}
static inline void erase_and_freep(void *p) { erase_and_free(*(void **)p); }
#define _cleanup_(x) __attribute__((__cleanup__(x)))

int erased(void) {
  [[secret]] _cleanup_(erase_and_freep) unsigned char *key = malloc(32);
  if (!key)
    return -1;
  return fill(key, 32);
}

static inline void freep(void *p) { free(*(void **)p); }

int only_freed(void) {
  [[secret]] _cleanup_(freep) char *key = malloc(32); // EXPECT: secret-missing-zeroization
  if (!key)
    return -1;
  return fill(key, 32);
}

// Only declared: what they do is said by models.
struct blob {
  unsigned char *data;
  size_t length;
};
struct s2n_stuffer {
  unsigned char *data;
};
void data_blob_clear_free(struct blob *blob);
void s2n_stuffer_free_without_wipe(struct s2n_stuffer *stuffer);

int erased_by_a_model(void) {
  [[secret]] _cleanup_(data_blob_clear_free) struct blob key = {malloc(32), 32};
  return key.data ? fill(key.data, 32) : -1;
}

int only_freed_by_a_model(void) {
  [[secret]] unsigned char *secret = malloc(32);
  _cleanup_(s2n_stuffer_free_without_wipe) struct s2n_stuffer key = {secret}; // EXPECT: secret-missing-zeroization
  return secret ? fill(secret, 32) : -1;
}
