// Unions, bit casts and byte views of keys.
// CATEGORY: unions
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
union Block {
  [[secret]] std::uint8_t b[16];
  std::uint64_t w[2];
};

int union_whole() {
  Block u;
  kex(u.b, sizeof u.b);
  int rc = use(u.b, sizeof u.b);
  OPENSSL_cleanse(&u, sizeof u);
  return rc;
}

int union_words() {
  Block u;
  kex(u.b, sizeof u.b);
  int rc = use(u.b, sizeof u.b);
  OPENSSL_cleanse(u.w, sizeof u.w);
  return rc;
}

int union_half() {
  Block u;
  kex(u.b, sizeof u.b);
  int rc = use(u.b, sizeof u.b);
  OPENSSL_cleanse(&u.w[0], sizeof u.w[0]); // EXPECT: secret-partial-zeroization
  return rc;
}

int union_never() {
  Block u; // EXPECT: secret-missing-zeroization
  kex(u.b, sizeof u.b);
  return use(u.b, sizeof u.b);
}

int bytes_view() {
  [[secret]] std::array<std::uint32_t, 8> w;
  auto bytes = std::as_writable_bytes(std::span(w));
  kex(reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size());
  int rc = use(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
  OPENSSL_cleanse(bytes.data(), bytes.size());
  return rc;
}

int reinterpret_view() {
  [[secret]] std::uint64_t w[4]; // EXPECT: secret-missing-zeroization
  auto *p = reinterpret_cast<std::uint8_t *>(w);
  kex(p, sizeof w);
  return use(p, sizeof w);
}

int reinterpret_view_clean() {
  [[secret]] std::uint64_t w[4];
  auto *p = reinterpret_cast<std::uint8_t *>(w);
  kex(p, sizeof w);
  int rc = use(p, sizeof w);
  OPENSSL_cleanse(p, sizeof w);
  return rc;
}

int reinterpret_elements() {
  [[secret]] std::uint64_t w[4];
  auto *p = reinterpret_cast<std::uint8_t *>(w);
  kex(p, sizeof w);
  int rc = use(p, sizeof w);
  OPENSSL_cleanse(w, std::size(w)); // EXPECT: secret-partial-zeroization
  return rc;
}
