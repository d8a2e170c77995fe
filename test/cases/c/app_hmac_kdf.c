// HMAC and a PBKDF2 loop, written out.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
  uint32_t h[8];
  uint8_t buf[64];
  size_t used;
} sha256_t;

void sha256_start(sha256_t *c);
void sha256_more(sha256_t *c, const void *p, size_t n);
void sha256_end(sha256_t *c, uint8_t out[32]);
void memzero_explicit(void *p, size_t n);

void hmac_sha256([[secret]] const uint8_t *key, size_t n, const void *msg, size_t len,
                 [[clang::annotate("public")]] uint8_t *tag) {
  uint8_t pad[64];
  uint8_t inner[32];
  sha256_t c;
  memset(pad, 0, sizeof pad);
  memcpy(pad, key, n < 64 ? n : 64);
  for (size_t i = 0; i < 64; i++)
    pad[i] ^= 0x36;
  sha256_start(&c);
  sha256_more(&c, pad, sizeof pad);
  sha256_more(&c, msg, len);
  sha256_end(&c, inner);
  for (size_t i = 0; i < 64; i++)
    pad[i] ^= 0x36 ^ 0x5c;
  sha256_start(&c);
  sha256_more(&c, pad, sizeof pad);
  sha256_more(&c, inner, sizeof inner);
  sha256_end(&c, tag);
  memzero_explicit(pad, sizeof pad);
}

void hmac_leaves_pad([[secret]] const uint8_t *key, size_t n, const void *msg, size_t len,
                     [[clang::annotate("public")]] uint8_t *tag) {
  uint8_t pad[64] = {0}; // EXPECT: secret-missing-zeroization
  sha256_t c;
  memcpy(pad, key, n < 64 ? n : 64);
  for (size_t i = 0; i < 64; i++)
    pad[i] ^= 0x36;
  sha256_start(&c);
  sha256_more(&c, pad, sizeof pad);
  sha256_more(&c, msg, len);
  sha256_end(&c, tag);
}

void hmac_elides([[secret]] const uint8_t *key, size_t n, const void *msg, size_t len,
                 [[clang::annotate("public")]] uint8_t *tag) {
  uint8_t pad[64] = {0};
  sha256_t c;
  memcpy(pad, key, n < 64 ? n : 64);
  for (size_t i = 0; i < 64; i++)
    pad[i] ^= 0x5c;
  sha256_start(&c);
  sha256_more(&c, pad, sizeof pad);
  sha256_more(&c, msg, len);
  sha256_end(&c, tag);
  for (size_t i = 0; i < sizeof pad; i++) // EXPECT: secret-elidable-zeroization
    pad[i] = 0;
}

void xor_block(uint8_t *acc, [[secret]] const uint8_t *u, size_t n) {
  for (size_t i = 0; i < n; i++)
    acc[i] ^= u[i];
}

int derive([[secret]] const uint8_t *pw, size_t n, [[secret]] uint8_t *out, int rounds) {
  uint8_t u[32];
  uint8_t t[32];
  memset(t, 0, sizeof t);
  memcpy(u, pw, n < 32 ? n : 32);
  for (int r = 0; r < rounds; r++) {
    hmac_sha256(pw, n, u, sizeof u, u);
    xor_block(t, u, sizeof t);
  }
  memcpy(out, t, sizeof t);
  memzero_explicit(u, sizeof u);
  memzero_explicit(t, sizeof t);
  return 0;
}

int derive_half([[secret]] const uint8_t *pw, size_t n, [[secret]] uint8_t *out) {
  uint8_t u[32];
  memcpy(u, pw, n < 32 ? n : 32);
  memcpy(out, u, sizeof u);
  memzero_explicit(u, sizeof u / 2); // EXPECT: secret-partial-zeroization
  return 0;
}
