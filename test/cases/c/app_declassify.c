// What is public although it was computed from a secret.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

unsigned char *SHA256(const unsigned char *d, size_t n, unsigned char *md);
void OPENSSL_cleanse(void *p, size_t n);
int key_read([[secret]] uint8_t *out, size_t n);
[[clang::annotate("public")]] uint32_t fingerprint(const uint8_t *k, size_t n);
int encrypt([[secret]] const uint8_t *k, const void *in, size_t n, [[clang::annotate("public")]] uint8_t *out);

void print_digest(void) {
  uint8_t key[32];
  uint8_t md[32];
  key_read(key, sizeof key);
  SHA256(key, sizeof key, md);
  OPENSSL_cleanse(key, sizeof key);
  for (size_t i = 0; i < sizeof md; i++)
    printf("%02x", md[i]);
}

void print_fingerprint(void) {
  uint8_t key[32];
  key_read(key, sizeof key);
  uint32_t f = fingerprint(key, sizeof key);
  OPENSSL_cleanse(key, sizeof key);
  printf("%08x\n", f);
}

void print_key(void) {
  uint8_t key[32];
  key_read(key, sizeof key);
  for (size_t i = 0; i < sizeof key; i++)
    printf("%02x", key[i]); // EXPECT: secret-exposure
  OPENSSL_cleanse(key, sizeof key);
}

void print_hex(void) {
  uint8_t key[32];
  char hex[65]; // EXPECT: secret-missing-zeroization
  key_read(key, sizeof key);
  for (size_t i = 0; i < sizeof key; i++)
    snprintf(hex + 2 * i, 3, "%02x", key[i]);
  OPENSSL_cleanse(key, sizeof key);
  puts(hex); // EXPECT: secret-exposure
}

void print_cipher(const char *text) {
  uint8_t key[32];
  uint8_t out[64];
  key_read(key, sizeof key);
  encrypt(key, text, strlen(text), out);
  OPENSSL_cleanse(key, sizeof key);
  fwrite(out, 1, sizeof out, stdout);
}

int check(const uint8_t *expected) {
  uint8_t key[32];
  key_read(key, sizeof key);
  int same = memcmp(key, expected, sizeof key) == 0;
  OPENSSL_cleanse(key, sizeof key);
  printf("same: %d\n", same);
  return same;
}

void parity(void) {
  uint8_t key[32];
  key_read(key, sizeof key);
  int bits = 0;
  for (size_t i = 0; i < sizeof key; i++)
    bits ^= key[i];
  OPENSSL_cleanse(key, sizeof key);
  printf("%d\n", bits); // EXPECT: secret-exposure
}
