// Records, unions, arrays of them, flexible arrays, bit-fields.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct session {
  int id;
  SECRET unsigned char key[32];
};
union word {
  unsigned char bytes[8];
  unsigned long whole;
};
struct packet {
  size_t size;
  SECRET unsigned char body[];
};
struct flags {
  SECRET unsigned pin : 20;
  unsigned public : 12;
};

void record(const struct session *from) {
  struct session s; // EXPECT: secret-missing-zeroization
  s = *from;
  use(&s);
}
void record_zeroized(const struct session *from) {
  struct session s;
  s = *from;
  use(&s);
  explicit_bzero(&s, sizeof(s));
}
void field_zeroized(const struct session *from) {
  struct session s = *from;
  use(&s);
  explicit_bzero(s.key, sizeof(s.key));
}
void other_field_only(void) {
  struct session s;
  s.id = 3;
  use(&s.id);
}
void a_union(void) {
  union word w; // EXPECT: secret-missing-zeroization
  fill(w.bytes);
  use(&w.whole);
}
void union_zeroized(void) {
  union word w;
  fill(w.bytes);
  use(&w.whole);
  explicit_bzero(&w, sizeof(w));
}
void union_other_member(void) {
  union word w;
  fill(w.bytes);
  explicit_bzero(&w.whole, sizeof(w.whole));
}
void array_of_records(const struct session *from) {
  struct session s[2]; // EXPECT: secret-missing-zeroization
  s[0] = from[0];
  s[1] = from[1];
  use(s);
}
void array_zeroized(const struct session *from) {
  struct session s[2];
  s[0] = from[0];
  s[1] = from[1];
  use(s);
  explicit_bzero(s, sizeof(s));
}
int flexible(size_t n) {
  struct packet *p = malloc(sizeof(*p) + n);
  if (!p)
    return -1;
  p->size = n;
  fill(p->body);
  use(p);
  free(p); // EXPECT: secret-missing-zeroization
  return 0;
}
int flexible_zeroized(size_t n) {
  struct packet *p = malloc(sizeof(*p) + n);
  if (!p)
    return -1;
  p->size = n;
  fill(p->body);
  use(p);
  explicit_bzero(p->body, n);
  free(p);
  return 0;
}
void bit_field(unsigned pin) {
  struct flags f; // EXPECT: secret-missing-zeroization
  f.pin = pin;
  use(&f);
}
void bit_field_zeroized(unsigned pin) {
  struct flags f;
  f.pin = pin;
  use(&f);
  explicit_bzero(&f, sizeof(f));
}
