// The length comes first in corecrypto; SecItem functions and others have it
// elsewhere; memset_s with three arguments is no memset_s.
// RUN: %expect %s
#include <stddef.h>

void cc_clear(size_t len, void *dst);
void *memset_s(void *s, int c, size_t n);
int fill(unsigned char *p, size_t n);

int length_first(void) {
  [[secret]] unsigned char key[32];
  int rc = fill(key, sizeof key);
  cc_clear(sizeof key, key);
  return rc;
}

int length_first_half(void) {
  [[secret]] unsigned char key[32];
  int rc = fill(key, sizeof key);
  cc_clear(16, key); // EXPECT: secret-partial-zeroization
  return rc;
}

int three_arguments(void) {
  [[secret]] unsigned char key[32]; // EXPECT: secret-missing-zeroization
  int rc = fill(key, sizeof key);
  memset_s(key, 0, sizeof key);
  return rc;
}
