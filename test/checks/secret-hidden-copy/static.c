// A static variable of a function keeps a secret after the call.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <string.h>

void use(const void *);
[[secret]] extern unsigned char key[32];

void copied(void) {
  static unsigned char k[32];
  memcpy(k, key, sizeof k); // EXPECT: secret-hidden-copy
  use(k);
}
void thread_local_copy(void) {
  static _Thread_local unsigned char k[32];
  memcpy(k, key, sizeof k); // EXPECT: secret-hidden-copy
  use(k);
}
void element_by_element(void) {
  static unsigned char k[32];
  for (int i = 0; i < 32; ++i)
    k[i] = key[i]; // EXPECT: secret-hidden-copy
  use(k);
}
void printed(void) {
  static char hex[3];
  snprintf(hex, sizeof hex, "%02x", key[0]); // EXPECT: secret-hidden-copy
  use(hex);
}
// Reported once for an object.
void copied_twice(void) {
  static unsigned char k[64];
  memcpy(k, key, 32); // EXPECT: secret-hidden-copy
  memcpy(k + 32, key, 32);
  use(k);
}
// On one of two paths only.
int forgotten(int quick) {
  static unsigned char k[32];
  memcpy(k, key, sizeof k); // EXPECT: secret-hidden-copy
  use(k);
  if (quick)
    return 1;
  explicit_bzero(k, sizeof k);
  return 0;
}
// Twins: zeroized, tagged (a cache that is meant), public, automatic.
void zeroized(void) {
  static unsigned char k[32];
  memcpy(k, key, sizeof k);
  use(k);
  explicit_bzero(k, sizeof k);
}
void cached(void) {
  [[secret]] static unsigned char k[32];
  memcpy(k, key, sizeof k);
  use(k);
}
void public_scratch(const unsigned char *nonce) {
  static unsigned char k[32];
  memcpy(k, nonce, sizeof k);
  use(k);
}
void length_only(void) {
  static char text[32];
  snprintf(text, sizeof text, "%zu", sizeof key);
  use(text);
}
void automatic(void) {
  unsigned char k[32];
  memcpy(k, key, sizeof k);
  use(k);
  explicit_bzero(k, sizeof k);
}
