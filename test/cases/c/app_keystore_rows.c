// A key store with slots: arrays of records and rows of keys.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int slot_load(int slot, [[secret]] uint8_t *key, size_t n);
int slot_use(const uint8_t *key, size_t n);

struct slot {
  int id;
  [[secret]] uint8_t key[32];
};

int use_all(size_t n) {
  struct slot *s = calloc(n, sizeof *s);
  int rc = 0;
  if (!s)
    return -1;
  for (size_t i = 0; i < n; i++)
    slot_load((int)i, s[i].key, sizeof s[i].key);
  for (size_t i = 0; i < n; i++)
    rc |= slot_use(s[i].key, sizeof s[i].key);
  for (size_t i = 0; i < n; i++)
    explicit_bzero(s[i].key, sizeof s[i].key);
  free(s);
  return rc;
}

int use_all_whole(size_t n) {
  [[secret]] struct slot *s = malloc(n * sizeof *s);
  int rc = 0;
  if (!s)
    return -1;
  for (size_t i = 0; i < n; i++) {
    s[i].id = (int)i;
    slot_load((int)i, s[i].key, sizeof s[i].key);
  }
  for (size_t i = 0; i < n; i++)
    rc |= slot_use(s[i].key, sizeof s[i].key);
  for (size_t i = 0; i < n; i++)
    explicit_bzero(&s[i], sizeof s[i]);
  free(s);
  return rc;
}

int use_half_of_key(size_t n) {
  struct slot *s = calloc(n, sizeof *s);
  int rc = 0;
  if (!s)
    return -1;
  for (size_t i = 0; i < n; i++)
    slot_load((int)i, s[i].key, sizeof s[i].key);
  for (size_t i = 0; i < n; i++)
    rc |= slot_use(s[i].key, sizeof s[i].key);
  for (size_t i = 0; i < n; i++)
    explicit_bzero(s[i].key, 16); // EXPECT: secret-partial-zeroization
  free(s);
  return rc;
}

int rows_all(void) {
  [[secret]] uint8_t rows[4][32];
  int rc = 0;
  for (int i = 0; i < 4; i++)
    slot_load(i, rows[i], sizeof rows[i]);
  for (int i = 0; i < 4; i++)
    rc |= slot_use(rows[i], sizeof rows[i]);
  for (int i = 0; i < 4; i++)
    explicit_bzero(rows[i], sizeof rows[i]);
  return rc;
}

int rows_from_one(void) {
  [[secret]] uint8_t rows[4][32];
  int rc = 0;
  for (int i = 0; i < 4; i++)
    slot_load(i, rows[i], sizeof rows[i]);
  for (int i = 0; i < 4; i++)
    rc |= slot_use(rows[i], sizeof rows[i]);
  for (int i = 1; i < 4; i++)
    explicit_bzero(rows[i], sizeof rows[i]); // EXPECT: secret-partial-zeroization
  return rc;
}

int row_two_only(void) {
  uint8_t rows[4][32];
  slot_load(2, rows[2], sizeof rows[2]);
  int rc = slot_use(rows[2], sizeof rows[2]);
  explicit_bzero(rows[2], sizeof rows[2]);
  return rc;
}

int table_pointer(void) {
  [[secret]] uint8_t (*rows)[32] = malloc(8 * sizeof *rows);
  int rc = 0;
  if (!rows)
    return -1;
  for (int i = 0; i < 8; i++)
    slot_load(i, rows[i], 32);
  rc = slot_use(rows[0], 32);
  explicit_bzero(rows, sizeof rows); // EXPECT: secret-partial-zeroization
  free(rows);
  return rc;
}
