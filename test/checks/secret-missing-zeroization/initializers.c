// Initializer lists, designated and nested, with and without a secret.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct key {
  unsigned char bytes[8];
};
struct pair {
  int id;
  struct key key;
};

void list(SECRET const unsigned char *p) {
  unsigned char k[4] = {p[0], p[1], p[2], p[3]}; // EXPECT: secret-missing-zeroization
  use(k);
}
void list_zeroized(SECRET const unsigned char *p) {
  unsigned char k[4] = {p[0], p[1], p[2], p[3]};
  use(k);
  explicit_bzero(k, sizeof(k));
}
void designated(SECRET const struct key *from) {
  struct pair p = {.key = *from, .id = 1}; // EXPECT: secret-missing-zeroization
  use(&p);
}
void designated_zeroized(SECRET const struct key *from) {
  struct pair p = {.key = *from, .id = 1};
  use(&p);
  explicit_bzero(&p, sizeof(p));
}
void other_field(SECRET const struct key *from) {
  struct pair p = {.id = 1};
  use(&p);
}
void nested(SECRET const unsigned char *b) {
  struct pair p = {1, {{[7] = b[0]}}}; // EXPECT: secret-missing-zeroization
  use(&p);
}
void nested_zeroized(SECRET const unsigned char *b) {
  struct pair p = {1, {{[7] = b[0]}}};
  use(&p);
  explicit_bzero(&p.key, sizeof(p.key));
}
