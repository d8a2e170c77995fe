// Code that is no business of this check: no secrets, public values, comparisons.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void digest(SECRET const void *in, __attribute__((annotate("public"))) void *out);
int get(void *out);

int nothing_secret(int n) {
  unsigned char k[32];
  get(k);
  if (n)
    return 1;
  memset(k, 0, 16);
  return use(k);
}
void password_in_name_only(const char *password) {
  char copy[32];
  memcpy(copy, password, 32);
  use(copy);
}
void public_result(SECRET const unsigned char *key) {
  unsigned char hash[32];
  digest(key, hash);
  use(hash);
}
void public_object(SECRET const unsigned char *key) {
  __attribute__((annotate("public"))) unsigned char out[32];
  memcpy(out, key, 32);
  use(out);
}
int compared(SECRET const unsigned char *key, const unsigned char *p) {
  int equal[1];
  equal[0] = key[0] == p[0];
  use(equal);
  return key != p;
}
void aliased(SECRET const unsigned char *key) {
  const unsigned char *alias = key, *p[2];
  p[0] = alias;
  p[1] = key + 3;
  use(p);
}
