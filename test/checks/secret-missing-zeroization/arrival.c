// When a tagged object becomes secret.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

long read(int, void *, size_t);
void key_init(void *);
void hmac_init(void *, SECRET const void *);

int before_it_arrives(int n) {
  SECRET unsigned char k[32];
  if (n)
    return 1;
  fill(k);
  use(k);
  explicit_bzero(k, sizeof(k));
  return 0;
}
void never_written(void) { SECRET unsigned char k[32]; }
void only_zeros(void) {
  SECRET unsigned char k[32] = {0};
  memset(k, 0, sizeof(k));
}
void only_constants(void) {
  SECRET unsigned char k[4];
  k[0] = 1;
}
void written(const unsigned char *p) {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  k[0] = *p;
}
void given_to_a_call(void) {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  check();
  void get(unsigned char *);
  get(k);
}
void given_to_a_reader(void) {
  SECRET unsigned char k[32];
  use(k);
}
void initialized_only(void) {
  SECRET unsigned char k[32];
  key_init(k);
}
void initialized_with_a_secret(SECRET const unsigned char *p) {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  hmac_init(k, p);
}
int failing_source(int fd) {
  SECRET unsigned char k[32];
  if (read(fd, k, sizeof(k)) < 0)
    return -1;
  use(k);
  explicit_bzero(k, sizeof(k));
  return 0;
}
int short_read(int fd) {
  SECRET unsigned char k[32];
  if (read(fd, k, sizeof(k)) != sizeof(k))
    return -1; // EXPECT: secret-missing-zeroization
  use(k);
  explicit_bzero(k, sizeof(k));
  return 0;
}
int unknown_source() {
  unsigned char k[32];
  if (fill(k) < 0)
    return -1; // EXPECT: secret-missing-zeroization
  use(k);
  explicit_bzero(k, sizeof(k));
  return 0;
}
