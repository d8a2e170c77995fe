// Command loops: switch, break, continue and buffers outside the loop.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int cmd_next(int fd);
int cmd_secret(int fd, [[secret]] uint8_t *out, size_t n);
int cmd_apply(int what, const uint8_t *k);
void touch(uint8_t *k);

int serve(int fd) {
  int rc = 0;
  for (;;) {
    uint8_t key[32];
    int what = cmd_next(fd);
    if (what < 0)
      break;
    if (what == 0)
      continue;
    cmd_secret(fd, key, sizeof key);
    switch (what) {
    case 1:
      rc = cmd_apply(1, key);
      break;
    case 2:
      explicit_bzero(key, sizeof key);
      continue;
    default:
      explicit_bzero(key, sizeof key);
      return -1;
    }
    explicit_bzero(key, sizeof key);
  }
  return rc;
}

int serve_misses(int fd) {
  int rc = 0;
  for (;;) {
    uint8_t key[32];
    int what = cmd_next(fd);
    if (what < 0)
      break;
    cmd_secret(fd, key, sizeof key);
    switch (what) {
    case 1:
      rc = cmd_apply(1, key);
      break;
    case 2:
      continue; // EXPECT: secret-missing-zeroization
    default:
      return -1; // EXPECT: secret-missing-zeroization
    }
    explicit_bzero(key, sizeof key);
  }
  return rc;
}

int reuse(int fd) {
  uint8_t key[32];
  int rc = 0;
  while (cmd_next(fd) > 0) {
    cmd_secret(fd, key, sizeof key);
    rc |= cmd_apply(0, key);
    memset(key, 0, sizeof key);
  }
  return rc;
}

int once(int fd) {
  uint8_t key[32];
  cmd_secret(fd, key, sizeof key);
  int rc = cmd_apply(0, key);
  memset(key, 0, sizeof key); // EXPECT: secret-elidable-zeroization
  return rc;
}

int once_needed(int fd) {
  uint8_t key[32];
  cmd_secret(fd, key, sizeof key);
  int rc = cmd_apply(0, key);
  memset(key, 0, sizeof key);
  touch(key);
  return rc;
}

int followed(int fd) {
  uint8_t key[32];
  cmd_secret(fd, key, sizeof key);
  int rc = cmd_apply(0, key);
  memset(key, 0, sizeof key);
  cmd_secret(fd, key, sizeof key);
  rc |= cmd_apply(1, key);
  explicit_bzero(key, sizeof key);
  return rc;
}
