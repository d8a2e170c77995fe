// realloc may leave the old block behind.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void *realloc(void *, unsigned long);

void write_public(void *);

struct text {
  SECRET char *s;
  char *label;
};

void grows(unsigned long n) {
  SECRET char *p = malloc(16), *q;
  if (!p)
    return;
  fill(p);
  q = realloc(p, n); // EXPECT: secret-hidden-copy
  if (!q) {
    explicit_bzero(p, 16);
    free(p);
    return;
  }
  explicit_bzero(q, n);
  free(q);
}
// Twin: nothing secret is in the block yet.
void grows_while_empty(unsigned long n) {
  SECRET char *p = malloc(16), *q;
  if (!p)
    return;
  q = realloc(p, n);
  if (!q) {
    free(p);
    return;
  }
  fill(q);
  explicit_bzero(q, n);
  free(q);
}
// Twin: what is there is zeroized.
void grows_after_zeroization(unsigned long n) {
  SECRET char *p = malloc(16), *q;
  if (!p)
    return;
  fill(p);
  explicit_bzero(p, 16);
  q = realloc(p, n);
  free(q ? q : p);
}
void field(struct text *t, unsigned long n) {
  char *q = realloc(t->s, n); // EXPECT: secret-hidden-copy
  if (q)
    t->s = q;
}
// Twin: another field.
void other_field(struct text *t, unsigned long n) {
  char *q = realloc(t->label, n);
  if (q)
    t->label = q;
}
// Twin: public bytes.
void public_bytes(unsigned long n) {
  char *p = malloc(16), *q;
  if (!p)
    return;
  write_public(p);
  q = realloc(p, n);
  free(q ? q : p);
}
// A copy in a block without a tag.
void copied(SECRET const char *key, unsigned long n) {
  char *p = malloc(16), *q;
  if (!p)
    return;
  memcpy(p, key, 16);
  q = realloc(p, n); // EXPECT: secret-hidden-copy
  if (!q)
    q = p;
  explicit_bzero(q, n);
  free(q);
}
