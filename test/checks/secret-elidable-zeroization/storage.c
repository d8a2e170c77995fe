// The end of the storage's life: scopes, free, munmap; and memory that outlives
// the function.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int munmap(void *, size_t);
void *mmap(void *, size_t, int, int, int, long);
static unsigned char global_key[32];
struct conn {
  SECRET unsigned char key[32];
};

void heap(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  use(p);
  memset(p, 0, 32); // EXPECT: secret-elidable-zeroization
  free(p);
}
void heap_and_null_path(int n) {
  unsigned char *p = n ? malloc(32) : NULL;
  if (p)
    fill(p);
  if (p)
    memset(p, 0, 32); // EXPECT: secret-elidable-zeroization
  free(p);
}
void heap_reliable(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  explicit_bzero(p, 32);
  free(p);
}
void mapped(void) {
  unsigned char *p = mmap(NULL, 4096, 3, 0x22, -1, 0);
  fill(p);
  memset(p, 0, 4096);
  munmap(p, 4096);
}
void resized(void) {
  unsigned char *p = malloc(32), *q;
  if (!p)
    return;
  fill(p);
  memset(p, 0, 32);
  q = realloc(p, 64); // ALLOW: secret-hidden-copy
  free(q ? q : p);
}
void global(void) {
  fill(global_key);
  memset(global_key, 0, sizeof(global_key));
}
void static_local(void) {
  static unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
}
void callers(unsigned char *out) {
  fill(out);
  memset(out, 0, 32);
}
void callers_record(struct conn *c) { memset(c->key, 0, sizeof(c->key)); }
void released_record(struct conn *c) {
  memset(c->key, 0, sizeof(c->key)); // EXPECT: secret-elidable-zeroization
  free(c);
}
void by_value(struct conn c) {
  use(&c);
  memset(&c, 0, sizeof(c)); // EXPECT: secret-elidable-zeroization
}
void inner_scope(int n) {
  {
    unsigned char k[32];
    fill(k);
    memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  }
  use(&n);
}
void outer_scope(int n) {
  unsigned char k[32];
  {
    fill(k);
    memset(k, 0, sizeof(k));
  }
  use(&n);
}
