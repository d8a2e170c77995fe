// A TLS client that keeps session keys in records on the heap.
// CATEGORY: application
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void OPENSSL_cleanse(void *p, size_t n);
int hkdf_expand(const uint8_t *prk, const char *label, [[secret]] uint8_t *out, size_t n);
int record_write(int fd, const uint8_t *key, const uint8_t *iv, const void *data, size_t n);
int handshake(int fd, [[secret]] uint8_t *master);

struct traffic {
  [[secret]] uint8_t key[32];
  uint8_t iv[12];
  uint64_t seq;
};

struct session {
  int fd;
  struct traffic rx;
  struct traffic tx;
  [[secret]] uint8_t master[48];
};

struct session *session_open(int fd) {
  struct session *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  s->fd = fd;
  if (handshake(fd, s->master) != 0) {
    free(s); // EXPECT: secret-missing-zeroization
    return NULL;
  }
  return s;
}

struct session *session_open_clean(int fd) {
  struct session *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  s->fd = fd;
  if (handshake(fd, s->master) != 0) {
    OPENSSL_cleanse(s, sizeof *s);
    free(s);
    return NULL;
  }
  return s;
}

int session_keys(struct session *s) {
  uint8_t block[64];
  int rc = hkdf_expand(s->master, "key expansion", block, sizeof block);
  if (rc != 0)
    return rc; // EXPECT: secret-missing-zeroization
  memcpy(s->rx.key, block, 32);
  memcpy(s->tx.key, block + 32, 32);
  OPENSSL_cleanse(block, sizeof block);
  return 0;
}

void session_close(struct session *s) {
  if (!s)
    return;
  OPENSSL_cleanse(s->rx.key, sizeof s->rx.key);
  OPENSSL_cleanse(s->tx.key, sizeof s->tx.key); // EXPECT: secret-partial-zeroization
  free(s);
}

void session_close_all(struct session *s) {
  if (!s)
    return;
  OPENSSL_cleanse(&s->rx, sizeof s->rx);
  OPENSSL_cleanse(&s->tx, sizeof s->tx);
  OPENSSL_cleanse(s->master, sizeof s->master);
  free(s);
}

void session_reset(struct session *s) {
  memset(s->master, 0, sizeof s->master);
  memset(&s->rx, 0, sizeof s->rx);
  s->rx.seq = 0;
}

int session_send(struct session *s, const void *data, size_t n) {
  struct traffic now = s->tx; // EXPECT: secret-missing-zeroization
  now.seq++;
  return record_write(s->fd, now.key, now.iv, data, n);
}
