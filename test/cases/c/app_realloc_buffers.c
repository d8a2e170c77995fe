// Growing buffers of secrets.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int next_chunk(int fd, [[secret]] uint8_t *out, size_t n);
int consume(const uint8_t *p, size_t n);

int grow(int fd) {
  size_t cap = 64;
  [[secret]] uint8_t *p = malloc(cap);
  if (!p)
    return -1;
  next_chunk(fd, p, cap);
  uint8_t *q = realloc(p, cap * 2); // EXPECT: secret-hidden-copy
  if (!q) {
    explicit_bzero(p, cap);
    free(p);
    return -1;
  }
  int rc = consume(q, cap * 2);
  explicit_bzero(q, cap * 2);
  free(q);
  return rc;
}

int grow_empty(int fd) {
  [[secret]] uint8_t *p = malloc(64);
  if (!p)
    return -1;
  uint8_t *q = realloc(p, 128);
  if (!q) {
    free(p);
    return -1;
  }
  next_chunk(fd, q, 128);
  int rc = consume(q, 128);
  explicit_bzero(q, 128);
  free(q);
  return rc;
}

int grow_by_hand(int fd) {
  [[secret]] uint8_t *p = malloc(64);
  if (!p)
    return -1;
  next_chunk(fd, p, 64);
  uint8_t *q = malloc(128);
  if (!q) {
    explicit_bzero(p, 64);
    free(p);
    return -1;
  }
  memcpy(q, p, 64);
  explicit_bzero(p, 64);
  free(p);
  int rc = consume(q, 64);
  explicit_bzero(q, 128);
  free(q);
  return rc;
}

int grow_by_hand_leaks(int fd) {
  [[secret]] uint8_t *p = malloc(64);
  if (!p)
    return -1;
  next_chunk(fd, p, 64);
  uint8_t *q = malloc(128);
  if (!q) {
    explicit_bzero(p, 64);
    free(p);
    return -1;
  }
  memcpy(q, p, 64);
  free(p); // EXPECT: secret-missing-zeroization
  int rc = consume(q, 64);
  explicit_bzero(q, 128);
  free(q);
  return rc;
}

int lost(int fd) {
  [[secret]] uint8_t *p = malloc(32);
  if (!p)
    return -1;
  next_chunk(fd, p, 32);
  consume(p, 32);
  p = NULL; // EXPECT: secret-missing-zeroization
  return p == NULL;
}

int by_number(int fd, size_t n) {
  [[secret]] uint32_t *p = malloc(n * sizeof *p);
  if (!p)
    return -1;
  next_chunk(fd, (uint8_t *)p, n * sizeof *p);
  int rc = consume((uint8_t *)p, n * sizeof *p);
  explicit_bzero(p, n); // EXPECT: secret-partial-zeroization
  free(p);
  return rc;
}

int by_number_right(int fd, size_t n) {
  [[secret]] uint32_t *p = malloc(n * sizeof *p);
  if (!p)
    return -1;
  next_chunk(fd, (uint8_t *)p, n * sizeof *p);
  int rc = consume((uint8_t *)p, n * sizeof *p);
  explicit_bzero(p, n * sizeof *p);
  free(p);
  return rc;
}
