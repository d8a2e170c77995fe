// A daemon without secrets: buffers, memset and free as everywhere.
// CATEGORY: untagged
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct conn {
  int fd;
  char *line;
  size_t cap;
  uint8_t nonce[16];
  struct conn *next;
};

int conn_read(int fd, char *p, size_t n);

struct conn *conn_new(int fd) {
  struct conn *c = malloc(sizeof *c);
  if (!c)
    return NULL;
  memset(c, 0, sizeof *c);
  c->fd = fd;
  c->cap = 128;
  c->line = malloc(c->cap);
  return c;
}

void conn_free(struct conn *c) {
  if (!c)
    return;
  memset(c->line, 0, c->cap / 2);
  free(c->line);
  memset(c, 0, sizeof c);
  free(c);
}

int conn_grow(struct conn *c) {
  char *p = realloc(c->line, c->cap * 2);
  if (!p)
    return -1;
  c->line = p;
  c->cap *= 2;
  return 0;
}

int serve(struct conn *list) {
  char buf[256];
  int n = 0;
  for (struct conn *c = list; c; c = c->next) {
    int got = conn_read(c->fd, buf, sizeof buf);
    if (got < 0)
      continue;
    printf("%d: %.*s\n", c->fd, got, buf);
    n += got;
    memset(buf, 0, sizeof buf);
  }
  return n;
}

static uint32_t table[256];
uint32_t hash(const char *s) {
  uint32_t h = 0;
  while (*s)
    h = table[(h ^ (uint8_t)*s++) & 255] ^ (h >> 8);
  return h;
}
