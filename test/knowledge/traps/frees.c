// Functions that zeroize and free, allocators that clear what is freed, and
// growth that leaves nothing behind.
// RUN: %expect %s
#include <stddef.h>
#include <stdlib.h>

void freezero(void *p, size_t n);
void *recallocarray(void *p, size_t old, size_t n, size_t size);
void *CRYPTO_clear_realloc(void *p, size_t old, size_t n, const char *file, int line);
void CRYPTO_free(void *p, const char *file, int line);
void OPENSSL_free(void *p);
void *OPENSSL_malloc(size_t n);
void *gcry_xmalloc_secure(size_t n);
void *gcry_xmalloc(size_t n);
void gcry_free(void *p);
void *malloc_conceal(size_t n);
int fill(void *p, size_t n);

int wipes_and_frees(void) {
  [[secret]] unsigned char *key = malloc(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  freezero(key, 32);
  return rc;
}

int boringssl(void) {
  [[secret]] unsigned char *key = OPENSSL_malloc(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  OPENSSL_free(key);
  return rc;
}

int openssl(void) {
  [[secret]] unsigned char *key = OPENSSL_malloc(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  CRYPTO_free(key, "", 0); // EXPECT: secret-missing-zeroization
  return rc;
}

int secure_memory(void) {
  [[secret]] unsigned char *key = gcry_xmalloc_secure(32);
  int rc = fill(key, 32);
  gcry_free(key);
  return rc;
}

int plain_memory(void) {
  [[secret]] unsigned char *key = gcry_xmalloc(32);
  int rc = fill(key, 32);
  gcry_free(key); // EXPECT: secret-missing-zeroization
  return rc;
}

int concealed(void) {
  [[secret]] unsigned char *key = malloc_conceal(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  free(key);
  return rc;
}

int grows(void) {
  [[secret]] unsigned char *key = calloc(32, 1);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  unsigned char *more = recallocarray(key, 32, 64, 1);
  if (!more) {
    freezero(key, 32);
    return -1;
  }
  freezero(more, 64);
  return rc;
}

int grows_in_openssl(void) {
  [[secret]] unsigned char *key = OPENSSL_malloc(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  unsigned char *more = CRYPTO_clear_realloc(key, 32, 64, "", 0);
  if (!more) {
    freezero(key, 32);
    return -1;
  }
  freezero(more, 64);
  return rc;
}

// Growth by realloc leaves the old block.
int grows_plainly(void) {
  [[secret]] unsigned char *key = malloc(32);
  if (!key)
    return -1;
  int rc = fill(key, 32);
  unsigned char *more = realloc(key, 64); // ALLOW: secret-hidden-copy
  if (!more) {
    freezero(key, 32);
    return -1;
  }
  freezero(more, 64);
  return rc;
}
