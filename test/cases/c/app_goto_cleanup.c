// Cleanup with goto: what each label does to what was filled before.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void OPENSSL_cleanse(void *p, size_t n);
void OPENSSL_clear_free(void *p, size_t n);
int getrandom_key([[secret]] uint8_t *k, size_t n);
int wrap(const uint8_t *kek, const uint8_t *k, [[clang::annotate("public")]] uint8_t *out);
int file_put(const char *name, const uint8_t *p, size_t n);

int seal(const char *name, const uint8_t *blob) {
  uint8_t kek[32], key[32], out[40];
  int rc = -1;
  if (getrandom_key(kek, sizeof kek) != 0)
    goto done;
  if (getrandom_key(key, sizeof key) != 0)
    goto done;
  if (wrap(kek, key, out) != 0)
    goto done;
  rc = file_put(name, out, sizeof out);
done:
  OPENSSL_cleanse(kek, sizeof kek);
  OPENSSL_cleanse(key, sizeof key);
  return rc + (blob == NULL);
}

int seal_misses(const char *name) {
  uint8_t kek[32], key[32], out[40];
  int rc = -1;
  if (getrandom_key(kek, sizeof kek) != 0)
    goto out;
  if (getrandom_key(key, sizeof key) != 0)
    goto wipe_kek;
  if (wrap(kek, key, out) != 0)
    goto wipe;
  rc = file_put(name, out, sizeof out);
wipe:
  OPENSSL_cleanse(key, sizeof key);
wipe_kek:
  OPENSSL_cleanse(kek, sizeof kek);
out:
  return rc; // EXPECT: secret-missing-zeroization
}

int seal_heap(const char *name, size_t n) {
  int rc = -1;
  uint8_t out[40];
  [[secret]] uint8_t *key = malloc(n);
  if (!key)
    return -1;
  if (getrandom_key(key, n) != 0)
    goto err;
  if (wrap(key, key, out) != 0)
    goto err;
  rc = file_put(name, out, sizeof out);
err:
  OPENSSL_clear_free(key, n);
  return rc;
}

int seal_heap_frees(const char *name, size_t n) {
  int rc = -1;
  uint8_t out[40];
  [[secret]] uint8_t *key = malloc(n);
  if (!key)
    return -1;
  if (getrandom_key(key, n) != 0)
    goto err;
  if (wrap(key, key, out) != 0)
    goto err;
  rc = file_put(name, out, sizeof out);
  OPENSSL_clear_free(key, n);
  return rc;
err:
  free(key); // EXPECT: secret-missing-zeroization
  return rc;
}

int seal_early(const char *name, int flags) {
  uint8_t key[32];
  if (flags & 1)
    return -1;
  if (getrandom_key(key, sizeof key) != 0 || flags == 4)
    return -2; // EXPECT: secret-missing-zeroization
  int rc = file_put(name, key, sizeof key);
  OPENSSL_cleanse(key, sizeof key);
  return rc;
}
