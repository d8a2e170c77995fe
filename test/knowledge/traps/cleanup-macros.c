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
