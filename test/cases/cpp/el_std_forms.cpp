// Every standard way of zeroing that a compiler may remove.
// CATEGORY: elidable
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int by_memset() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_fill() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::fill(k, k + 32, std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_fill_begin() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::fill(std::begin(k), std::end(k), 0); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_fill_n() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::fill_n(k, 32, std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_ranges() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  std::ranges::fill(k, std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_member_fill() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.fill(0); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_braces() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k = {}; // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_loop() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  for (auto &b : k) b = 0; // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_vector_fill() {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  std::fill(k.begin(), k.end(), std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_vector_assign() {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.assign(k.size(), 0); // EXPECT: secret-elidable-zeroization
  return rc;
}

int kept_by_call() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.fill(0);
  return rc + use(k.data(), k.size());
}

int reliable_after() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.fill(0);
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int untagged_fill() {
  std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.fill(0);
  return rc;
}
