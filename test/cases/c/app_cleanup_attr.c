// __attribute__((cleanup)) in a daemon.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int key_fetch(int id, [[secret]] uint8_t *out);
int key_use(const uint8_t *k);

typedef struct {
  uint8_t b[32];
} key32;

static void key_erase(key32 *k) { explicit_bzero(k, sizeof *k); }
static void key_zero(key32 *k) { memset(k, 0, sizeof *k); }
static void key_nothing(key32 *k) { (void)k; }
static void key_short(key32 *k) { explicit_bzero(k, sizeof k); }

int good(int id) {
  __attribute__((cleanup(key_erase))) key32 k;
  if (key_fetch(id, k.b) != 0)
    return -1;
  return key_use(k.b);
}

int elidable(int id) {
  __attribute__((cleanup(key_zero))) key32 k; // EXPECT: secret-elidable-zeroization
  if (key_fetch(id, k.b) != 0)
    return -1;
  return key_use(k.b);
}

int nothing(int id) {
  __attribute__((cleanup(key_nothing))) key32 k; // EXPECT: secret-missing-zeroization
  if (key_fetch(id, k.b) != 0)
    return -1;
  return key_use(k.b);
}

int tooshort(int id) {
  __attribute__((cleanup(key_short))) key32 k; // EXPECT: secret-partial-zeroization
  if (key_fetch(id, k.b) != 0)
    return -1;
  return key_use(k.b);
}

static void freep(uint8_t **p) {
  if (*p)
    explicit_bzero(*p, 32);
  free(*p);
}

int heap(int id) {
  [[secret]] __attribute__((cleanup(freep))) uint8_t *k = malloc(32);
  if (!k || key_fetch(id, k) != 0)
    return -1;
  return key_use(k);
}
