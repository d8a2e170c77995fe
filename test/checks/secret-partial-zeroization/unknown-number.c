// Arrays of records of unknown number, wiped one by one.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct slot {
  int id;
  SECRET unsigned char key[32];
  SECRET unsigned char mac[32];
};
void load(unsigned char *key, int which);

void all_fields(size_t n) {
  struct slot *s = calloc(n, sizeof *s);
  for (size_t i = 0; i < n; i++) {
    load(s[i].key, 0);
    load(s[i].mac, 1);
  }
  for (size_t i = 0; i < n; i++) {
    explicit_bzero(s[i].key, sizeof s[i].key);
    explicit_bzero(s[i].mac, sizeof s[i].mac);
  }
  free(s);
}

void one_field(size_t n) {
  struct slot *s = calloc(n, sizeof *s);
  for (size_t i = 0; i < n; i++) {
    load(s[i].key, 0);
    load(s[i].mac, 1);
  }
  for (size_t i = 0; i < n; i++)
    explicit_bzero(s[i].key, sizeof s[i].key); // EXPECT: secret-partial-zeroization
  free(s);
}

void whole_records(size_t n) {
  SECRET struct slot *s = malloc(n * sizeof *s);
  for (size_t i = 0; i < n; i++)
    load(s[i].key, (int)i);
  for (size_t i = 0; i < n; i++)
    explicit_bzero(&s[i], sizeof s[i]);
  free(s);
}

void from_one(size_t n) {
  SECRET struct slot *s = malloc(n * sizeof *s);
  for (size_t i = 0; i < n; i++)
    load(s[i].key, (int)i);
  for (size_t i = 1; i < n; i++)
    explicit_bzero(&s[i], sizeof s[i]); // EXPECT: secret-partial-zeroization
  free(s); // EXPECT: secret-missing-zeroization
}

void without_last(size_t n) {
  SECRET struct slot *s = malloc(n * sizeof *s);
  for (size_t i = 0; i < n; i++)
    load(s[i].key, (int)i);
  for (size_t i = 0; i < n - 1; i++)
    explicit_bzero(&s[i], sizeof s[i]); // EXPECT: secret-partial-zeroization
  free(s); // EXPECT: secret-missing-zeroization
}

void backwards(size_t n) {
  SECRET struct slot *s = malloc(n * sizeof *s);
  for (size_t i = 0; i < n; i++)
    load(s[i].key, (int)i);
  for (size_t i = n; i-- > 0;)
    explicit_bzero(&s[i], sizeof s[i]);
  free(s);
}

void number_as_bytes(size_t n) {
  SECRET unsigned *s = malloc(n * sizeof *s);
  fill((unsigned char *)s);
  explicit_bzero(s, n); // EXPECT: secret-partial-zeroization
  free(s);
}

void number_times_size(size_t n) {
  SECRET unsigned *s = malloc(n * sizeof *s);
  fill((unsigned char *)s);
  explicit_bzero(s, n * sizeof *s);
  free(s);
}
