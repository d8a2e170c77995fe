// Pieces that together cover everything are clean; gaps and misses are not.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct creds {
  SECRET char user[16];
  SECRET char pass[16];
  int tries;
};

void two_halves(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 16);
  explicit_bzero(k + 16, 16);
}
void overlapping(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k + 8, 24);
  explicit_bzero(k, 10);
}
void first_half_only(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(k) - 16); // EXPECT: secret-partial-zeroization
}
void second_half_only(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k + 16, 16); // EXPECT: secret-partial-zeroization
}
void gap(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, 12), explicit_bzero(k + 16, 16); // EXPECT: secret-partial-zeroization
}
void from_the_second_byte(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(&k[1], sizeof(k) - 1); // EXPECT: secret-partial-zeroization
}
void secret_half_only(const unsigned char *salt) {
  unsigned char block[32];
  memcpy(block, salt, 16);
  fill(block + 16);
  explicit_bzero(block + 16, 16);
}
void all_fields(const struct creds *from) {
  struct creds c = *from;
  use(&c);
  explicit_bzero(c.user, sizeof(c.user));
  explicit_bzero(c.pass, sizeof(c.pass));
}
void one_field_of_two(const struct creds *from) {
  struct creds c = *from;
  use(&c);
  explicit_bzero(c.pass, sizeof(c.pass)); // EXPECT: secret-partial-zeroization
}
void one_field_of_a_block(const struct creds *from) {
  struct creds *c = malloc(sizeof(*c));
  if (!c)
    return;
  *c = *from;
  explicit_bzero(c->pass, sizeof(c->pass)); // EXPECT: secret-partial-zeroization
  free(c);
}
void whole_block(const struct creds *from) {
  struct creds *c = malloc(sizeof(*c));
  if (!c)
    return;
  *c = *from;
  explicit_bzero(c, sizeof(*c));
  free(c);
}
void one_field_of_the_callers(struct creds *c) {
  explicit_bzero(c->pass, sizeof(c->pass));
}
void one_element(void) {
  struct creds c[2];
  fill(c[0].pass);
  fill(c[1].pass);
  explicit_bzero(&c[0], sizeof(c[0])); // EXPECT: secret-partial-zeroization
}
void each_element(void) {
  struct creds c[2];
  fill(c[0].pass);
  fill(c[1].pass);
  explicit_bzero(&c[0], sizeof(c[0]));
  explicit_bzero(&c[1], sizeof(c[1]));
}
void smaller_union_member(void) {
  union {
    unsigned char bytes[32];
    unsigned short half;
  } u;
  fill(u.bytes);
  explicit_bzero(&u.half, sizeof(u.half)); // EXPECT: secret-partial-zeroization
}
void larger_union_member(void) {
  union {
    unsigned char bytes[32];
    unsigned short half;
  } u;
  fill(&u.half);
  explicit_bzero(u.bytes, sizeof(u.bytes));
}
