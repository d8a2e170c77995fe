// Elidable zeroizations in every construct of C, each beside one that is needed
// or reliable.
// RUN: %expect %s -- -std=gnu17 -Wno-deprecated-non-prototype
#include "../../Inputs/mock.h"

#define CLEAR(A) memset((A), 0, sizeof(A))
struct rec {
  int id;
  SECRET unsigned char key[16];
};
struct flex {
  size_t n;
  SECRET unsigned char data[];
};
struct bits {
  SECRET unsigned pin : 20;
};

int goto_chain(int n) {
  unsigned char k[32];
  int r = -1;
  if (n < 0)
    goto out;
  fill(k);
  r = use(k);
out:
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  return r;
}
int goto_back(int n) {
  unsigned char k[32];
again:
  fill(k);
  use(k);
  memset(k, 0, sizeof(k)); // ALLOW: secret-elidable-zeroization
  if (n--)
    goto again;
  return 0;
}
int in_a_case(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
    memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
    return 1;
  case 2:
    memset(k, 0, sizeof(k));
    use(k);
    return 2;
  default:
    explicit_bzero(k, sizeof(k));
    return 0;
  }
}
int falls_through(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
    memset(k, 0, sizeof(k));
  default:
    use(k);
  }
  explicit_bzero(k, sizeof(k));
  return 0;
}
int statement_expression(void) {
  return ({
    unsigned char k[32];
    fill(k);
    int r = use(k);
    memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
    r;
  });
}
void vla(size_t n) {
  unsigned char k[n];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void in_a_macro(void) {
  unsigned char k[32];
  fill(k);
  CLEAR(k); // EXPECT: secret-elidable-zeroization
}
void macro_and_needed(void) {
  unsigned char k[32];
  fill(k);
  CLEAR(k);
  use(k);
}
int old_style(n)
  int n;
{
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  return n;
}
void of_a_union(void) {
  union {
    unsigned char bytes[8];
    unsigned long whole;
  } u;
  fill(u.bytes);
  u.whole = 0; // EXPECT: secret-elidable-zeroization
}
void of_a_field(const struct rec *from) {
  struct rec r = *from;
  use(&r);
  memset(r.key, 0, sizeof(r.key)); // EXPECT: secret-elidable-zeroization
}
void of_an_array_of_records(const struct rec *from) {
  struct rec r[2] = {from[0], from[1]};
  use(r);
  memset(r, 0, sizeof(r)); // EXPECT: secret-elidable-zeroization
}
void of_a_flexible_array(size_t n) {
  struct flex *f = malloc(sizeof(*f) + n);
  if (!f)
    return;
  fill(f->data);
  memset(f->data, 0, n); // EXPECT: secret-elidable-zeroization
  free(f);
}
void flexible_array_needed(size_t n) {
  struct flex *f = malloc(sizeof(*f) + n);
  if (!f)
    return;
  fill(f->data);
  memset(f->data, 0, n);
  use(f);
  free(f);
}
void compound_literal(void) {
  struct rec r;
  fill(r.key);
  r = (struct rec){.id = 0}; // EXPECT: secret-elidable-zeroization
}
void conditional(int n) {
  unsigned char k[32];
  fill(k);
  n ? memset(k, 0, sizeof(k)) // EXPECT: secret-elidable-zeroization
    : (explicit_bzero(k, sizeof(k)), (void *)0);
}
void if_zeroizes(int n) {
  unsigned char k[32];
  fill(k);
  if (n && memset(k, 0, sizeof(k))) // EXPECT: secret-elidable-zeroization
    return;
  explicit_bzero(k, sizeof(k));
}
void bit_field(unsigned pin) {
  struct bits b;
  b.pin = pin;
  use(&b);
  memset(&b, 0, sizeof(b)); // EXPECT: secret-elidable-zeroization
}
void type_of(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(__typeof__(k))); // EXPECT: secret-elidable-zeroization
}
