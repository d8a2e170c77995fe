// The forms of a zeroization, and which of them may be removed.
// RUN: %expect %s -- -std=gnu17
#include "../../Inputs/mock.h"

void bzero(void *, size_t);
void *memset_s(void *, size_t, int, size_t);
void *memset_explicit(void *, int, size_t);
void OPENSSL_cleanse(void *, size_t);
void sodium_memzero(void *, size_t);
void mbedtls_platform_zeroize(void *, size_t);
void my_wipe(void *, size_t);
void app_zeroise_key(void *);
void scrub(void *, size_t);
void reset_counters(void *, size_t);
__attribute__((annotate("zeroizes"))) void gone(void *, size_t);

struct key {
  unsigned char bytes[32];
};
static const unsigned char zeros[32];

void by_memset(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void by_bzero(void) {
  unsigned char k[32];
  fill(k);
  bzero(k, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void by_builtin(void) {
  unsigned char k[32];
  fill(k);
  __builtin_memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void from_zeros(void) {
  unsigned char k[32];
  fill(k);
  memcpy(k, zeros, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void volatile_cast(void) {
  unsigned char k[32];
  fill(k);
  memset((void *)(volatile void *)k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
void by_assignment(void) {
  struct key k;
  fill(k.bytes);
  k = (struct key){0}; // EXPECT: secret-elidable-zeroization
}
void scalar(void) {
  SECRET unsigned pin = check();
  use(&pin);
  pin = 0; // EXPECT: secret-elidable-zeroization
}
void by_memset_s(void) {
  unsigned char k[32];
  fill(k);
  memset_s(k, sizeof(k), 0, sizeof(k));
}
void by_memset_explicit(void) {
  unsigned char k[32];
  fill(k);
  memset_explicit(k, 0, sizeof(k));
}
void by_openssl(void) {
  unsigned char k[32];
  fill(k);
  OPENSSL_cleanse(k, sizeof(k));
}
void by_sodium(void) {
  unsigned char k[32];
  fill(k);
  sodium_memzero(k, sizeof(k));
}
void by_mbedtls(void) {
  unsigned char k[32];
  fill(k);
  mbedtls_platform_zeroize(k, sizeof(k));
}
void by_tag(void) {
  unsigned char k[32];
  fill(k);
  gone(k, sizeof(k));
}
void by_name(void) {
  unsigned char a[32], b[32], c[32];
  fill(a);
  fill(b);
  fill(c);
  my_wipe(a, sizeof(a));
  app_zeroise_key(b);
  scrub(c, sizeof(c));
}
void other_name(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  reset_counters(k, sizeof(k));
}
void not_zeros(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0xff, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
